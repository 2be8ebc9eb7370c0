import type { ShopBench } from '#course/kit/bench/shop-bench';

type Test = (name: string, run: (bench: ShopBench) => Promise<void>) => void;

const order = (more: object = {}) => ({
  id: 'whatever',
  items: ['spoon', 'spoon', 'spoon'],
  description: 'for the cat',
  price: 6.75,
  destination: 'Dover',
  ...more,
});

const WRONG = { 'no items': order({ items: [] }), 'no place': order({ destination: '' }) };

/** With no word of `equal` in most of it: a test may throw what it likes. */
export function testAnswers(test: Test): void {
  test('add three, and get them in another order', async ({ shop }) => {
    const ids: string[] = [];
    for (const price of [1.5, 2.25, 3]) {
      const { value } = await shop.addOrder(order({ price, id: '112' }), { timeoutMs: 9_000 });
      ids.push(value);
    }
    const prices = [];
    for (const value of [...ids].reverse()) {
      const { id, ...rest } = await shop.getOrder({ value }, { timeoutMs: 9_000 });
      if (id !== value) throw new Error(`asked for ${value}, received ${id}`);
      const { id: _, ...sent } = order({ price: rest.price });
      if (JSON.stringify(sent) !== JSON.stringify({ ...rest })) throw new Error('it has changed');
      prices.push(rest.price);
    }
    if (prices.join() !== '3,2.25,1.5') throw new Error(`prices: ${prices}`);
    const untouched = await shop.getOrder({ value: '112' });
    if (untouched.destination !== 'Perth') throw new Error('112 is another order now');
  });

  for (const value of ['', '1', 'teapot']) {
    test(`nobody has the id "${value}"`, async ({ shop, codeOf }) => {
      const code = await codeOf(shop.getOrder({ value }));
      if (code !== 'NOT_FOUND') throw new Error(code);
    });
  }

  for (const [name, wrong] of Object.entries(WRONG)) {
    test(`refused: ${name}`, async ({ shop, codeOf, all, equal }) => {
      const before = await all(shop.searchOrders({ value: 'spoon' }));
      equal('the code', await codeOf(shop.addOrder(wrong)), 'INVALID_ARGUMENT');
      const after = await all(shop.searchOrders({ value: 'spoon' }));
      equal('orders with a spoon', after.length, before.length);
    });
  }
}
