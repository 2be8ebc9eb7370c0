import { Server } from '#grpc/server/server';
import type { ServerOptions } from '#grpc/server/server-options';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { Health } from '#services/health';
import { Everything } from '../../protobuf/generated/everything.ts';
import { EchoDefinition } from '../echo.ts';

const never = new Promise<never>(() => {});
const parked = new Set<() => void>();
const untilEnd = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else parked.add(resolve);
    signal.addEventListener('abort', () => {
      parked.delete(resolve);
      resolve();
    });
  });

const method = {
  requestStream: false,
  responseStream: false,
  encodeRequest: Everything.encode,
  decodeRequest: (bytes: Uint8Array) => Everything.decode(bytes),
  encodeResponse: (bytes: Uint8Array) => bytes,
  decodeResponse: (bytes: Uint8Array) => bytes,
} as const;

/** Calls with messages that are taken apart. */
const WorkDefinition = {
  name: 'attack.Work',
  methods: {
    /** Has its request as long as the call lasts. */
    hold: { ...method, path: '/attack.Work/Hold' },
    /** Answers at once. */
    read: { ...method, path: '/attack.Work/Read' },
    /** Never ends, whatever becomes of its call. */
    stay: { ...method, path: '/attack.Work/Stay' },
    /** Asks for a large thing: 64 KiB for each call. */
    large: { ...method, path: '/attack.Work/Large' },
    /** Looks at all the metadata, and keeps it until the call is over. */
    metadata: { ...method, path: '/attack.Work/Metadata' },
  },
};
const EMPTY = new Uint8Array(0);

/**
 * The server under attack. Its handlers are as handlers are: some answer, some wait for a database
 * that does not answer, some read more slowly than a client sends.
 */
export function victimServer(options: ServerOptions = {}): Server {
  const server = new Server({
    onHandlerError: () => {},
    minPingIntervalMs: 0,
    permitPingWithoutCalls: true,
    ...options,
  });
  new Health().register(server);
  server.addService(GreeterDefinition, { sayHello: ({ name }) => ({ message: `Hello, ${name}` }) });
  server.addService(EchoDefinition, {
    unary: (request) => request,
    /** Without end: of one octet, or of 64 KiB for a request of four. */
    async *down(request) {
      for (;;) yield new Uint8Array(request.length === 4 ? 65_536 : 1);
    },
    /** Reads one message and then no more. */
    async up(requests, call) {
      for await (const _ of requests) await untilEnd(call.signal);
      return new Uint8Array(0);
    },
    /** A slow reader's answers. */
    async *both(requests) {
      for await (const message of requests) yield message;
    },
  });
  server.addService(
    WorkDefinition as never,
    {
      async hold(request: unknown, call: { signal: AbortSignal }) {
        await untilEnd(call.signal);
        void request;
        return EMPTY;
      },
      read: () => EMPTY,
      stay: () => never,
      large: () => new Uint8Array(65_536),
      async metadata(_: unknown, call: { signal: AbortSignal; metadata: Iterable<unknown> }) {
        const first = call.metadata[Symbol.iterator]().next();
        await untilEnd(call.signal);
        void first;
        return EMPTY;
      },
    } as never,
  );
  return server;
}
