import type { ShopHandlers } from '#course/kit/bench/shop-bench';
import type { Warehouse } from '#course/kit/bench/warehouse';
import { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import type { Order } from '#protobuf/generated/ecommerce';
import { isFound } from '../../shop/orders.ts';

/** Makes the handlers of a shop that has its orders in this warehouse. */
export type MakeShop = (
  warehouse: Warehouse,
) => Required<Pick<ShopHandlers, 'addOrder' | 'getOrder' | 'searchOrders'>>;

const isWhole = ({ items, destination }: Order) => items.length > 0 && destination !== '';

/** The shop, as plain as can be. It keeps every sentence of the contract. */
// #region right
export const plainShop: MakeShop = (warehouse) => {
  let last = 112;
  return {
    async addOrder(order) {
      if (!isWhole(order)) throw new GrpcError(Status.INVALID_ARGUMENT, 'items, and a destination');
      const id = String(++last);
      await warehouse.add({ ...order, id });
      return { value: id };
    },
    async getOrder({ value }) {
      const order = await warehouse.find(value);
      if (!order) throw new GrpcError(Status.NOT_FOUND, `no order '${value}'`);
      return order;
    },
    async *searchOrders({ value }, call) {
      for (let at = 0; !call.cancelled; at++) {
        const order = await readOr(warehouse, at);
        if (order === undefined) return;
        if (isFound(order, value)) yield order;
      }
    },
  };
};
// #endregion right

async function readOr(warehouse: Warehouse, at: number): Promise<Order | undefined> {
  try {
    return await warehouse.read(at);
  } catch {
    throw new GrpcError(Status.UNAVAILABLE, 'the warehouse is closed');
  }
}

/** The first, and as many more as the contract allows. */
const AT_ONCE = 4;

/** Reads four at a time, says other texts, and has other ids: each is below the last one. */
const eagerShop: MakeShop = (warehouse) => {
  let last = 353_576;
  return {
    async addOrder(order) {
      if (!isWhole(order)) throw new GrpcError(Status.INVALID_ARGUMENT, 'this cannot be sent');
      last -= 977;
      const id = `order-${last.toString(36)}`;
      await warehouse.add({ ...order, id });
      return { value: id };
    },
    async getOrder({ value }) {
      const order = await warehouse.find(value);
      if (!order) throw new GrpcError(Status.NOT_FOUND, 'unknown');
      return order;
    },
    async *searchOrders({ value }, call) {
      for (let at = 0; !call.cancelled; at += AT_ONCE) {
        const read = [];
        let failure: unknown;
        for (let i = at; i < at + AT_ONCE && failure === undefined && !call.cancelled; i++) {
          try {
            read.push(await warehouse.read(i));
          } catch {
            failure = new GrpcError(Status.UNAVAILABLE, 'try again');
          }
        }
        for (const order of read) if (order && isFound(order, value)) yield order;
        if (failure) throw failure;
        if (read.at(-1) === undefined) return;
      }
    },
  };
};

/** With its accesses to the warehouse an answer takes nearly a second, and a search nearly two. */
const ANSWER_REST_MS = 900;
const SEARCH_REST_MS = 1_700;

/** Takes its time, reads on as long as it may when a caller leaves, and refuses to search for nothing. */
const slowShop: MakeShop = (warehouse) => {
  const plain = plainShop(warehouse);
  return {
    async addOrder(order, call) {
      const answer = await plain.addOrder(order, call);
      await warehouse.rest(ANSWER_REST_MS);
      return answer;
    },
    async getOrder(request, call) {
      await warehouse.rest(ANSWER_REST_MS);
      return plain.getOrder(request, call);
    },
    async *searchOrders(request, call) {
      if (request.value === '') throw new GrpcError(Status.INVALID_ARGUMENT, 'a text');
      await warehouse.rest(SEARCH_REST_MS);
      try {
        yield* plain.searchOrders(request, call) as AsyncIterable<Order>;
      } finally {
        // With the one that it was just reading these are three.
        if (call.cancelled) for (let i = 0; i < 2; i++) await warehouse.read(i);
      }
    },
  };
};

export interface RightShop {
  /** In what it differs from the plain one, where the contract leaves it open. */
  differs?: string;
  make: MakeShop;
}

export const RIGHT_SHOPS: readonly RightShop[] = [
  { make: plainShop },
  {
    differs:
      'This shop has ids like "order-7k2f" (and no id says which order is newer), other texts in its errors, and reads four orders before it sends what it has found',
    make: eagerShop,
  },
  {
    differs:
      'This shop takes nearly a second for an answer and nearly two for a search, reads three orders more when a caller has left, and refuses to search for an empty text',
    make: slowShop,
  },
];
