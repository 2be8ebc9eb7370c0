import { expect, test } from 'vitest';
import type { Held } from './end.ts';
import { growthPerMinute } from './trend.ts';
import { judge, KIB, MOST_PER_MINUTE } from './verdict.ts';

const MINUTES = 10;
const SAMPLES = 40;

/** As a soak measures it: warming up, the noise of collections, and `growth` bytes a minute. */
function samplesOf(growth: number, noise = 200 * KIB) {
  let seed = 1;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  return Array.from({ length: SAMPLES }, (_, i) => {
    const minutes = ((i + 1) * MINUTES) / SAMPLES;
    const warmUp = 4_000 * KIB * Math.min(1, minutes / 2);
    const outlier = i % 9 === 0 ? 20_000 * KIB : 0;
    const value = 20_000 * KIB + warmUp + growth * minutes + noise * random() + outlier;
    return { minutes, value };
  });
}

const rowOf = (growth: number) => ({
  name: 'ours, server',
  samples: samplesOf(growth).map(({ minutes, value }) => ({
    ...({ streams: 1, messages: 1, cpuMs: 1 } satisfies Partial<Held>),
    minutes,
    heap: value,
    outside: 5_000 * KIB,
    resident: 100_000 * KIB,
  })),
});

test('neither warming up nor an outlier counts as growth', () => {
  expect(Math.abs(growthPerMinute(samplesOf(0)))).toBeLessThan(MOST_PER_MINUTE.heap / 2);
});

test.each([50, 500, 5_000])('growth of %d KiB a minute is found, about', (kib) => {
  const found = growthPerMinute(samplesOf(kib * KIB)) / KIB;
  expect(found).toBeGreaterThan(kib - 16);
  expect(found).toBeLessThan(kib + 16);
});

test('two samples and a warm-up say nothing', () => {
  expect(() => growthPerMinute(samplesOf(0).slice(0, 2))).toThrow('too few');
});

test('one process that grows is enough for the verdict', () => {
  expect(judge([rowOf(0), rowOf(0)]).isFlat).toBe(true);
  const { isFlat, text } = judge([rowOf(0), rowOf(3 * MOST_PER_MINUTE.heap)]);
  expect(isFlat).toBe(false);
  expect(text.match(/GROWS/g)).toHaveLength(1);
});
