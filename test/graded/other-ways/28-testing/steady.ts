import type { ShopBench } from '#course/kit/bench/shop-bench';

export async function twoAtOnce({ shop, equal }: ShopBench): Promise<void> {
  const wanted = ['one glass', 'two glasses'].map((item) => ({
    id: '',
    items: [item],
    description: '',
    price: 1,
    destination: 'York',
  }));
  const ids: string[] = [];
  for (const adding of wanted.map((order) => shop.addOrder(order))) ids.push((await adding).value);
  const found = new Map<string, string>();
  let count = 0;
  for await (const { id, items } of shop.searchOrders({ value: 'glass' })) {
    found.set(id, items.join());
    count++;
  }
  equal('how many', count, 2);
  equal('the one', found.get(ids[0]!), 'one glass');
  equal('the other', found.get(ids[1]!), 'two glasses');
}
