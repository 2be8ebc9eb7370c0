import { expect, test } from 'vitest';
import { fromHex, toHex } from '#bytes/hex';
import { Random } from '#course/kit/random';

test('two lower-case digits a byte, a space between', () => {
  expect(toHex(Uint8Array.of(0, 5, 0xab, 0xff))).toBe('00 05 ab ff');
  expect(toHex(Uint8Array.of(0, 5, 0xab), '')).toBe('0005ab');
  expect(toHex(new Uint8Array(0))).toBe('');
});

test('reads what it writes, with any white space and in any case', () => {
  expect(fromHex('00 05\n AB\tff')).toEqual(Uint8Array.of(0, 5, 0xab, 0xff));
  expect(fromHex('  ')).toEqual(new Uint8Array(0));
  const bytes = new Random(1).bytes(500);
  expect(fromHex(toHex(bytes))).toEqual(bytes);
  expect(fromHex(toHex(bytes, ''))).toEqual(bytes);
});

test.each([
  ['0g', /'g' at digit 1/],
  ['00 0x', /'x' at digit 3/],
  ['000', /3 hex digits/],
  ['0', /1 hex digits/],
])('%j is an error, not a guess', (text, message) => {
  expect(() => fromHex(text)).toThrow(RangeError);
  expect(() => fromHex(text)).toThrow(message);
});
