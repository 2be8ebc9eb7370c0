import { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import type { Order } from '#protobuf/generated/ecommerce';
import { isFound } from '../../shop/orders.ts';
import { AT_ONCE, CLOSED, ENDS, LEAVES, MATCHES, NONE } from './contract.ts';
import type { Fault } from './fault.ts';
import { type MakeShop, plainShop } from './right-shops.ts';

type Search = ReturnType<MakeShop>['searchOrders'];
type Orders = AsyncIterable<Order>;

/** The plain shop, with another search. */
const searching =
  (
    make: (...given: [...Parameters<MakeShop>, (...asked: Parameters<Search>) => Orders]) => Search,
  ): MakeShop =>
  (warehouse) => {
    const plain = plainShop(warehouse);
    return { ...plain, searchOrders: make(warehouse, plain.searchOrders as never) };
  };

/** Shops whose searches are wrong, each in its own way. */
export const SEARCH_FAULTS: readonly Fault[] = [
  {
    name: 'loses-the-last',
    notice: 'the last order of every search is missing',
    breaks: MATCHES,
    make: searching(
      (_, search) =>
        async function* (request, call) {
          let held: Order | undefined;
          for await (const order of search(request, call)) {
            if (held) yield held;
            held = order;
          }
        },
    ),
  },
  {
    name: 'sends-twice',
    notice: 'a customer with two teapots in one order sees the order twice',
    breaks: MATCHES,
    make: searching(
      (_, search) =>
        async function* (request, call) {
          for await (const order of search(request, call)) {
            for (const item of order.items) if (item.includes(request.value)) yield order;
          }
        },
    ),
  },
  {
    name: 'newest-first',
    notice: 'the newest orders come first',
    breaks: MATCHES,
    make: searching(
      (warehouse) =>
        async function* ({ value }, call) {
          // As they are found, from the other end.
          const size = 12;
          for (let at = size - 1; at >= 0 && !call.cancelled; at--) {
            const order = await readOr(warehouse, at);
            if (order && isFound(order, value)) yield order;
          }
          for (let at = size; !call.cancelled; at++) {
            const order = await readOr(warehouse, at);
            if (order === undefined) return;
            if (isFound(order, value)) yield order;
          }
        },
    ),
  },
  {
    name: 'whole-names',
    notice: 'who searches for "pot" does not find the teapot',
    breaks: MATCHES,
    make: searching(
      (_, search) =>
        async function* (request, call) {
          for await (const order of search(request, call)) {
            if (order.items.some((item) => item.split(' ').includes(request.value))) yield order;
          }
        },
    ),
  },
  {
    name: 'of-this-morning',
    notice: 'what was ordered a moment ago is not found',
    breaks: MATCHES,
    make: searching(
      (_, search) =>
        async function* (request, call) {
          for await (const order of search(request, call)) if (Number(order.id) <= 112) yield order;
        },
    ),
  },
  {
    name: 'none-is-an-error',
    notice: 'a search that finds nothing fails',
    breaks: NONE,
    make: searching(
      (_, search) =>
        async function* (request, call) {
          let found = 0;
          for await (const order of search(request, call)) {
            found++;
            yield order;
          }
          if (found === 0) throw new GrpcError(Status.NOT_FOUND, 'nothing found');
        },
    ),
  },
  {
    name: 'all-at-the-end',
    notice: 'the first order of a search comes only when the search is over',
    breaks: AT_ONCE,
    make: searching(
      (warehouse) =>
        async function* ({ value }, call) {
          // What it has found is not lost when the warehouse closes, and it stops for who leaves.
          const found: Order[] = [];
          let failure: unknown;
          for (let at = 0; !call.cancelled; at++) {
            try {
              const order = await readOr(warehouse, at);
              if (order === undefined) break;
              if (isFound(order, value)) found.push(order);
            } catch (error) {
              failure = error;
              break;
            }
          }
          yield* found;
          if (failure) throw failure;
        },
    ),
  },
  {
    name: 'in-fives',
    notice: 'what a search finds is shown in fives, and one waits for each five',
    breaks: AT_ONCE,
    make: searching(
      (warehouse) =>
        async function* ({ value }, call) {
          for (let at = 0; !call.cancelled; at += 5) {
            const found: Order[] = [];
            let isLast = false;
            let failure: unknown;
            for (let i = at; i < at + 5 && !isLast && !call.cancelled; i++) {
              try {
                const order = await readOr(warehouse, i);
                isLast = order === undefined;
                if (order && isFound(order, value)) found.push(order);
              } catch (error) {
                failure = error;
                break;
              }
            }
            yield* found;
            if (failure) throw failure;
            if (isLast) return;
          }
        },
    ),
  },
  {
    name: 'forgets-the-status',
    notice: 'when the warehouse closes in the middle, half a list looks like the whole',
    breaks: CLOSED,
    make: searching(
      (_, search) =>
        async function* (request, call) {
          try {
            yield* search(request, call);
          } catch {}
        },
    ),
  },
  {
    name: 'all-or-nothing',
    notice: 'when one order cannot be read, a search shows nothing at all',
    breaks: CLOSED,
    make: searching(
      (warehouse, search) =>
        async function* (request, call) {
          if (warehouse.failAt !== undefined) throw new GrpcError(Status.UNAVAILABLE, 'closed');
          yield* search(request, call);
        },
    ),
  },
  {
    name: 'reads-on',
    notice: 'the shop goes on searching for customers who have left',
    breaks: LEAVES,
    make: searching((warehouse) => ({ value }, call) => {
      const found: Order[] = [];
      let wake = () => {};
      let end: { error?: unknown } | undefined;
      (async () => {
        for (let at = 0; ; at++) {
          const order = await readOr(warehouse, at);
          if (order === undefined) return;
          if (isFound(order, value)) found.push(order);
          wake();
        }
      })()
        .then(
          () => {
            end = {};
          },
          (error) => {
            end = { error };
          },
        )
        .finally(() => wake());
      return (async function* () {
        for (;;) {
          while (found.length > 0) yield found.shift() as Order;
          if (end) {
            if (end.error) throw end.error;
            return;
          }
          if (call.cancelled) return;
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      })();
    }),
  },
  {
    name: 'a-little-longer',
    notice: 'for each customer who leaves the shop still fetches four orders',
    breaks: LEAVES,
    make: searching(
      (warehouse, search) =>
        async function* (request, call) {
          try {
            yield* search(request, call);
          } finally {
            // With the one that it was just reading these are four.
            if (call.cancelled) for (let i = 0; i < 3; i++) await warehouse.read(i);
          }
        },
    ),
  },
  {
    name: 'never-lets-go',
    notice: 'each customer who leaves early stays in the shop’s memory for ever',
    breaks: LEAVES,
    make: searching(
      (_, search) =>
        async function* (request, call) {
          try {
            yield* search(request, call);
          } finally {
            if (call.cancelled) await new Promise(() => {});
          }
        },
    ),
  },
  {
    name: 'never-ends',
    notice: 'a search shows all that it finds, and then says "searching …" for ever',
    breaks: ENDS,
    make: searching(
      (_, search) =>
        async function* (request, call) {
          yield* search(request, call);
          if (call.cancelled) return;
          await new Promise<void>((resolve) => {
            call.signal.addEventListener('abort', () => resolve(), { once: true });
          });
        },
    ),
  },
  {
    name: 'one-cursor',
    notice: 'two who search at the same time get half of it each',
    breaks: ENDS,
    make: searching((warehouse) => {
      let at = 0;
      let searches = 0;
      return async function* ({ value }, call) {
        if (searches++ === 0) at = 0;
        try {
          while (!call.cancelled) {
            const order = await readOr(warehouse, at++);
            if (order === undefined) return;
            if (isFound(order, value)) yield order;
          }
        } finally {
          searches--;
        }
      };
    }),
  },
];

async function readOr(warehouse: Parameters<MakeShop>[0], at: number) {
  try {
    return await warehouse.read(at);
  } catch {
    throw new GrpcError(Status.UNAVAILABLE, 'the warehouse is closed');
  }
}
