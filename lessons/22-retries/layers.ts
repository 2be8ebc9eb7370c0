/** From the client on. Each of them asks the next one, and the last one is down. */
export const LAYERS = ['order', 'stock', 'price'] as const;

/** How often each of them is called. */
export type Arrived = Record<(typeof LAYERS)[number], number>;

/** @param perMark how many calls one character is */
export function drawStorm(arrived: Arrived, perMark = 1): string {
  const from = ['client', ...LAYERS];
  return LAYERS.map((name, i) => {
    const count = arrived[name];
    const bar = '█'.repeat(Math.ceil(count / perMark));
    return `${from[i]!.padEnd(6)} ──▶ ${name}  ${String(count).padStart(3)}  ${bar}`;
  }).join('\n');
}

/** What one call of the client comes to, if everybody tries so often and the last is down. */
export const planned = (tries: number): Arrived => ({
  order: tries,
  stock: tries ** 2,
  price: tries ** 3,
});
