import { status } from '@grpc/grpc-js';
import { CallError } from '#hello/call';
import type { CombinedShipment, Order } from '#protobuf/generated/ecommerce';
import { type Book, updateAll } from '#uploads/update-all';
import {
  failingAfter,
  type Seen,
  searchOrders,
  withoutEnd,
} from '../../../../lessons/11-server-streaming/search.ts';
import { openBook } from '../../../../lessons/12-client-streaming/server.ts';
import { processOrders } from '../../../../lessons/13-bidi-streaming/process.ts';

/** Searches that go another way than to their end. The article's server has them, too. */
export const WITHOUT_END = 'without end';
export const TORN = 'torn';
/** An order that nobody knows. */
export const UNKNOWN = '999';

/** What the shop of our servers does, on both stacks: lessons 11 to 13. Errors are grpc-js's. */
export interface Procedures {
  search(text: string): AsyncIterable<Order>;
  update(orders: AsyncIterable<Order>): Promise<string>;
  process(ids: AsyncIterable<{ value: string }>): AsyncIterable<CombinedShipment>;
}

/** A shop, and what one sees of it from outside. */
export interface ShopBook extends Procedures {
  book: Book;
  /** Of the search without end. */
  seen: Seen;
}

export function openShop(log: (line: string) => void): ShopBook {
  const book = openBook();
  const seen: Seen = { made: 0, cleaned: false };
  return {
    book,
    seen,
    search(text) {
      if (text === WITHOUT_END) return withoutEnd(seen);
      return text === TORN ? failingAfter(3) : searchOrders(text, log);
    },
    async update(orders) {
      return `updated ${(await updateAll(orders, book)).join(', ')}`;
    },
    process: (ids) => processOrders(refusing(ids)),
  };
}

/** Lesson 13 overlooks an id that it does not know; here the conversation ends with it. */
async function* refusing(ids: AsyncIterable<{ value: string }>) {
  for await (const id of ids) {
    if (id.value === UNKNOWN) throw new CallError(status.NOT_FOUND, `there is no order ${UNKNOWN}`);
    yield id;
  }
}
