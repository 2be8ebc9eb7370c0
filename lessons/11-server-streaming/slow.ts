import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Stage } from '#course/lesson/stage';
import type { Order } from '#protobuf/generated/ecommerce';
import { handleStream } from '#streams/send-all';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { ORDERS } from '../shop/orders.ts';
import { atShop } from './at-shop.ts';
import { search } from './client.ts';
import type { Seen } from './search.ts';
import type { Handler } from './server.ts';
import { untilStill } from './still.ts';

/** Orders that the server has to send, with a description of so many bytes each. */
const ORDERS_TO_SEND = 10_000;
const DESCRIPTION_BYTES = 1_024;
/** How many the reader takes before it goes for a cup of tea. */
const READ = 10;

// #region careless
/** Writes, and does not look at what write() says. */
function careless(seen: Seen): Handler {
  return async (call) => {
    for await (const order of many(seen)) call.write(order);
    call.end();
  };
}
// #endregion careless

/** The same, as the exercise has it. */
const careful = (seen: Seen): Handler => handleStream(() => many(seen));

export interface Measured {
  /** Orders that the server has made. */
  made: number;
  /** Those that wait in the server’s stream. */
  waiting: number;
  /** How much larger the heap is, in MiB. */
  heap: number;
}

/** What a server holds in memory while its reader does not read. */
export async function measureSlow(make: (seen: Seen) => Handler): Promise<Measured> {
  const seen: Seen = { made: 0, cleaned: false };
  let waiting = () => 0;
  const handler: Handler = (call) => {
    waiting = () => call.writableLength;
    return make(seen)(call);
  };
  return atShop(handler, async (shop) => {
    const before = heapUsed();
    const call = search(shop, 'everything', 60_000);
    call.on('error', () => {});
    let read = 0;
    for await (const _ of call) if (++read === READ) break;
    await untilStill(() => seen.made);
    const measured = { made: seen.made, waiting: waiting(), heap: (heapUsed() - before) / 2 ** 20 };
    call.cancel();
    return measured;
  });
}

/** `--slow`: a reader that stops, and a server with and without drain. */
export async function showSlow(stage: Stage): Promise<void> {
  await stage.scene('A reader that stops reading');
  stage.say(
    `The server has ${ORDERS_TO_SEND.toLocaleString('en')} orders of a kilobyte to send. The reader takes ${READ}, and goes for a cup of tea. What is in the server’s memory then?`,
  );
  const rows = [];
  for (const [how, make] of [
    ['write() ignored', careless],
    ['waits for drain', careful],
  ] as const) {
    const { made, waiting, heap } = await measureSlow(make);
    rows.push([how, count(made), count(waiting), `${Math.max(0, heap).toFixed(1)} MiB`]);
  }
  stage.print(drawTable([['', 'orders made', 'waiting in the stream', 'heap grew by'], ...rows]));
  stage.say(
    'write() never refuses: it takes what it gets, and says false when sixteen wait. A server that does not listen has all of it in memory, for each caller that is slow, or has stopped, or means harm. One that waits for drain makes what fits on the way to the reader, and no more.',
  );
}

const count = (number: number) => number.toLocaleString('en');

async function* many(seen: Seen): AsyncGenerator<Order> {
  for (seen.made = 0; seen.made < ORDERS_TO_SEND; ) {
    const description = Buffer.alloc(DESCRIPTION_BYTES, 'tea ').toString();
    yield { ...ORDERS[seen.made++ % ORDERS.length]!, description };
  }
}

/** Bytes of the heap that are in use, behind a collection of garbage. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
