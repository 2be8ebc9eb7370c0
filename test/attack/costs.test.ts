import { expect, test } from 'vitest';
import type { Measured } from './costs-process.ts';
import { Process } from './process.ts';

/** What a collector of garbage leaves behind by chance, of what is measured. */
const NOISE = 0.01;

/**
 * The price list of the budget, measured: nothing takes more memory than it is charged. What is
 * charged far too much would be as wrong: honest peers would be refused.
 */
test('nothing takes more than it is charged', { timeout: 120_000 }, async () => {
  await using child = new Process('./costs-process.ts');
  const measured = await child.next<Measured[]>();
  expect(measured.length).toBeGreaterThan(15);
  for (const { name, charged, taken } of measured) {
    const most = charged * (1 + NOISE);
    expect(taken, `${name}: ${Math.round(taken)} taken, ${charged} charged`).toBeLessThan(most);
    expect(taken, `${name}: ${Math.round(taken)} taken, ${charged} charged`).toBeGreaterThan(0);
  }
});
