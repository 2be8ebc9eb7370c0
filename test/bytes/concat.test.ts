import { expect, test } from 'vitest';
import { concat } from '#bytes/concat';

test('joins in order, empty ones too', () => {
  const chunks = [Uint8Array.of(1, 2), new Uint8Array(0), Uint8Array.of(3)];
  expect(concat(chunks)).toEqual(Uint8Array.of(1, 2, 3));
  expect(concat([])).toEqual(new Uint8Array(0));
});

test('several make a new array, one is returned as it is', () => {
  const [one, two] = [Uint8Array.of(1), Uint8Array.of(2)];
  const both = concat([one, two]);
  both.fill(9);
  expect([one[0], two[0]]).toEqual([1, 2]);
  expect(concat([one])).toBe(one);
});

test('takes a window into a larger buffer for what it shows', () => {
  const window = Uint8Array.of(0, 1, 2, 3).subarray(1, 3);
  expect(concat([window, window])).toEqual(Uint8Array.of(1, 2, 1, 2));
});
