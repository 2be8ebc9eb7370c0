import * as grpc from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import { throwGap } from '#course/kit/compare/gap';
import { SOON_MS } from '#course/kit/patience';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { type Translation, translate } from '#grpc/interceptors/translate';
import { Metadata } from '#grpc/metadata';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import type { StatusCode } from '#grpc/status';
import {
  OrderManagementDefinition,
  type OrderManagementServer,
} from '#protobuf/generated/ecommerce';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { greeter, listen, UNSHARED } from './grpc-js.ts';

/** The part of lesson 18's suite that needs Node: grpc-js at one end, the stack at the other. */

/** What grpc-js has of an answer. */
export interface Seen {
  /** `NOT_FOUND: there is no order 999`. */
  text: string;
  messages: number;
  /** The values of `grpc-status-details-bin`. */
  bytes: Uint8Array[];
}

const METHODS = ['getOrder', 'searchOrders'] as const;

/** A server of the stack with these translations and handlers; a client of grpc-js calls both. */
export async function askedByStranger(
  translations: readonly Translation[],
  handlers: Partial<OrderManagementServer<ServerCall>>,
): Promise<Record<(typeof METHODS)[number], Seen>> {
  const accidents: unknown[] = [];
  const server = new Server({
    interceptors: [translate(translations)],
    onHandlerError: (error) => accidents.push(error),
  });
  server.addService(OrderManagementDefinition, handlers);
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const client = new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), UNSHARED);
  try {
    const [getOrder, searchOrders] = await Promise.all(METHODS.map((name) => ask(client, name)));
    for (const error of accidents) throwGap(error);
    return { getOrder: getOrder!, searchOrders: searchOrders! };
  } finally {
    client.close();
    await server.close();
  }
}

function ask(client: grpc.Client, name: (typeof METHODS)[number]): Promise<Seen> {
  const { path } = OrderManagementDefinition.methods[name];
  const call = client.makeServerStreamRequest(
    path,
    (bytes: Buffer) => bytes,
    (bytes: Buffer) => bytes,
    Buffer.alloc(0),
    new grpc.Metadata(),
    { deadline: Date.now() + SOON_MS },
  );
  let messages = 0;
  call.on('data', () => messages++);
  call.on('error', () => {});
  return new Promise((resolve) =>
    call.on('status', ({ code, details, metadata }: grpc.StatusObject) =>
      resolve({
        text: `${grpc.status[code]}: ${details}`,
        messages,
        bytes: metadata.get('grpc-status-details-bin').map((value) => value as Buffer),
      }),
    ),
  );
}

/** A server of grpc-js answers with this code and these details; what our client throws. */
export async function answerOfStranger(code: StatusCode, bytes: Uint8Array): Promise<GrpcError> {
  const metadata = new grpc.Metadata();
  metadata.set('grpc-status-details-bin', Buffer.from(bytes));
  const server = new grpc.Server();
  const sayHello: grpc.handleUnaryCall<unknown, unknown> = (_call, done) =>
    done({ code: code as number, details: 'no', metadata });
  server.addService(greeter, { sayHello });
  const port = await listen(server);
  const channel = new Channel(`ipv4:127.0.0.1:${port}`);
  try {
    const client = createClient(GreeterDefinition, channel);
    await client.sayHello({ name: '' }, { timeoutMs: SOON_MS, metadata: new Metadata() });
    throw new Error('grpc-js answered');
  } catch (error) {
    if (error instanceof GrpcError) return error;
    throw error;
  } finally {
    await channel.close();
    server.forceShutdown();
  }
}
