import { status } from '@grpc/grpc-js';
import type { CombinedShipment, Order } from '#protobuf/generated/ecommerce';
import { processOrders } from '../../../lessons/13-bidi-streaming/process.ts';
import { isFound, ORDERS } from '../../../lessons/shop/orders.ts';

/**
 * What the shop does in a soak, whichever stack carries it. Each of its streams can end well, can
 * fail in the middle, and can last for as long as the soak does.
 */

/** What a client asks for, to get a stream of that sort. */
export const WITHOUT_END = 'without end';
export const TORN = 'torn';
/** The id of an order that nobody knows: an update with it is refused at once. */
export const UNKNOWN_ID = '999';
/** The id of the first order of an upload that the server takes at the long streams' pace. */
export const SLOW_ID = 'slow';

/** One message of each long stream goes by in so many milliseconds: whoever sends it has to wait. */
export const PACE_MS = 20;
/** How large a message of a long stream is, in bytes: so that all its windows are soon full. */
const LARGE = 1024;
const DESCRIPTION = 'tea '.repeat(LARGE / 4);

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Orders of a kilobyte, for as long as somebody takes them. */
export function* largeOrders(): Generator<Order> {
  for (;;) for (const order of ORDERS) yield { ...order, description: DESCRIPTION } as Order;
}

/** Ids of a kilobyte: the shop looks at what stands before the spaces. */
export async function* largeIds(): AsyncGenerator<{ value: string }> {
  for (;;) for (const { id } of ORDERS) yield { value: id.padEnd(LARGE) };
}

async function* trimmed(ids: AsyncIterable<{ value: string }>) {
  for await (const { value } of ids) yield { value: value.trimEnd() };
}

/** Makes the error of a stack, from gRPC's code and a text. */
export type Fail = (code: status, details: string) => Error;

export interface Procedures {
  search(text: string): AsyncIterable<Order>;
  update(orders: AsyncIterable<Order>): Promise<string>;
  process(ids: AsyncIterable<{ value: string }>): AsyncIterable<CombinedShipment>;
}

/** @param begun is told of each stream that begins */
export function createProcedures(fail: Fail, begun: () => void): Procedures {
  return {
    async *search(text) {
      begun();
      if (text === WITHOUT_END) yield* largeOrders();
      if (text === TORN) {
        yield* ORDERS.slice(0, 3) as Order[];
        throw fail(status.DATA_LOSS, 'the book is torn');
      }
      yield* ORDERS.filter((order) => isFound(order, text)) as Order[];
    },
    async update(orders) {
      begun();
      let count = 0;
      let isSlow = false;
      for await (const { id } of orders) {
        if (count++ === 0) isSlow = id === SLOW_ID;
        if (id === UNKNOWN_ID) throw fail(status.NOT_FOUND, `there is no order ${id}`);
        if (isSlow) await pause(PACE_MS);
      }
      return `updated ${count}`;
    },
    process(ids) {
      begun();
      return processOrders(trimmed(ids));
    },
  };
}
