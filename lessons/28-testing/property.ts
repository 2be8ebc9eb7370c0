import fc from 'fast-check';
import { runTest } from '#course/kit/bench/run-test';
import type { ShopOwn } from '#course/kit/bench/shop-bench';
import type { Order } from '#protobuf/generated/ecommerce';
import { FakeClock } from '#time/fake-clock';
import { isFound } from '../shop/orders.ts';
import { type MakeShop, plainShop } from './bench/right-shops.ts';
import { SEARCH_FAULTS } from './bench/search-faults.ts';
import { shopWorld } from './bench/shop-world.ts';

const RUNS = 100;
const SEED = 28;

/** Orders and a text, at random. Few letters, so that something is found. */
// #region property
const letter = fc.constantFrom('a', 'b', ' ');
const word = fc.string({ unit: letter, minLength: 1, maxLength: 4 });
const items = fc.array(word, { minLength: 1, maxLength: 3 });
const stocks = fc.array(items, { maxLength: 5 });

/** For all stocks and texts: a search gives what a filter gives. */
const searchIsFilter = (make: MakeShop) =>
  fc.asyncProperty(stocks, word, async (stock, text) => {
    const orders = stock.map(orderOf);
    const wanted = orders.filter((order) => isFound(order, text));
    const found = await search(make, orders, text);
    return found.join() === wanted.map(({ id }) => id).join();
  });
// #endregion property

const orderOf = (list: string[], at: number): Order => ({
  id: String(1 + at),
  items: list,
  description: '',
  price: 1,
  destination: 'Ely',
});

/** The ids that a search gives, in this process and on a clock that jumps. */
async function search(make: MakeShop, orders: Order[], text: string): Promise<string[]> {
  const clock = new FakeClock();
  const world = shopWorld(make, clock, () => 1, orders);
  let ids = ['nothing came'];
  await runTest<ShopOwn>(
    'search',
    async ({ shop, all }) => {
      const found = await all(shop.searchOrders({ value: text }, { timeoutMs: 5_000 }));
      ids = found.map(({ id }) => id);
    },
    clock,
    world,
  );
  return ids;
}

export interface Found {
  shop: string;
  /** How many cases it took; the limit, if none failed. */
  cases: number;
  /** The smallest case that it could make out of the one that failed. */
  smallest: string;
}

/** One property, against the shop that is right and all whose searches are wrong. */
export async function checkProperty(): Promise<Found[]> {
  const shops = [{ name: 'the right one', make: plainShop }, ...SEARCH_FAULTS];
  const rows = [];
  for (const { name, make } of shops) {
    const { failed, numRuns, counterexample } = await fc.check(searchIsFilter(make), {
      numRuns: RUNS,
      seed: SEED,
    });
    const [stock, text] = counterexample ?? [[], ''];
    const smallest = failed ? `${JSON.stringify(stock)}, ${JSON.stringify(text)}` : '–';
    rows.push({ shop: name, cases: numRuns, smallest });
  }
  return rows;
}
