import { ADDED, MATCHES } from './contract.ts';
import type { Fault } from './fault.ts';
import { type MakeShop, plainShop } from './right-shops.ts';
import { SEARCH_FAULTS } from './search-faults.ts';

type Shop = ReturnType<MakeShop>;

/** The plain shop with another addOrder, which knows whether another order is just being added. */
const adding =
  (
    add: (plain: Shop, busy: boolean, ...given: Parameters<Shop['addOrder']>) => unknown,
  ): MakeShop =>
  (warehouse) => {
    const plain = plainShop(warehouse);
    let running = 0;
    return {
      ...plain,
      async addOrder(order, call) {
        const busy = running++ > 0;
        try {
          return (await add(plain, busy, order, call)) as { value: string };
        } finally {
          running--;
        }
      },
    };
  };

/** Shops with which the test of task 4 has to fail, every time. */
export const AT_ONCE_FAULTS: readonly Fault[] = [
  {
    name: 'one-of-two',
    notice: 'of two orders that come at the same time one is lost',
    breaks: ADDED,
    make: adding((plain, busy, order, call) =>
      busy ? { value: '114' } : plain.addOrder(order, call),
    ),
  },
  {
    name: 'twice',
    notice: 'an order is delivered twice',
    breaks: ADDED,
    make: adding(async (plain, busy, order, call) => {
      if (!busy) await plain.addOrder(order, call);
      return plain.addOrder(order, call);
    }),
  },
  {
    name: 'the-same-for-both',
    notice: 'of two who order at the same time the second gets what the first wanted',
    breaks: ADDED,
    make: (warehouse) => {
      let first: Parameters<Shop['addOrder']>[0] | undefined;
      return adding((plain, _, order, call) => {
        first ??= order;
        return plain.addOrder(first, call);
      })(warehouse);
    },
  },
  {
    name: 'loses-the-last',
    notice: 'the last order of every search is missing',
    breaks: MATCHES,
    make: SEARCH_FAULTS[0]!.make,
  },
];
