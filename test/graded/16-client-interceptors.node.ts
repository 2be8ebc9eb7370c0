import * as grpc from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import { SOON_MS } from '#course/kit/patience';
import { createClient } from '#grpc/client/client';
import type { ClientInterceptor } from '#grpc/client/client-call';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import type { MethodDefinition } from '#protobuf/schema/service-definition';
import { listen } from './grpc-js.ts';

/**
 * The part of lesson 16's suite that needs Node: a client of the stack in src/, with the learner's
 * interceptors, at a server of grpc-js.
 */

/** What the stranger saw of a call: its method, and its token and id, if it had them. */
export interface Seen {
  method: string;
  token: string;
  id: string;
}

export interface Stranger {
  shop: ReturnType<typeof connect>['shop'];
  seen: Seen[];
  /** Tokens that are taken; without any, everybody comes in. */
  good: Set<string>;
  /** How many calls were inside at the same time, at the most. */
  atOnce(): number;
}

/** Starts a server, and a client with these interceptors. */
export async function withStranger(
  interceptors: readonly ClientInterceptor[],
  scene: (stranger: Stranger) => Promise<void>,
): Promise<void> {
  const seen: Seen[] = [];
  const good = new Set<string>();
  let [inside, most] = [0, 0];
  const server = new grpc.Server();
  for (const [name, method] of Object.entries(OrderManagementDefinition.methods)) {
    const enter = (call: { metadata: grpc.Metadata }) => {
      const first = (key: string) => String(call.metadata.get(key)[0] ?? '');
      seen.push({ method: name, token: first('authorization'), id: first('x-correlation-id') });
      return good.size === 0 || good.has(first('authorization'));
    };
    const work = async () => {
      most = Math.max(most, ++inside);
      await new Promise(setImmediate);
      inside--;
    };
    server.addService(
      { [name]: asService(method as MethodDefinition) } as never,
      {
        [name]: handlerOf(method as MethodDefinition, enter, work),
      } as never,
    );
  }
  const port = await listen(server);
  const { shop, close } = connect(port, interceptors);
  try {
    await scene({ shop, seen, good, atOnce: () => most });
  } finally {
    await close();
    server.forceShutdown();
  }
}

function connect(port: number, interceptors: readonly ClientInterceptor[]) {
  const channel = new Channel(`ipv4:127.0.0.1:${port}`);
  const shop = createClient(OrderManagementDefinition, channel, {
    interceptors,
    defaults: { timeoutMs: SOON_MS },
  });
  return { shop, close: () => channel.close() };
}

const bytes = {
  serialize: (all: Uint8Array) => Buffer.from(all),
  deserialize: (all: Buffer) => all,
};

const asService = ({ path, requestStream, responseStream }: MethodDefinition) => ({
  path,
  requestStream,
  responseStream,
  requestSerialize: bytes.serialize,
  requestDeserialize: bytes.deserialize,
  responseSerialize: bytes.serialize,
  responseDeserialize: bytes.deserialize,
});

const REFUSED = { code: grpc.status.UNAUTHENTICATED, details: 'who are you?' };
const EMPTY = new Uint8Array(0);

/** Answers with an empty message, or with two of them; or refuses without reading anything. */
function handlerOf(
  { requestStream, responseStream }: MethodDefinition,
  enter: (call: { metadata: grpc.Metadata }) => boolean,
  work: () => Promise<void>,
) {
  return async (call: never, callback: grpc.sendUnaryData<Uint8Array>) => {
    const duplex = call as grpc.ServerDuplexStream<Buffer, Uint8Array>;
    if (!enter(duplex)) {
      if (responseStream) duplex.emit('error', REFUSED);
      else callback(REFUSED);
      return;
    }
    if (requestStream) await drained(duplex);
    await work();
    if (!responseStream) return callback(null, EMPTY);
    for (let i = 0; i < 2; i++) duplex.write(EMPTY);
    duplex.end();
  };
}

/** Reads to the end. (A `for await` would destroy the call, and with it the way back.) */
function drained(duplex: grpc.ServerDuplexStream<Buffer, Uint8Array>): Promise<void> {
  duplex.on('data', () => {});
  return new Promise((resolve) => duplex.on('end', resolve));
}
