import { concat } from '#bytes/concat';
import type { Connection } from '#transport/connection';
import { createPipe } from '#transport/memory';
import { connectTcp, listenTcp } from '#transport/tcp';

/** Two connected ends, and what closes all that was opened for them. */
export interface Ends {
  client: Connection;
  server: Connection;
  dispose(): Promise<void>;
}

/** Every transport that must behave in the same way. */
export const TRANSPORTS: [name: string, connect: () => Promise<Ends>][] = [
  ['memory', connectMemory],
  ['tcp', connectOverTcp],
];

async function connectMemory(): Promise<Ends> {
  const [client, server] = createPipe();
  return { client, server, dispose: async () => client.destroy() };
}

export async function connectOverTcp(): Promise<Ends> {
  const { promise: accepted, resolve: accept } = withResolvers<Connection>();
  const listener = await listenTcp({ port: 0 }, accept);
  const client = await connectTcp(listener);
  const server = await accepted;
  return {
    client,
    server,
    async dispose() {
      client.destroy();
      await listener.destroy();
    },
  };
}

/** `Promise.withResolvers`, which Node 20 does not have. */
export function withResolvers<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

/** Starts a connection and keeps what comes out of it. */
export function listen(connection: Connection) {
  const events: string[] = [];
  const ended = withResolvers<void>();
  const closed = withResolvers<Error | undefined>();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let wanted: { length: number; resolve(): void } | undefined;

  const check = () => {
    if (wanted && size >= wanted.length) wanted.resolve();
  };
  connection.start({
    data(chunk) {
      if (events.at(-1) !== 'data') events.push('data');
      chunks.push(chunk);
      size += chunk.length;
      check();
    },
    end() {
      events.push('end');
      ended.resolve();
    },
    close(error) {
      events.push('close');
      closed.resolve(error);
    },
  });

  return {
    /** `data` (any number of chunks), `end`, `close`, as they came. */
    events,
    ended: ended.promise,
    /** Resolves with the reason, if it broke. */
    closed: closed.promise,
    received: () => concat(chunks),
    /** Resolves when so many bytes have come in all. */
    async atLeast(length: number) {
      const { promise, resolve } = withResolvers<void>();
      wanted = { length, resolve };
      check();
      await promise;
      return concat(chunks);
    },
  };
}
