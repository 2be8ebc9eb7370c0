import { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import type { Order } from '#protobuf/generated/ecommerce';
import { ASKS, AWAY, CHOOSES, FAILS, IN_TIME, STOPS } from './client-contract.ts';
import type { Fault } from './fault.ts';
import { type FindOrder, type MakeClient, plainClient, TIMEOUT_MS } from './right-clients.ts';

type Shop = Parameters<FindOrder>[0];

const isAway = (error: unknown) => error instanceof GrpcError && error.code === Status.UNAVAILABLE;

/** The plain client, with something done before or after. */
const but =
  (change: (find: FindOrder) => FindOrder): MakeClient =>
  (clock) =>
    change(plainClient(clock));

type Read = (
  shop: Shop,
  text: string,
  most: number,
  came: () => void,
) => Promise<Order | undefined>;

/** Reads as the contract wants it. */
const read: Read = async (shop, text, most, came) => {
  for await (const order of search(shop, text)) {
    came();
    if (order.price <= most) return order;
  }
  return undefined;
};

/** Searches up to so often, and again after whatever `again` says. */
const trying =
  (
    attempts: number,
    again: (error: unknown, answered: boolean) => boolean,
    readOnce: Read = read,
  ): MakeClient =>
  () =>
  async (shop, text, most) => {
    for (let attempt = 1; ; attempt++) {
      let answered = false;
      try {
        return await readOnce(shop, text, most, () => {
          answered = true;
        });
      } catch (error) {
        if (attempt === attempts || !again(error, answered)) throw error;
      }
    }
  };

/** As it should be, but it reads in another way. */
const reading = (readOnce: Read) =>
  trying(2, (error, answered) => isAway(error) && !answered, readOnce);

const search = (shop: Shop, value: string) =>
  shop.searchOrders({ value }, { timeoutMs: TIMEOUT_MS });

/** Clients that are wrong, each in its own way. */
export const CLIENT_FAULTS: readonly Fault<MakeClient>[] = [
  {
    name: 'asks-for-everything',
    notice: 'whatever one looks for, anything may come',
    breaks: ASKS,
    make: but((find) => (shop, _, most) => find(shop, '', most)),
  },
  {
    name: 'small-letters',
    notice: 'who looks for "Mint" in capitals is understood as "mint"',
    breaks: ASKS,
    make: but((find) => (shop, text, most) => find(shop, text.toLowerCase(), most)),
  },
  {
    name: 'whatever-it-costs',
    notice: 'somebody who has 10 is sold what costs 24',
    breaks: CHOOSES,
    make: but((find) => (shop, text) => find(shop, text, Number.POSITIVE_INFINITY)),
  },
  {
    name: 'must-be-less',
    notice: 'somebody who has 24 cannot buy what costs 24',
    breaks: CHOOSES,
    make: but((find) => (shop, text, most) => find(shop, text, most - 0.01)),
  },
  {
    name: 'only-the-first',
    notice: 'if the first order is too dear, nothing is found, though the next one would do',
    breaks: CHOOSES,
    make: reading(async (shop, text, most, came) => {
      for await (const order of search(shop, text)) {
        came();
        return order.price <= most ? order : undefined;
      }
      return undefined;
    }),
  },
  {
    name: 'none-is-an-error',
    notice: 'if nothing fits, the page shows an error',
    breaks: CHOOSES,
    make: but((find) => async (shop, text, most) => {
      const order = await find(shop, text, most);
      if (!order) throw new GrpcError(Status.NOT_FOUND, 'nothing fits');
      return order;
    }),
  },
  {
    name: 'the-last-all-the-same',
    notice: 'if everything is too dear, one is sold the last thing all the same',
    breaks: CHOOSES,
    make: reading(async (shop, text, most, came) => {
      let last: Order | undefined;
      for await (const order of search(shop, text)) {
        came();
        last = order;
        if (order.price <= most) break;
      }
      return last;
    }),
  },
  {
    name: 'reads-to-the-end',
    notice: 'the shop goes on searching for somebody who has what they want',
    breaks: STOPS,
    make: reading(async (shop, text, most, came) => {
      const orders = search(shop, text)[Symbol.asyncIterator]();
      for (let next = await orders.next(); !next.done; next = await orders.next()) {
        came();
        if (next.value.price > most) continue;
        void readOn(orders);
        return next.value;
      }
      return undefined;
    }),
  },
  {
    name: 'failure-is-nothing',
    notice: 'when the shop breaks down, the page says "we have none"',
    breaks: FAILS,
    make: but((find) => (shop, text, most) => find(shop, text, most).catch(() => undefined)),
  },
  {
    name: 'half-is-all',
    notice: 'when a list breaks off behind things that are too dear, the page says "we have none"',
    breaks: FAILS,
    make: reading(async (shop, text, most, came) => {
      let seen = false;
      try {
        for await (const order of search(shop, text)) {
          came();
          seen = true;
          if (order.price <= most) return order;
        }
      } catch (error) {
        if (!seen) throw error;
      }
      return undefined;
    }),
  },
  {
    name: 'every-failure-unknown',
    notice: 'whatever goes wrong, the page says "unknown error"',
    breaks: FAILS,
    make: but(
      (find) => (shop, text, most) =>
        find(shop, text, most).catch((error) => {
          if (isAway(error) || error.code === Status.DEADLINE_EXCEEDED) throw error;
          throw new GrpcError(Status.UNKNOWN, 'unknown error');
        }),
    ),
  },
  {
    name: 'waits-for-ever',
    notice: 'when the shop is silent, the page never stops loading',
    breaks: IN_TIME,
    make: reading(async (shop, text, most, came) => {
      for await (const order of shop.searchOrders({ value: text })) {
        came();
        if (order.price <= most) return order;
      }
      return undefined;
    }),
  },
  {
    name: 'gives-up-at-once',
    notice: 'while one of ten servers is started again, every tenth search fails',
    breaks: AWAY,
    make: trying(1, () => false),
  },
  {
    name: 'asks-again-for-nothing',
    notice:
      'a server that is back finds what one looks for, and the page shows an error all the same',
    breaks: AWAY,
    make: () => async (shop, text, most) => {
      let answered = false;
      try {
        return await read(shop, text, most, () => {
          answered = true;
        });
      } catch (error) {
        if (!isAway(error) || answered) throw error;
        await read(shop, text, most, () => {}).catch(() => {});
        throw error;
      }
    },
  },
  {
    name: 'ten-times',
    notice: 'when the shop is down, ten times as many searches arrive as on other days',
    breaks: AWAY,
    make: trying(10, (error, answered) => isAway(error) && !answered),
  },
  {
    name: 'whatever-the-reason',
    notice: 'a search that the shop refuses is sent a second time',
    breaks: AWAY,
    make: trying(2, (_, answered) => !answered),
  },
  {
    name: 'begins-again',
    notice: 'when a list breaks off in the middle, the shop has to send all of it again',
    breaks: AWAY,
    make: trying(2, isAway),
  },
];

async function readOn(orders: AsyncIterator<Order>): Promise<void> {
  try {
    while (!(await orders.next()).done);
  } catch {}
}
