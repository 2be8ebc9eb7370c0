import { batches } from '#bidi/batches';
import { inOrder } from '#bidi/in-order';
import type { CombinedShipment, Order } from '#protobuf/generated/ecommerce';
import { systemClock } from '#time/clock';
import { ORDERS } from '../shop/orders.ts';

/** Looked up at once; together in a shipment; how long the first waits for company. */
const AT_ONCE = 4;
const BATCH = 3;
export const WAIT_MS = 25;

export interface ProcessOptions {
  size?: number;
  ms?: number;
}

// #region process
/** ProcessOrders, whichever stack carries it: ids come in, shipments go out. */
export async function* processOrders(
  ids: AsyncIterable<{ value: string }>,
  { size = BATCH, ms = WAIT_MS }: ProcessOptions = {},
): AsyncGenerator<CombinedShipment> {
  const orders = inOrder(ids, AT_ONCE, ({ value }) => lookUp(value));
  for await (const batch of batches(orders, { size, ms, clock: systemClock })) {
    yield* shipments(batch.filter((order) => order !== undefined));
  }
}
// #endregion process

async function lookUp(id: string): Promise<Order | undefined> {
  return ORDERS.find((order) => order.id === id) as Order | undefined;
}

/** One for each place that orders of the batch go to. */
function shipments(batch: Order[]): CombinedShipment[] {
  const places = new Map<string, Order[]>();
  for (const order of batch) {
    const there = places.get(order.destination) ?? [];
    places.set(order.destination, [...there, order]);
  }
  return [...places].map(([place, ordersList]) => ({
    id: `${place}-${ordersList[0]!.id}`,
    status: 'packed',
    ordersList,
  }));
}
