import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '#bytes/hex';
import { DecodeError } from '#protobuf/error';
import {
  decodeVarint32,
  decodeVarint64,
  encodeVarint32,
  encodeVarint64,
  zigzagDecode32,
  zigzagDecode64,
  zigzagEncode32,
  zigzagEncode64,
} from '#protobuf/wire/varint';
import { Random } from './random.ts';

const KNOWN: [value: bigint, hex: string][] = [
  [0n, '00'],
  [1n, '01'],
  [127n, '7f'],
  [128n, '80 01'],
  [150n, '96 01'],
  [300n, 'ac 02'],
  [16383n, 'ff 7f'],
  [16384n, '80 80 01'],
  [2n ** 31n, '80 80 80 80 08'],
  [2n ** 32n - 1n, 'ff ff ff ff 0f'],
  [2n ** 32n, '80 80 80 80 10'],
  [2n ** 35n, '80 80 80 80 80 01'],
  [2n ** 53n + 1n, '81 80 80 80 80 80 80 10'],
  [2n ** 63n, '80 80 80 80 80 80 80 80 80 01'],
  [2n ** 64n - 1n, 'ff ff ff ff ff ff ff ff ff 01'],
];

describe('varint', () => {
  it.each(KNOWN)('%s is %s', (value, hex) => {
    const length = fromHex(hex).length;
    expect(toHex(encodeVarint64(value))).toBe(hex);
    expect(decodeVarint64(fromHex(hex), 0)).toEqual({ value, length });
    const low = Number(BigInt.asUintN(32, value));
    expect(decodeVarint32(fromHex(hex), 0)).toEqual({ value: low, length });
    if (value < 2n ** 32n) expect(toHex(encodeVarint32(Number(value)))).toBe(hex);
  });

  it('writes a negative number as 64 bits of two’s complement', () => {
    expect(toHex(encodeVarint64(-1n))).toBe('ff ff ff ff ff ff ff ff ff 01');
    expect(toHex(encodeVarint64(-2n))).toBe('fe ff ff ff ff ff ff ff ff 01');
  });

  it('begins at the offset and leaves what comes after', () => {
    const bytes = fromHex('ff ac 02 ff');
    expect(decodeVarint32(bytes, 1)).toEqual({ value: 300, length: 2 });
    expect(decodeVarint64(bytes, 1)).toEqual({ value: 300n, length: 2 });
  });

  it('is undefined where bytes are missing, however many', () => {
    for (const hex of ['', '80', 'ff ff ff', '80 80 80 80 80 80 80 80 80']) {
      expect(decodeVarint32(fromHex(hex), 0)).toBeUndefined();
      expect(decodeVarint64(fromHex(hex), 0)).toBeUndefined();
    }
  });

  it('refuses an eleventh byte', () => {
    const bytes = fromHex('80 80 80 80 80 80 80 80 80 80 01');
    expect(() => decodeVarint32(bytes, 0)).toThrow(DecodeError);
    expect(() => decodeVarint64(bytes, 0)).toThrow(DecodeError);
  });

  it('reads a number in more bytes than it needs', () => {
    expect(decodeVarint32(fromHex('81 80 00'), 0)).toEqual({ value: 1, length: 3 });
    expect(decodeVarint64(fromHex('81 80 00'), 0)).toEqual({ value: 1n, length: 3 });
  });

  it('reads what it writes', () => {
    const random = new Random(1);
    for (let i = 0; i < 5000; i++) {
      const wide = BigInt.asUintN(64, random.int64());
      expect(decodeVarint64(encodeVarint64(wide), 0)?.value).toBe(wide);
      const narrow = random.int32() >>> 0;
      expect(decodeVarint32(encodeVarint32(narrow), 0)?.value).toBe(narrow);
    }
  });
});

describe('zigzag', () => {
  it.each([
    [0, 0],
    [-1, 1],
    [1, 2],
    [-2, 3],
    [2147483647, 4294967294],
    [-2147483648, 4294967295],
  ])('%d is %d', (value, zigzag) => {
    expect(zigzagEncode32(value)).toBe(zigzag);
    expect(zigzagDecode32(zigzag)).toBe(value);
    expect(zigzagEncode64(BigInt(value))).toBe(BigInt(zigzag));
    expect(zigzagDecode64(BigInt(zigzag))).toBe(BigInt(value));
  });

  it('reaches both ends of 64 bits', () => {
    expect(zigzagEncode64(2n ** 63n - 1n)).toBe(2n ** 64n - 2n);
    expect(zigzagEncode64(-(2n ** 63n))).toBe(2n ** 64n - 1n);
    expect(zigzagDecode64(2n ** 64n - 1n)).toBe(-(2n ** 63n));
  });
});
