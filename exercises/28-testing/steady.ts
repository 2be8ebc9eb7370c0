import { notYet } from '#course/exercise/not-yet';
import type { ShopBench } from '#course/kit/bench/shop-bench';

const GLASSES = { id: '', items: ['glass'], description: '', price: 4, destination: 'Hull' };
const VASES = { id: '', items: ['glass vase'], description: '', price: 9, destination: 'Ely' };

/** Two orders that are added at the same time are both found, each once. */
export async function twoAtOnce(bench: ShopBench): Promise<void> {
  // ── Task 4 ──
  // This test passes today, and fails tomorrow (`added` stands beside the function: let added = 0):
  //
  // const { shop, equal, pass } = bench;
  // void shop.addOrder(GLASSES);
  // void shop.addOrder(VASES);
  // added += 2;
  // await pass(50); // They are there by now.
  // const found: string[] = [];
  // void (async () => {
  //   for await (const { items } of shop.searchOrders({ value: 'glass' })) found.push(items[0]!);
  // })();
  // await pass(250);
  // equal('how many', found.length, added);
  // equal('found', found, ['glass', 'glass vase']);
  //
  // Make it steady. What it asks for stays the same, and the time that the shop takes is its own.
  throw notYet(4);
}
