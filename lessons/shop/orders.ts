import type { Order } from '#protobuf/generated/ecommerce';

/**
 * The shop of lessons 11 to 14: tea, and what one drinks it from. A few dozen orders, small enough
 * to be known by heart, the same every day.
 */

/** What the shop sells, and for how much. Quarters of a pound, so that a float has them exactly. */
export const PRICES = {
  'green tea': 6.5,
  'black tea': 5.25,
  'mint tea': 4.75,
  teapot: 24,
  kettle: 38.5,
  cup: 8,
  saucer: 3.5,
  spoon: 2.25,
  honey: 5.75,
  biscuits: 3.25,
} as const;

export type Item = keyof typeof PRICES;

/** An id, where it goes, what is in it. */
const ROWS: [id: string, destination: string, ...items: Item[]][] = [
  ['101', 'Leeds', 'teapot', 'cup', 'cup'],
  ['102', 'Bath', 'green tea'],
  ['103', 'York', 'kettle', 'black tea'],
  ['104', 'Leeds', 'honey', 'biscuits'],
  ['105', 'Dover', 'mint tea', 'mint tea'],
  ['106', 'Bath', 'teapot', 'black tea'],
  ['107', 'Truro', 'spoon', 'saucer', 'cup'],
  ['108', 'York', 'biscuits'],
  ['109', 'Leeds', 'green tea', 'honey'],
  ['110', 'Dover', 'kettle'],
  ['111', 'Bath', 'cup', 'cup', 'saucer', 'saucer'],
  ['112', 'Perth', 'black tea', 'biscuits'],
  ['113', 'York', 'teapot', 'mint tea'],
  ['114', 'Truro', 'honey'],
  ['115', 'Leeds', 'kettle', 'teapot'],
  ['116', 'Perth', 'green tea', 'green tea'],
  ['117', 'Dover', 'spoon', 'spoon', 'spoon'],
  ['118', 'Bath', 'biscuits', 'honey'],
  ['119', 'York', 'cup'],
  ['120', 'Leeds', 'black tea'],
  ['121', 'Truro', 'teapot', 'cup', 'saucer'],
  ['122', 'Perth', 'kettle', 'honey'],
  ['123', 'Dover', 'green tea', 'biscuits'],
  ['124', 'Bath', 'mint tea'],
  ['125', 'York', 'saucer', 'saucer'],
  ['126', 'Leeds', 'spoon', 'honey'],
  ['127', 'Perth', 'teapot'],
  ['128', 'Truro', 'black tea', 'cup'],
  ['129', 'Dover', 'kettle', 'mint tea'],
  ['130', 'Bath', 'green tea', 'cup', 'cup'],
  ['131', 'York', 'biscuits', 'biscuits'],
  ['132', 'Leeds', 'teapot', 'green tea'],
  ['133', 'Perth', 'saucer', 'cup', 'spoon'],
  ['134', 'Truro', 'mint tea', 'honey'],
  ['135', 'Dover', 'black tea', 'black tea'],
  ['136', 'Bath', 'kettle', 'cup'],
];

/** All orders, the oldest first. What is sent must not be changed: copy an order to do so. */
export const ORDERS: readonly Readonly<Order>[] = ROWS.map(([id, destination, ...items]) => ({
  id,
  items,
  description: '',
  price: items.reduce((sum, item) => sum + PRICES[item], 0),
  destination,
}));

/** Whether an item of the order has `text` in its name: what SearchOrders looks for. */
export function isFound({ items }: Pick<Order, 'items'>, text: string): boolean {
  return items.some((item) => item.includes(text));
}

/** An order in a line: `101 to Leeds: teapot, cup, cup (40.00)`. */
export function describeOrder({ id, destination, items, price }: Order): string {
  return `${id} to ${destination}: ${items.join(', ')} (${price.toFixed(2)})`;
}
