import { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import { Order } from '#protobuf/generated/ecommerce';
import { ADDED, FOUND, REFUSED, UNKNOWN } from './contract.ts';
import type { Fault } from './fault.ts';
import { type MakeShop, plainShop } from './right-shops.ts';

/** The plain shop, with other handlers in some places. */
const but =
  (
    change: (
      ...given: [...Parameters<MakeShop>, ReturnType<MakeShop>]
    ) => Partial<ReturnType<MakeShop>>,
  ): MakeShop =>
  (warehouse) => {
    const plain = plainShop(warehouse);
    return { ...plain, ...change(warehouse, plain) };
  };

/** Shops whose single answers are wrong, each in its own way. */
export const ANSWER_FAULTS: readonly Fault[] = [
  {
    name: 'empty-for-unknown',
    notice: 'who asks for an order that does not exist gets an empty one, and OK',
    breaks: UNKNOWN,
    make: but((warehouse) => ({
      getOrder: async ({ value }) => (await warehouse.find(value)) ?? Order.create(),
    })),
  },
  {
    name: 'unknown-code',
    notice: 'who mistypes an id reads UNKNOWN, as if the shop had broken down',
    breaks: UNKNOWN,
    make: but((warehouse) => ({
      async getOrder({ value }) {
        const order = await warehouse.find(value);
        if (!order) throw new GrpcError(Status.UNKNOWN, `no order '${value}'`);
        return order;
      },
    })),
  },
  {
    name: 'first-answer-for-all',
    notice: 'who asks for a second order gets the first one again',
    breaks: FOUND,
    make: but((_, plain) => {
      let first: ReturnType<typeof plain.getOrder> | undefined;
      return {
        getOrder: (request, call) => {
          first ??= plain.getOrder(request, call);
          return first;
        },
      };
    }),
  },
  {
    name: 'one-cup',
    notice: 'who orders two cups gets one',
    breaks: ADDED,
    make: but((_, plain) => ({
      addOrder: (order, call) =>
        plain.addOrder({ ...order, items: [...new Set(order.items)] }, call),
    })),
  },
  {
    name: 'whole-pounds',
    notice: 'a price of 6.50 becomes 6',
    breaks: ADDED,
    make: but((_, plain) => ({
      addOrder: (order, call) => plain.addOrder({ ...order, price: Math.trunc(order.price) }, call),
    })),
  },
  {
    name: 'no-description',
    notice: 'what one writes into the description ("ring twice") is gone',
    breaks: ADDED,
    make: but((_, plain) => ({
      addOrder: (order, call) => plain.addOrder({ ...order, description: '' }, call),
    })),
  },
  {
    name: 'confirmed-and-forgotten',
    notice: 'an order is confirmed, and nobody ever finds it again',
    breaks: ADDED,
    make: but(() => ({ addOrder: async () => ({ value: '113' }) })),
  },
  {
    name: 'one-id-for-all',
    notice: 'the second order of the day takes the place of the first',
    breaks: ADDED,
    make: but((warehouse) => ({
      async addOrder(order) {
        if (order.items.length === 0 || order.destination === '') {
          throw new GrpcError(Status.INVALID_ARGUMENT, 'items, and a destination');
        }
        await warehouse.put({ ...order, id: '113' });
        return { value: '113' };
      },
    })),
  },
  {
    name: 'id-of-the-caller',
    notice: 'who sends an id along replaces the order of somebody else',
    breaks: ADDED,
    make: but((warehouse, plain) => ({
      async addOrder(order, call) {
        if (order.id === '') return plain.addOrder(order, call);
        await warehouse.put(order);
        return { value: order.id };
      },
    })),
  },
  {
    name: 'nothing-ordered',
    notice: 'an order without a single item is taken',
    breaks: REFUSED,
    make: but((warehouse, plain) => ({
      addOrder: async (order, call) => {
        if (order.items.length > 0) return plain.addOrder(order, call);
        await warehouse.add({ ...order, id: '113' });
        return { value: '113' };
      },
    })),
  },
  {
    name: 'to-nowhere',
    notice: 'an order that goes to no place is taken',
    breaks: REFUSED,
    make: but((warehouse, plain) => ({
      addOrder: async (order, call) => {
        if (order.destination !== '') return plain.addOrder(order, call);
        await warehouse.add({ ...order, id: '113' });
        return { value: '113' };
      },
    })),
  },
  {
    name: 'refused-for-no-reason',
    notice: 'who forgets the destination reads UNKNOWN, as if the shop had broken down',
    breaks: REFUSED,
    make: but((_, plain) => ({
      async addOrder(order, call) {
        if (order.items.length > 0 && order.destination === '') {
          throw new GrpcError(Status.UNKNOWN, 'a destination');
        }
        return plain.addOrder(order, call);
      },
    })),
  },
  {
    name: 'refused-and-added',
    notice: 'an order that was refused is there all the same',
    breaks: REFUSED,
    make: but((warehouse, plain) => ({
      async addOrder(order, call) {
        if (order.items.length > 0 && order.destination === '') {
          await warehouse.add({ ...order, id: '113' });
        }
        return plain.addOrder(order, call);
      },
    })),
  },
];
