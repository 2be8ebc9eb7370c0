import { downstream } from '#grpc/interceptors/translate';
import { type Check, validate } from '#grpc/server/violations';
import type { Order } from '#protobuf/generated/ecommerce';
import { ORDERS, PRICES } from '../shop/orders.ts';
import { Busy, NoSuchOrder, OutOfStock, TakenAlready } from './shop-errors.ts';

/** What no client should read. */
export const SECRET = 'cannot reach postgres://admin:hunter2@10.0.0.7/orders';

/** How many calls are turned away before one is let through, and how long each is told to wait. */
export const BUSY_MS = 20;

/** Asks another service how many there are. */
export type AskStock = (item: string) => Promise<number>;

const FULL: AskStock = async (item) => (item === 'kettle' ? 0 : 100);

// #region check
/** Everything that is wrong with an order, whatever state the shop is in. */
export const checkOrder: Check<Order> = (order, violations) => {
  if (!/^\d{3}$/.test(order.id)) violations.add('id', 'FORMAT', 'three digits');
  if (order.items.length === 0) violations.add('items', 'EMPTY', 'one item or more');
  violations.each('items', order.items, (item, here) => {
    if (!(item in PRICES)) here.add('', 'UNKNOWN_ITEM', 'nothing that we sell');
  });
  if (order.price < 0) violations.add('price', 'NEGATIVE', '0 or more');
};
// #endregion check

/** The shop: it knows orders, and nothing of gRPC. */
export function createShop(askStock: AskStock = FULL) {
  let turnedAway = 0;
  return {
    // #region orders
    getOrder({ value }: { value: string }): Order {
      if (value === 'bug') throw new Error(SECRET);
      const order = ORDERS.find(({ id }) => id === value);
      if (order === undefined) throw new NoSuchOrder(value);
      return order as Order;
    },

    async addOrder(order: Order): Promise<{ value: string }> {
      validate(order, checkOrder);
      if (ORDERS.some(({ id }) => id === order.id)) throw new TakenAlready(order.id);
      if (order.destination === 'Perth' && turnedAway++ === 0) throw new Busy(BUSY_MS);
      for (const item of order.items) {
        const left = await downstream(askStock(item));
        if (left === 0) throw new OutOfStock(item);
      }
      return { value: order.id };
    },
    // #endregion orders
  };
}

export type Shop = ReturnType<typeof createShop>;
