import { status } from '@grpc/grpc-js';
import type { Order } from '#protobuf/generated/ecommerce';
import { isFound, ORDERS } from '../../../lessons/shop/orders.ts';
import type { ShopClient } from '../../shop/clients.ts';
import type { Gate } from './gate.ts';
import {
  largeIds,
  largeOrders,
  PACE_MS,
  pause,
  SLOW_ID,
  TORN,
  UNKNOWN_ID,
  WITHOUT_END,
} from './procedures.ts';

/** How a short stream goes, and what makes it wrong: it throws. */
type ShortStream = (shop: ShopClient) => Promise<void>;

/** Between the beginnings of two short streams, in milliseconds. */
const SHORT_EVERY_MS = 100;

const TEAS = ORDERS.filter((order) => isFound(order, 'tea')).length;

/** Each way in which a stream of each kind can go. They take turns. */
const SHORT: Record<string, ShortStream> = {
  'a search, to its end': async (shop) => expect(await countOf(shop.search('tea')), TEAS),
  'a search, left after three': async (shop) => expect(await countOf(shop.search('tea'), 3), 3),
  'a long search, left after three': async (shop) =>
    expect(await countOf(shop.search(WITHOUT_END), 3), 3),
  'a search that fails after three': (shop) =>
    fails(status.DATA_LOSS, () => countOf(shop.search(TORN))),
  'an upload, to its end': async (shop) => expect(await shop.update(orders(30)), 'updated 30'),
  'an upload, refused in the middle': (shop) =>
    fails(status.NOT_FOUND, () => shop.update(orders(30, UNKNOWN_ID))),
  'an upload whose source throws': async (shop) => {
    const error = await shop.update(torn()).catch((thrown: unknown) => thrown);
    expect((error as Error).message, TORN);
  },
  'a conversation, to its end': async (shop) =>
    expect((await countOf(shop.process(ids(12)))) > 0, true),
  'a conversation, left after one': async (shop) =>
    expect(await countOf(shop.process(ids(40)), 1), 1),
};

/** Counts of what has gone by. */
export interface Tally {
  /** Short streams that have gone as they should. */
  streams: number;
  /** Messages of the three long ones, as the slow side has taken them. */
  messages: number;
}

/**
 * Begins three streams that last for ever, one of each kind, all with a side that is slower than
 * the other; and short ones, one after the other. `failed` hears of the first that goes wrong.
 */
export function runStreams(
  shop: ShopClient,
  tally: Tally,
  gate: Gate,
  failed: (error: unknown) => void,
): void {
  const long = async (messages: AsyncIterable<unknown>) => {
    for await (const _ of messages) {
      tally.messages++;
      await pause(PACE_MS);
    }
    throw new Error('a stream without end has ended');
  };
  const upload = async () => {
    await shop.update(slowOrders(tally));
    throw new Error('an upload without end was answered');
  };
  long(shop.search(WITHOUT_END)).catch(failed);
  long(shop.process(largeIds())).catch(failed);
  upload().catch(failed);
  short(shop, tally, gate).catch(failed);
}

async function short(shop: ShopClient, tally: Tally, gate: Gate): Promise<void> {
  for (;;) {
    for (const [name, run] of Object.entries(SHORT)) {
      await run(shop).catch((cause) => {
        throw new Error(`${name}: ${cause}`, { cause });
      });
      tally.streams++;
      await Promise.all([gate.pass(), pause(SHORT_EVERY_MS)]);
    }
  }
}

/** Reads messages, at most so many, and says how many. */
async function countOf(messages: AsyncIterable<unknown>, most = Number.POSITIVE_INFINITY) {
  let count = 0;
  for await (const _ of messages) if (++count === most) break;
  return count;
}

/** Orders, and behind half of them perhaps one more, with another id. */
async function* orders(count: number, id?: string): AsyncGenerator<Order> {
  for (const [i, order] of ORDERS.slice(0, count).entries()) {
    if (i === count >> 1 && id !== undefined) yield { ...order, id } as Order;
    yield order as Order;
  }
}

async function* torn(): AsyncGenerator<Order> {
  yield* orders(3);
  throw new Error(TORN);
}

/** Orders without end, which the server is asked to take slowly. */
async function* slowOrders(tally: Tally): AsyncGenerator<Order> {
  let isFirst = true;
  for (const order of largeOrders()) {
    yield isFirst ? { ...order, id: SLOW_ID } : order;
    isFirst = false;
    tally.messages++;
  }
}

async function* ids(count: number): AsyncGenerator<{ value: string }> {
  for (let i = 0; i < count; i++) yield { value: ORDERS[i % ORDERS.length]!.id };
}

function expect(received: unknown, expected: unknown): void {
  if (received !== expected) throw new Error(`expected ${expected}, received ${received}`);
}

async function fails(code: status, run: () => Promise<unknown>): Promise<void> {
  const error = await run().then(
    () => undefined,
    (thrown: { code?: status }) => thrown,
  );
  expect(error?.code, code);
}
