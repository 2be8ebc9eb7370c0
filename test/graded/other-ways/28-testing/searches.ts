import type { ShopBench } from '#course/kit/bench/shop-bench';
import type { Order } from '#protobuf/generated/ecommerce';

type Test = (name: string, run: (bench: ShopBench) => Promise<void>) => void;

/** Reads a search to its end, which comes within three seconds, or it fails. */
async function read({ shop, pass }: ShopBench, value: string): Promise<Order[]> {
  const leave = new AbortController();
  const found: Order[] = [];
  const search = (async () => {
    for await (const order of shop.searchOrders({ value }, { signal: leave.signal })) {
      found.push(order);
    }
    return found;
  })();
  const late = pass(3_000).then(() => leave.abort());
  await Promise.race([search, late]);
  return search;
}

export function testSearches(test: Test): void {
  test('teas, from the first to the newest', async (bench) => {
    const { value } = await bench.shop.addOrder({
      id: '',
      items: ['tea', 'tea for two'],
      description: '',
      price: 2,
      destination: 'Hull',
    });
    const found = await read(bench, 'ea');
    bench.equal(
      'ids',
      found.map(({ id }) => id),
      ['101', '102', '103', '105', '106', '109', '112', value],
    );
  });

  test('nothing', async (bench) => {
    bench.equal('found', (await read(bench, 'x')).length, 0);
  });

  test('three at a time', async (bench) => {
    const searches = [1, 2, 3].map(() => read(bench, 'kettle'));
    for (const search of searches) {
      const found = await search;
      bench.equal('kettles', found.map(({ id }) => id).join(), '103,110');
    }
  });

  for (const failAt of [5, 9]) {
    test(`it breaks off at ${failAt}`, async ({ shop, warehouse, equal }) => {
      warehouse.failAt = failAt;
      const ids: string[] = [];
      let error: { code?: number } = {};
      try {
        for await (const { id } of shop.searchOrders({ value: 'tea' })) ids.push(id);
      } catch (thrown) {
        error = thrown as { code?: number };
      }
      equal('the code', error.code, 14);
      equal('before it', ids.length, failAt === 5 ? 4 : 6);
    });
  }

  test('somebody leaves after the first', async ({ shop, warehouse, serving, equal, pass }) => {
    const orders = shop.searchOrders({ value: 'tea' })[Symbol.asyncIterator]();
    await orders.next();
    const reads = warehouse.reads;
    await orders.return?.();
    await pass(60_000);
    equal('reads at the first', reads < 5, true);
    equal('reads at the end', warehouse.reads < reads + 4, true);
    equal('calls', serving(), 0);
  });
}
