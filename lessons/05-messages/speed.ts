/** How long each way takes on this machine, now. The figures are for looking at, nothing more. */

import { decodeMessage, encodeMessage } from '#protobuf/fields/message-codec';
import { Order } from '#protobuf/generated/ecommerce';

export interface Speed {
  name: string;
  /** Messages a second. */
  written: number;
  read: number;
}

const WARM_UP_MS = 60;
const MEASURE_MS = 150;

/** One way after the other, so that a page can show each as it comes. */
export function* measureSpeed(orders: readonly Order[]): Generator<Speed> {
  const texts = orders.map((order) => JSON.stringify(order));
  const bytes = orders.map((order) => Order.encode(order));
  const { descriptor } = Order;
  yield {
    name: 'JSON',
    written: rate(orders, (order) => JSON.stringify(order)),
    read: rate(texts, (text) => JSON.parse(text)),
  };
  yield {
    name: 'generated code',
    written: rate(orders, (order) => Order.encode(order)),
    read: rate(bytes, (message) => Order.decode(message)),
  };
  yield {
    name: 'by descriptor',
    written: rate(orders, (order) => encodeMessage(descriptor, order)),
    read: rate(bytes, (message) => decodeMessage(descriptor, message)),
  };
}

/** Calls of `work` a second, over all `items` again and again. */
function rate<T>(items: readonly T[], work: (item: T) => unknown): number {
  run(items, work, WARM_UP_MS);
  return run(items, work, MEASURE_MS);
}

function run<T>(items: readonly T[], work: (item: T) => unknown, forMs: number): number {
  const begin = performance.now();
  let calls = 0;
  let elapsed = 0;
  while (elapsed < forMs) {
    for (const item of items) work(item);
    calls += items.length;
    elapsed = performance.now() - begin;
  }
  return (calls * 1000) / elapsed;
}
