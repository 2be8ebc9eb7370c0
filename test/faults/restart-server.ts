import { Server } from '#grpc/server/server';
import { EchoDefinition } from '../attack/echo.ts';

/**
 * A server that comes and goes, in a process of its own: `restart-server.ts PORT`. It answers with a
 * little to wait in between, so that an end finds calls at work. Told `shutdown` by IPC it takes no
 * new calls and ends when the last is answered; it may also be killed.
 */
const breath = () => new Promise<void>((next) => setImmediate(next));
const server = new Server({ onHandlerError: () => {} });

server.addService(EchoDefinition, {
  async unary(request) {
    await breath();
    return request;
  },
  async *down(request) {
    for (let i = 0; i < 5; i++) {
      await breath();
      yield request;
    }
  },
  async up(requests) {
    let last = new Uint8Array(0);
    for await (const request of requests) last = new Uint8Array(request);
    return last;
  },
  async *both(requests) {
    for await (const request of requests) {
      await breath();
      yield request;
    }
  },
});

const { port } = await server.listen({ port: Number(process.argv[2]) });
process.on('message', async (order) => {
  if (order !== 'shutdown') return;
  await server.shutdown();
  process.exit();
});
process.on('disconnect', () => process.exit());
process.send?.({ port });
