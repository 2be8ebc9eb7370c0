import { describe, expect, test } from 'vitest';
import { ByteWriter } from '#bytes/byte-writer';
import { fromHex, toHex } from '#bytes/hex';
import { cursorOver } from '#hpack/cursor';
import { decodeInteger, encodeInteger } from '#hpack/integer';
import { MAX_INTEGER } from '#hpack/limits';
import { huffmanDecode, huffmanEncode, huffmanLength } from '#hpack/strings/huffman';
import { randomInt, seededRandom } from './random.ts';

function encoded(write: (out: ByteWriter) => void): Uint8Array {
  const out = new ByteWriter(1);
  write(out);
  return out.take();
}

describe('integers (RFC 7541 §5.1)', () => {
  test.each([
    [10, 5, '0a'],
    [1337, 5, '1f 9a 0a'],
    [42, 8, '2a'],
    [30, 5, '1e'],
    [31, 5, '1f 00'],
    [158, 5, '1f 7f'],
    [159, 5, '1f 80 01'],
  ])('%d with a prefix of %d bits is %s', (value, prefix, hex) => {
    expect(toHex(encoded((out) => encodeInteger(out, 0, prefix, value)))).toBe(hex);
    const from = cursorOver(fromHex(hex));
    expect(decodeInteger(from, prefix)).toBe(value);
    expect(from.at).toBe(from.end);
  });

  test('every prefix, around every power of two, there and back', () => {
    for (let prefix = 1; prefix <= 8; prefix++) {
      const pattern = (0xff << prefix) & 0xff;
      for (let power = 0; power <= 28; power++) {
        for (const value of [2 ** power - 1, 2 ** power, 2 ** power + 1]) {
          if (value > MAX_INTEGER) continue;
          const bytes = encoded((out) => encodeInteger(out, pattern, prefix, value));
          expect(bytes[0]! & pattern).toBe(pattern);
          expect(decodeInteger(cursorOver(bytes), prefix)).toBe(value);
        }
      }
    }
  });

  test.each([
    ['', 'ends where an integer'],
    ['1f', 'ends inside'],
    ['1f 80 80', 'ends inside'],
    ['1f ff ff ff ff 0f', 'above'],
    ['1f ff ff ff ff ff ff ff ff 7f', 'above'],
    ['1f 80 80 80 80 80 00', 'more than 5'],
  ])('%j is an error: %s', (hex, message) => {
    expect(() => decodeInteger(cursorOver(fromHex(hex)), 5)).toThrow(message);
  });
});

describe('Huffman code (RFC 7541 §5.2)', () => {
  test('every octet, and random strings, there and back', () => {
    const random = seededRandom(7541);
    const strings = Array.from({ length: 256 }, (_, octet) => String.fromCharCode(octet));
    for (let i = 0; i < 500; i++) {
      const length = randomInt(random, 300);
      const range = random() < 0.5 ? 128 : 256;
      strings.push(String.fromCharCode(...Array.from({ length }, () => randomInt(random, range))));
    }
    for (const text of strings) {
      const bytes = encoded((out) => huffmanEncode(out, text));
      expect(bytes.length).toBe(huffmanLength(text));
      expect(huffmanDecode(bytes)).toBe(text);
    }
  });

  test('padding of up to seven ones is fine, and nothing else', () => {
    expect(huffmanDecode(fromHex('1f'))).toBe('a'); // 00011 111
    expect(() => huffmanDecode(fromHex('1e'))).toThrow('padding'); // … 110
    expect(() => huffmanDecode(fromHex('18'))).toThrow('padding'); // … 000
    expect(() => huffmanDecode(fromHex('1f ff'))).toThrow('padding'); // eleven ones
    expect(() => huffmanDecode(fromHex('ff'))).toThrow('padding'); // a whole byte
  });

  test('EOS inside a string is an error', () => {
    expect(() => huffmanDecode(fromHex('ff ff ff ff'))).toThrow('EOS');
    expect(() => huffmanDecode(fromHex('1f ff ff ff ff 1f'))).toThrow('EOS');
  });
});
