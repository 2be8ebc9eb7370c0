import { status } from '@grpc/grpc-js';
import { CallError } from '#hello/call';
import type { Order } from '#protobuf/generated/ecommerce';
import { isFound, ORDERS } from '../shop/orders.ts';

// #region search
/** What SearchOrders does, whichever stack carries it: the orders with an item of that name. */
export async function* searchOrders(text: string, log: (line: string) => void) {
  if (text === '') throw new CallError(status.INVALID_ARGUMENT, 'search for what?');
  let found = 0;
  try {
    for (const order of ORDERS) {
      if (!isFound(order, text)) continue;
      found++;
      yield order as Order;
    }
  } finally {
    log(`SearchOrders("${text}"): found ${found}`);
  }
}
// #endregion search

/** What an experiment did to its search, while it runs. */
export interface Seen {
  /** Orders that it has handed out. */
  made: number;
  /** Its `finally` has run. */
  cleaned: boolean;
}

/** A search that never ends. */
export async function* withoutEnd(seen: Seen): AsyncGenerator<Order> {
  try {
    for (;;) {
      for (const order of ORDERS) {
        seen.made++;
        yield order as Order;
      }
    }
  } finally {
    seen.cleaned = true;
  }
}

/** A search that fails after so many. */
export async function* failingAfter(count: number): AsyncGenerator<Order> {
  for (const order of ORDERS.slice(0, count)) yield order as Order;
  throw new CallError(status.DATA_LOSS, 'the book is torn');
}
