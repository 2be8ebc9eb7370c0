import * as grpc from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import { SOON_MS } from '#course/kit/patience';
import { basic, type CallCredentials } from '#grpc/client/call-credentials';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import type { ServerInterceptor } from '#grpc/server/server-options';
import {
  OrderManagementDefinition,
  type OrderManagementServer,
} from '#protobuf/generated/ecommerce';
import type { MethodDefinition } from '#protobuf/schema/service-definition';
import { createAuthority, dns } from '../../lessons/security/certificates.ts';
import { UNSHARED } from './grpc-js.ts';
import { KINDS, type Kind } from './kinds.ts';

/**
 * The part of lesson 25's suite that needs Node: a server of the stack with a certificate that is
 * made here, and clients of grpc-js and of the stack in front of it.
 */

export interface Ended {
  code: number;
  details: string;
}

const HOST = '127.0.0.1';
/** What the certificate is for. An address is not allowed as the name of a handshake. */
const NAME = 'localhost';

async function createIdentity() {
  const authority = await createAuthority();
  return { roots: authority.certificate, ...(await authority.sign([dns(NAME)])) };
}

export interface Guarded {
  /** A client of grpc-js calls, with these values under `authorization`. */
  callAs(kind: Kind, values: readonly string[], tls?: boolean): Promise<Ended>;
  /** A client of the stack calls GetOrder with these credentials. */
  callWith(credentials: CallCredentials, tls: boolean): Promise<Ended>;
  /** How many calls have come to the server, refused or not. */
  came(): number;
}

/** Two servers, one with TLS and one without, behind the same interceptors. */
export async function withGuarded(
  interceptors: readonly ServerInterceptor[],
  ran: (authorization: string | undefined) => void,
  scene: (guarded: Guarded) => Promise<void>,
): Promise<void> {
  const { roots, certificate, privateKey } = await createIdentity();
  let came = 0;
  const count: ServerInterceptor = (request, call, next) => {
    came++;
    return next(request, call);
  };
  const create = async (tls: boolean) => {
    const options = { interceptors: [count, ...interceptors], onHandlerError: () => {} };
    const server = new Server(tls ? { ...options, tls: { certificate, privateKey } } : options);
    server.addService(OrderManagementDefinition, handlers(ran));
    return { server, port: (await server.listen({ host: HOST, port: 0 })).port };
  };
  const [secure, plain] = [await create(true), await create(false)];
  const portOf = (tls: boolean) => (tls ? secure.port : plain.port);
  try {
    await scene({
      came: () => came,
      async callAs(kind, values, tls = true) {
        const channel = tls
          ? grpc.credentials.createSsl(Buffer.from(roots))
          : grpc.credentials.createInsecure();
        const client = new grpc.Client(`${HOST}:${portOf(tls)}`, channel, {
          ...UNSHARED,
          'grpc.ssl_target_name_override': NAME,
        });
        const ended = await callOf(client, KINDS[kind], values);
        client.close();
        return ended;
      },
      async callWith(credentials, tls) {
        const channel = new Channel(`ipv4:${HOST}:${portOf(tls)}`, {
          credentials,
          ...(tls && { tls: { roots, serverName: NAME } }),
        });
        const shop = createClient(OrderManagementDefinition, channel, {
          defaults: { timeoutMs: SOON_MS },
        });
        try {
          await shop.getOrder({ value: '101' });
          return { code: 0, details: '' };
        } catch (error) {
          if (error instanceof GrpcError) return { code: error.code, details: error.details };
          throw error;
        } finally {
          await channel.close();
        }
      },
    });
  } finally {
    await secure.server.close();
    await plain.server.close();
  }
}

function handlers(ran: (authorization: string | undefined) => void) {
  const once = <T>(call: ServerCall, answer: T): T => {
    ran(call.metadata.get('authorization'));
    return answer;
  };
  return {
    getOrder: (_id, call) => once(call, {} as never),
    searchOrders: (_text, call) => once(call, [{} as never, {} as never]),
    updateOrders: (_orders, call) => once(call, { value: 'updated' }),
    processOrders: (_ids, call) => once(call, [{} as never]),
  } satisfies Partial<OrderManagementServer<ServerCall>>;
}

/** The same way for all kinds: as a stream both ways, with one request in it. */
function callOf(
  client: grpc.Client,
  method: MethodDefinition,
  values: readonly string[],
): Promise<Ended> {
  const metadata = new grpc.Metadata();
  for (const value of values) metadata.add('authorization', value);
  const call = client.makeBidiStreamRequest(
    method.path,
    () => Buffer.alloc(0),
    (bytes: Buffer) => bytes,
    metadata,
    { deadline: Date.now() + SOON_MS },
  );
  call.on('data', () => {});
  call.on('error', () => {});
  call.write({});
  call.end();
  return new Promise((resolve) => {
    call.on('status', ({ code, details }: grpc.StatusObject) => resolve({ code, details }));
  });
}

export { basic };
