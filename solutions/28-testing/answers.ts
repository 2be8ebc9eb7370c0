// Not derived: tests are the piece here, and the ones of src/ ask for something else.
import type { Declare, ShopBench } from '#course/kit/bench/shop-bench';

/** What one orders. The shop chooses the id, so the one in here counts for nothing. */
const TWO_CUPS = {
  id: '',
  items: ['cup', 'cup'],
  description: 'ring twice',
  price: 16.5,
  destination: 'Hull',
};

/**
 * Tests of the single answers: GetOrder and AddOrder. The contract is on the page, and in task 1.
 *
 * ```ts
 * test('order 102', async ({ shop, equal }) => {
 *   const order = await shop.getOrder({ value: '102' }, { timeoutMs: 5_000 });
 *   equal('its items', order.items, ['green tea']);
 * });
 * ```
 */
export function testAnswers(test: Declare<ShopBench>): void {
  // <task 1>
  //? test('…', async ({ shop, equal, codeOf, all }) => { … }), once for each test. Every test has a
  //? server of its own, with the orders 101 to 112. TWO_CUPS is an order that you may add.
  test('an id that nobody has', async ({ shop, equal, codeOf }) => {
    equal('the status', await codeOf(shop.getOrder({ value: '999' })), 'NOT_FOUND');
  });

  test('what was added is there, with all of its fields', async ({ shop, equal }) => {
    const { value } = await shop.addOrder(TWO_CUPS);
    equal('the order', await shop.getOrder({ value }), { ...TWO_CUPS, id: value });
  });

  test('each order has an id of its own', async ({ shop, equal }) => {
    const { value } = await shop.addOrder({ ...TWO_CUPS, id: '101' });
    await shop.addOrder({ ...TWO_CUPS, destination: 'Ely' });
    equal('where 101 goes', (await shop.getOrder({ value: '101' })).destination, 'Leeds');
    equal('where the first goes', (await shop.getOrder({ value })).destination, 'Hull');
  });

  test('what cannot be delivered is refused, and is not there', async (bench) => {
    const { shop, equal, codeOf, all } = bench;
    const empty = codeOf(shop.addOrder({ ...TWO_CUPS, items: [] }));
    equal('without items', await empty, 'INVALID_ARGUMENT');
    const nowhere = codeOf(shop.addOrder({ ...TWO_CUPS, items: ['tray'], destination: '' }));
    equal('without a destination', await nowhere, 'INVALID_ARGUMENT');
    equal('trays', await all(shop.searchOrders({ value: 'tray' })), []);
  });
  // </task>
}
