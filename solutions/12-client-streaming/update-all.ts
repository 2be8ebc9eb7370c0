// Not derived: it is what a service decides, whichever library carries it.
import { status } from '@grpc/grpc-js';
import { CallError } from '#hello/call';
import type { Order } from '#protobuf/generated/ecommerce';

/** The shop's orders, by id. */
export type Book = Map<string, Order>;

/**
 * Replaces all these orders in the book, or none: an error says that nothing has changed.
 *
 * Nothing in the book changes before the last has come. An id that the book does not have is refused
 * at once, without waiting for the rest, and so is the same id twice.
 *
 * @returns the ids, in the order in which they came
 * @throws CallError NOT_FOUND or INVALID_ARGUMENT with the id in its text; and what `orders` throws,
 *   such as that the client has left. The book is then as it was.
 */
export async function updateAll(orders: AsyncIterable<Order>, book: Book): Promise<string[]> {
  // <task 2>
  //? Keep what comes beside the book (a Map remembers in which order), and put it in when all is
  //? there. status.NOT_FOUND: the book has no such id. status.INVALID_ARGUMENT: it came before.
  const changed: Book = new Map();
  for await (const order of orders) {
    const { id } = order;
    if (!book.has(id)) throw new CallError(status.NOT_FOUND, `there is no order ${id}`);
    if (changed.has(id)) throw new CallError(status.INVALID_ARGUMENT, `order ${id} came twice`);
    changed.set(id, order);
  }
  for (const [id, order] of changed) book.set(id, order);
  return [...changed.keys()];
  // </task>
}
