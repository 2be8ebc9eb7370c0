import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { Server } from '#grpc/server/server';
import { EchoDefinition } from './echo.ts';

/** Run by `backpressure.test.ts`: a stream of large messages to somebody who hardly reads. */

const SIZE = 64 * 1024;
const TOTAL = 80 * 1024 * 1024;
const [kind] = process.argv.slice(2);
let made = 0;
let read = 0;

async function* source() {
  while (made < TOTAL + 64 * 1024 * 1024) {
    made += SIZE;
    yield new Uint8Array(SIZE);
  }
}

function held(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const turn = () => new Promise<void>((next) => setImmediate(next));
const before = held();

/** Until the sender has made nothing more for a while: it is stopped, not slow. */
async function stuck(): Promise<void> {
  for (let still = 0, last = -1; still < 200; ) {
    await turn();
    still = made === last ? still + 1 : 0;
    last = made;
  }
}

async function readSlowly(messages: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const message of messages) {
    read += message.length;
    if (read === SIZE) {
      await stuck();
      process.send?.({ made, held: held() - before });
    }
    await turn();
    if (read >= TOTAL) break;
  }
  await stuck();
  process.send?.({ made, read, held: held() - before });
}

const server = new Server();
server.addService(EchoDefinition, {
  down: () => source(),
  async up(requests) {
    await readSlowly(requests);
    return new Uint8Array(0);
  },
  async *both(requests) {
    yield* requests;
  },
});
const { port } = await server.listen({ port: 0 });
const channel = new Channel(`ipv4:127.0.0.1:${port}`);
const echo = createClient(EchoDefinition, channel);
if (kind === 'down') await readSlowly(echo.down(new Uint8Array(0)));
if (kind === 'up') await echo.up(source());
if (kind === 'both') await readSlowly(echo.both(source()));
await channel.shutdown();
await server.close();
process.disconnect?.();
