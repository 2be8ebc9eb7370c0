import { status } from '@grpc/grpc-js';
import { CallError } from '#hello/call';
import type { Order } from '#protobuf/generated/ecommerce';

export type Book = Map<string, Order>;

/** The same with a list and a set. */
export async function updateAll(orders: AsyncIterable<Order>, book: Book): Promise<string[]> {
  const staged: Order[] = [];
  const seen = new Set<string>();
  for await (const order of orders) {
    if (seen.has(order.id)) {
      throw new CallError(status.INVALID_ARGUMENT, `${order.id}: twice in one upload`);
    }
    if (book.get(order.id) === undefined) {
      throw new CallError(status.NOT_FOUND, `nobody has ordered ${order.id}`);
    }
    seen.add(order.id);
    staged.push(order);
  }
  return staged.map((order) => {
    book.set(order.id, order);
    return order.id;
  });
}
