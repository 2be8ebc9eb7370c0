import { Server } from '#grpc/server/server';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { EchoDefinition } from './echo.ts';

/**
 * A server in a process of its own, so that its memory can be measured and its death survived.
 * Run by `startServer()` of `process.ts`; answers `measure` over IPC, and ends with its parent.
 */
const server = new Server({
  onHandlerError: () => {},
  minPingIntervalMs: 0,
  permitPingWithoutCalls: true,
});
const parked = new Set<() => void>();

server.addService(GreeterDefinition, { sayHello: ({ name }) => ({ message: `Hello, ${name}` }) });
server.addService(EchoDefinition, {
  unary: (request) => request,
  async *down(request) {
    for (;;) yield new Uint8Array(request.length === 4 ? 65_536 : 1);
  },
  /** Reads one message and then no more: the slowest of all readers. */
  async up(requests, call) {
    for await (const _ of requests) {
      await new Promise<void>((resolve) => {
        parked.add(resolve);
        call.signal.addEventListener('abort', () => resolve());
      });
    }
    return new Uint8Array(0);
  },
  async *both(requests) {
    for await (const message of requests) yield message;
  },
});

const { port } = await server.listen({ port: Number(process.argv[2] ?? 0) });
process.on('message', (question) => {
  if (question !== 'measure') return;
  // Twice: what a finalizer lets go of in the first round is gone after the second.
  globalThis.gc?.();
  globalThis.gc?.();
  const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
  process.send?.({ rss, held: heapUsed + external, heapUsed, arrayBuffers });
});
process.on('disconnect', () => process.exit());
process.send?.({ port });
