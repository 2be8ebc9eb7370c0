import { expect, test } from 'vitest';
import { fromHex, toHex } from '#bytes/hex';
import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';

test.each([
  ['', ''],
  ['A', '41'],
  ['ü', 'c3 bc'],
  ['語', 'e8 aa 9e'],
  ['🙂', 'f0 9f 99 82'],
  ['\u0000', '00'],
  ['\uFEFFbom', 'ef bb bf 62 6f 6d'],
])('%j both ways', (text, hex) => {
  expect(toHex(encodeUtf8(text))).toBe(hex);
  expect(decodeUtf8(fromHex(hex))).toBe(text);
});

test.each([
  ['a continuation byte alone', '80'],
  ['a character cut off', 'e8 aa'],
  ['an overlong slash', 'c0 af'],
  ['a surrogate', 'ed a0 80'],
  ['more than Unicode has', 'f4 90 80 80'],
  ['a byte that never occurs', 'ff'],
])('%s is an error, never a replacement character', (_name, hex) => {
  expect(() => decodeUtf8(fromHex(hex))).toThrow(TypeError);
  // And the next text is not the worse for it.
  expect(decodeUtf8(fromHex('41'))).toBe('A');
});
