import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Stage } from '#course/lesson/stage';
import type { Order } from '#protobuf/generated/ecommerce';
import { hasRoom } from '#uploads/upload';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { untilStill } from '../11-server-streaming/still.ts';
import { withShop } from './at-shop.ts';
import { longList, type Seen } from './refuse.ts';
import type { Handler } from './server.ts';

/** How many the server takes before it goes for a cup of tea. */
const READ = 10;

const sleepy: Handler = async (call) => {
  let read = 0;
  for await (const _ of call.iterator({ destroyOnReturn: false })) if (++read === READ) break;
};

type Call = Parameters<typeof hasRoom>[0] & { write(order: Order): boolean };

/** `--slow`: a large upload to a server that has stopped reading. */
export async function showSlow(stage: Stage): Promise<void> {
  await stage.scene('A server that stops reading');
  stage.say(
    `A client has five thousand orders of a kilobyte. The server reads ${READ}, and goes for a cup of tea. What is in the client’s memory then?`,
  );
  const never = new AbortController().signal;
  const rows = [
    await row('write() ignored', async (call, order) => void call.write(order)),
    await row('waits for drain', async (call, order) => {
      if (!call.write(order)) await hasRoom(call, never);
    }),
  ];
  stage.print(drawTable([['', 'orders made', 'waiting in the stream', 'heap grew by'], ...rows]));
  stage.say(
    'The same as in lesson 11, the other way round: it is the sender who must wait. A server that is slow for all its clients has no memory of its own to lose; each client has.',
  );
}

async function row(name: string, send: (call: Call, order: Order) => Promise<void>) {
  return withShop({ handler: sleepy }, async ({ shop }) => {
    const before = heapUsed();
    const seen: Seen = { made: 0, cleaned: false };
    const call = shop.updateOrders({ deadline: Date.now() + 60_000 }, () => {});
    const list = longList(seen);
    void (async () => {
      for await (const order of list) await send(call, order);
    })();
    await untilStill(() => seen.made);
    const waiting = call.writableLength;
    const heap = Math.max(0, heapUsed() - before) / 2 ** 20;
    call.cancel();
    return [name, count(seen.made), count(waiting), `${heap.toFixed(1)} MiB`];
  });
}

const count = (number: number) => number.toLocaleString('en');

/** Bytes of the heap that are in use, behind a collection of garbage. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}
