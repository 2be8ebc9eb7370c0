import { expect, test } from 'vitest';
import { loseAnAnswer } from '../../lessons/22-retries/again.ts';
import { STACKS } from '../../lessons/22-retries/clients.ts';
import { attemptsOf, ENDS } from '../../lessons/22-retries/ends.ts';
import { hedge, hedgeWithBucket } from '../../lessons/22-retries/hedging.ts';
import { arrivals, herd } from '../../lessons/22-retries/herd.ts';
import { killWhileCalled } from '../../lessons/22-retries/kill.ts';
import { planned } from '../../lessons/22-retries/layers.ts';
import { storm } from '../../lessons/22-retries/storm.ts';

/** What lesson 22 prints and draws, counted at its real servers. */

test.each(STACKS)('three layers that try three times make 27, by %s', async (stack) => {
  for (const tries of [2, 3, 5]) {
    expect(await storm({ calls: 1, who: 'everybody', tries, stack })).toEqual(planned(tries));
  }
  expect(planned(3)).toEqual({ order: 3, stock: 9, price: 27 });
});

test.each(STACKS)('and what a bucket makes of 540, by %s', async (stack) => {
  const twenty = { calls: 20, stack } as const;
  expect(await storm({ ...twenty, who: 'everybody' })).toMatchObject({ price: 540 });
  expect(await storm({ ...twenty, who: 'everybody', bucket: true })).toEqual({
    order: 23,
    stock: 26,
    price: 29,
  });
  expect(await storm({ ...twenty, who: 'the client' })).toMatchObject({ price: 60 });
  expect(await storm({ ...twenty, who: 'nobody' })).toMatchObject({ price: 20 });
});

test('how often a call arrives, by the way in which its attempts end', async () => {
  const counts = [];
  for (const end of ENDS) {
    counts.push([await attemptsOf(end, 'grpc-js'), await attemptsOf(end, 'ours')]);
  }
  expect(counts).toEqual([
    [1, 1],
    [3, 3],
    [1, 1],
    [1, 1],
    [3, 3],
    [1, 1],
    // "later" is not a number: gRPC A6 says stop.
    [3, 1],
    [2, 2],
    [2, 2],
  ]);
});

test.each(STACKS)(
  'hedged, the first answer wins and the others are cancelled, by %s',
  async (stack) => {
    expect(await hedge(stack)).toEqual({
      end: 'OK',
      attempts: ['is cancelled', 'is cancelled', 'answers'],
    });
    expect(await hedgeWithBucket(stack)).toEqual(stack === 'ours' ? [2, 1, 1] : [3, 3, 3]);
  },
);

test.each(STACKS)('a lost answer places an order twice, and a key once, by %s', async (stack) => {
  expect(await loseAnAnswer(stack, false)).toEqual({ end: 'OK', arrived: 2, orders: 2 });
  expect(await loseAnAnswer(stack, true)).toEqual({ end: 'OK', arrived: 2, orders: 1 });
});

test.each(STACKS)('a server that goes away, by %s', async (stack) => {
  const all = { ok: 12, failed: 0, first: 12, second: 0 };
  expect(await killWhileCalled(stack, 'cut off, no policy')).toMatchObject({ ok: 0, failed: 12 });
  expect(await killWhileCalled(stack, 'cut off, three tries')).toEqual({ ...all, second: 12 });
  expect(await killWhileCalled(stack, 'GOAWAY, no policy')).toEqual(all);
});

test('two hundred clients come at once, or one by one', () => {
  expect(arrivals(herd(0.5))).toEqual([{ from: 140, width: 5, count: 200 }]);
  const spread = arrivals(herd(undefined));
  expect(Math.max(...spread.map(({ count }) => count))).toBe(33);
  // Three waits of 20, 40 and 80 ms, each at most 20 % longer or shorter.
  expect(spread[0]!.from).toBeGreaterThanOrEqual(112 - 5);
  expect(spread.at(-1)!.from).toBeLessThan(168);
});
