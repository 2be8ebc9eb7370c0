import { Metadata } from '@grpc/grpc-js';
import type { Stage } from '#course/lesson/stage';
import type { Order } from '#protobuf/generated/ecommerce';
import { COUNT } from '#uploads/incoming';
import type { Book } from '#uploads/update-all';
import { drawTable } from '../10-hello-grpc/compare.ts';
import type { Tap } from '../10-hello-grpc/tap.ts';
import { untilStill } from '../11-server-streaming/still.ts';
import type { OrderManagementClient } from '../shop/types/ecommerce/OrderManagement.ts';
import { withShop } from './at-shop.ts';
import { moved } from './client.ts';
import { createHandler, type Handler, openBook } from './server.ts';

// #region obvious
/** The handler that one writes first: all that comes is kept, and put in at the end. */
function obvious(book: Book, log: (line: string) => void): Handler {
  return async (call, callback) => {
    const changed: Order[] = [];
    try {
      for await (const order of call) changed.push(order);
    } catch {
      return log('threw');
    }
    for (const order of changed) book.set(order.id, order);
    log('ended');
    callback(null, { value: `updated ${changed.length}` });
  };
}
// #endregion obvious

/** A little less obvious: it looks whether the call was cancelled, before it changes anything. */
function looking(book: Book, log: (line: string) => void): Handler {
  return async (call, callback) => {
    const changed: Order[] = [];
    try {
      for await (const order of call) changed.push(order);
    } catch {
      return log('threw');
    }
    log('ended');
    if (call.cancelled) return;
    for (const order of changed) book.set(order.id, order);
    callback(null, { value: `updated ${changed.length}` });
  };
}

/** How a client can go, two orders into its upload. */
const WAYS = {
  'it cancels': ({ call }) => call.cancel(),
  'its connection is cut': ({ tap }) => tap.close(),
  'its deadline passes': () => {},
} satisfies Record<string, (ends: { call: { cancel(): void }; tap: Tap }) => unknown>;

/** The deadline of the client that stays until it passes, and of one that goes long before. */
const DEADLINE_MS = 300;
const NO_HURRY_MS = 60_000;

/** `--cut`: the client goes in the middle, in three ways. */
export async function showLeaving(stage: Stage): Promise<void> {
  await stage.scene('A client that goes in the middle');
  stage.say(
    'A list of five orders; after two the client is gone. The server was to change all or nothing. How many has it changed?',
  );
  const rows = [];
  for (const way of Object.keys(WAYS) as (keyof typeof WAYS)[]) {
    const first = await goInTheMiddle(obvious, way);
    const second = await goInTheMiddle(looking, way);
    const third = await goInTheMiddle(createHandler, way);
    rows.push([way, first.how, ...[first, second, third].map(({ changed }) => `${changed}`)]);
  }
  stage.print(drawTable([['', 'its loop', 'obvious', 'looking', 'incoming'], ...rows]));
  stage.say(
    'An end is not always a "that was all". If the client is gone, grpc-js ends the loop of the handler like any other; sometimes it breaks it. So the obvious handler takes a part for the whole, and writes it down. The second looks at call.cancelled before it writes, and that helps where the connection is cut. It does not help against a client that cancels: the loop ends first, and the bad news comes behind it. incoming() has counted: five were announced, two came.',
  );
}

/** Sends two orders, goes, and looks what the server has changed then. */
async function goInTheMiddle(
  make: (book: Book, log: (line: string) => void) => Handler,
  way: keyof typeof WAYS,
): Promise<{ how: string; changed: number }> {
  const book = openBook();
  let how = 'waits';
  let came = 0;
  const handler = make(book, (line) => {
    how = line;
  });
  const counted: Handler = (call, callback) => {
    const { push } = call;
    call.push = (chunk, ...rest) => {
      if (chunk !== null) came++;
      return push.call(call, chunk, ...rest);
    };
    return handler(call, callback);
  };
  return withShop({ handler: counted }, async ({ shop, tap }) => {
    const call = begin(shop, way === 'its deadline passes' ? DEADLINE_MS : NO_HURRY_MS);
    for await (const order of moved(['101', '102'], 'Oslo')) call.write(order);
    while (came < 2 && how === 'waits') await new Promise((resolve) => setTimeout(resolve, 5));
    await WAYS[way]({ call, tap });
    // The handler says how it ended; an answer that is on its way may still change something.
    while (how === 'waits') await new Promise((resolve) => setTimeout(resolve, 5));
    await untilStill(() => came);
    return { how, changed: [...book.values()].filter(inOslo).length };
  });
}

const inOslo = ({ destination }: Order) => destination === 'Oslo';

function begin(shop: OrderManagementClient, timeoutMs: number) {
  const metadata = new Metadata();
  metadata.set(COUNT, '5');
  return shop.updateOrders(metadata, { deadline: Date.now() + timeoutMs }, () => {});
}
