/** Programs that a guest might write, for the compiler to read: they are never run. */

const HEAD = "import type { KitchenClient } from '#protobuf/generated/kitchen/kitchen';";

/** A program with `lines` in it, each of which has the stub at hand. */
export function guestProgram(lines: readonly string[]): string {
  const body = lines.map((line) => `  ${line}`).join('\n');
  return `${HEAD}\n\nexport async function eat(kitchen: KitchenClient) {\n${body}\n}\n`;
}

/** Four slips, each of which the JSON of lesson 2 would have sent. */
export const SLIPS = [
  'await kitchen.placeOrdr({ dishes: [] });',
  'await kitchen.placeOrder({ dishs: [] });',
  "await kitchen.placeOrder({ dishes: [], place: { case: 'table', value: 'four' } });",
  'const next = (await kitchen.placeOrder({ dishes: [] })).orderId + 1;',
];

/** What was right until a field got another name. */
export const READS_TOTAL = [
  'const { orderId, totalCents } = await kitchen.placeOrder({ dishes: [] });',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a program's text.
  'return `order ${orderId}: ${totalCents} cents`;',
];
