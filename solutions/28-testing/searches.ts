// Not derived: tests are the piece here, and the ones of src/ ask for something else.
import type { Declare, ShopBench } from '#course/kit/bench/shop-bench';

/** Each call of a test has a deadline: a server that is silent fails the test, and does not hold it. */
const IN_TIME = { timeoutMs: 5_000 };

const CUPBOARD = { id: '', items: ['cupboard'], description: '', price: 80, destination: 'Ely' };

const idsOf = (orders: { id: string }[]) => orders.map(({ id }) => id);

/**
 * Tests of SearchOrders. In the shop the orders 101, 107 and 111 have a cup; 101 and 106 a teapot.
 *
 * ```ts
 * test('the cups', async ({ shop, equal, all }) => {
 *   const found = await all(shop.searchOrders({ value: 'cup' }, IN_TIME));
 *   equal('how many', found.length, 3);
 * });
 * ```
 */
export function testSearches(test: Declare<ShopBench>): void {
  // <task 2>
  //? warehouse.reads counts the orders that were read, warehouse.failAt = 7 makes the eighth one
  //? unreadable, serving() says how many calls the server has not finished, and pass(1_000) lets a
  //? second pass. idsOf(orders) are their ids, CUPBOARD is an order that you may add. Give each call
  //? IN_TIME.
  test('all that match, each once, the oldest first', async ({ shop, equal, all }) => {
    const { value } = await shop.addOrder(CUPBOARD);
    const found = await all(shop.searchOrders({ value: 'up' }, IN_TIME));
    equal('found', idsOf(found), ['101', '107', '111', value]);
  });

  test('nothing is found', async ({ shop, equal, all }) => {
    equal('found', await all(shop.searchOrders({ value: 'sofa' }, IN_TIME)), []);
  });

  test('two at the same time', async ({ shop, equal, all }) => {
    const search = () => all(shop.searchOrders({ value: 'cup' }, IN_TIME));
    const both = await Promise.all([search(), search()]);
    const cups = ['101', '107', '111'];
    equal('found by both', both.map(idsOf), [cups, cups]);
  });

  test('the warehouse closes', async ({ shop, warehouse, equal, codeOf }) => {
    warehouse.failAt = 8;
    const found: string[] = [];
    const search = async () => {
      for await (const { id } of shop.searchOrders({ value: 'cup' }, IN_TIME)) found.push(id);
    };
    equal('the status', await codeOf(search()), 'UNAVAILABLE');
    equal('found before', found, ['101', '107']);
  });

  test('who leaves is left alone', async ({ shop, warehouse, serving, equal, pass }) => {
    for await (const _ of shop.searchOrders({ value: 'cup' }, IN_TIME)) break;
    const soon = warehouse.reads;
    equal('it comes at once', soon <= 4, true);
    await pass(5_000);
    equal('the server stops reading', warehouse.reads <= soon + 3, true);
    equal('calls at the server', serving(), 0);
  });
  // </task>
}
