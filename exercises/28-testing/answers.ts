import { notYet } from '#course/exercise/not-yet';
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
  // ── Task 1 ──
  // test('…', async ({ shop, equal, codeOf, all }) => { … }), once for each test. Every test has a
  // server of its own, with the orders 101 to 112. TWO_CUPS is an order that you may add.
  throw notYet(1);
}
