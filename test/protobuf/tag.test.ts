import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '#bytes/hex';
import { decodeTag, encodeTag } from '#protobuf/wire/tag';
import { WireType } from '#protobuf/wire/wire-type';

describe('tag', () => {
  it.each([
    [1, WireType.VARINT, '08'],
    [2, WireType.LEN, '12'],
    [15, WireType.I64, '79'],
    [16, WireType.I32, '85 01'],
    [536870911, WireType.LEN, 'fa ff ff ff 0f'],
  ] as const)('field %d, wire type %d is %s', (number, wireType, hex) => {
    expect(toHex(encodeTag(number, wireType))).toBe(hex);
    const length = fromHex(hex).length;
    expect(decodeTag(fromHex(hex), 0)).toEqual({ number, wireType, length });
  });

  it('is undefined where bytes are missing', () => {
    expect(decodeTag(fromHex(''), 0)).toBeUndefined();
    expect(decodeTag(fromHex('85'), 0)).toBeUndefined();
  });

  it.each([
    ['00', 'field number 0'],
    ['0e', 'wire type 6'],
    ['0f', 'wire type 7'],
    ['88 80 80 80 10', '32 bits'],
    ['88 80 80 80 80 00', '32 bits'],
    ['80 80 80 80 80 80 80 80 80 80 80', 'bytes'],
  ])('refuses %s: %s', (hex, reason) => {
    expect(() => decodeTag(fromHex(hex), 0)).toThrow(reason);
  });
});
