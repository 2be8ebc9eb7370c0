import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '#bytes/hex';
import { Order } from '#protobuf/generated/ecommerce';
import { Struct, Value } from '#protobuf/generated/google/protobuf/struct';
import { Timestamp } from '#protobuf/generated/google/protobuf/timestamp';
import { HelloRequest } from '#protobuf/generated/hello';
import { Color, Everything, Nothing, Numbers } from './generated/everything.ts';
import { PATHS } from './paths.ts';

describe.each(PATHS)('messages, $path', ({ encode, decode }) => {
  const written = (init: Partial<Everything>) => toHex(encode(Everything, Everything.create(init)));
  const read = (hex: string) => decode(Everything, fromHex(hex));

  it('is a tag and a value for each field', () => {
    expect(toHex(encode(HelloRequest, { name: 'Ann' }))).toBe('0a 03 41 6e 6e');
    expect(decode(HelloRequest, fromHex('0a 03 41 6e 6e'))).toEqual({ name: 'Ann' });
  });

  it('is nothing at all when every field is zero', () => {
    expect(encode(Everything, Everything.create()).length).toBe(0);
    expect(decode(Everything, new Uint8Array(0))).toEqual(Everything.create());
    expect(encode(Nothing, {}).length).toBe(0);
  });

  it('does not take −0 or NaN for zero', () => {
    expect(written({ aDouble: -0 })).toBe('09 00 00 00 00 00 00 00 80');
    expect(written({ aFloat: Number.NaN })).toBe('15 00 00 c0 7f');
    expect(Object.is(read('09 00 00 00 00 00 00 00 80').aDouble, -0)).toBe(true);
  });

  it('tells an absent optional field from zero', () => {
    expect(written({ optionalInt32: 0, optionalString: '', optionalBool: false })).toBe(
      'b8 01 00 88 02 00 92 02 00',
    );
    const message = read('b8 01 00');
    expect(message.optionalInt32).toBe(0);
    expect(message.optionalString).toBeUndefined();
  });

  it('writes a negative int32 in ten bytes, a sint32 in one', () => {
    expect(written({ anInt32: -1 })).toBe('18 ff ff ff ff ff ff ff ff ff 01');
    expect(written({ aSint32: -1 })).toBe('38 01');
  });

  it('drops the high bits of a number that is too wide for its field', () => {
    expect(read('18 80 80 80 80 10').anInt32).toBe(0);
    expect(read('18 ff ff ff ff 0f').anInt32).toBe(-1);
    expect(read('28 ff ff ff ff ff ff ff ff ff 01').aUint32).toBe(2 ** 32 - 1);
    expect(read('68 80 80 80 80 80 80 80 80 80 01').aBool).toBe(true);
  });

  it('keeps 64 bits exact', () => {
    for (const value of [2n ** 53n + 1n, -(2n ** 63n), 2n ** 63n - 1n, -1n, 0x1_0000_0000n]) {
      const message = Everything.create({ anInt64: value, aSint64: value, aSfixed64: value });
      expect(decode(Everything, encode(Everything, message))).toEqual(message);
    }
    const message = Everything.create({ aUint64: 2n ** 64n - 1n, aFixed64: 2n ** 63n });
    expect(decode(Everything, encode(Everything, message))).toEqual(message);
  });

  it('packs numbers, and reads them packed, one by one, and mixed', () => {
    expect(toHex(encode(Numbers, { values: [3, 270, 86942] }))).toBe('0a 06 03 8e 02 9e a7 05');
    expect(decode(Numbers, fromHex('08 03 08 8e 02 08 9e a7 05')).values).toEqual([3, 270, 86942]);
    expect(decode(Numbers, fromHex('08 03 0a 03 8e 02 05 08 07')).values).toEqual([3, 270, 5, 7]);
    expect(written({ unpacked: [1, 2] })).toBe('d0 03 01 d0 03 02');
    expect(read('d2 03 02 01 02').unpacked).toEqual([1, 2]);
  });

  it('reads a packed list of every length, negative numbers at every place', () => {
    for (let length = 0; length < 40; length++) {
      const values = Array.from({ length }, (_, i) => (i % 3 === 0 ? -i : i * 2 ** (i % 26)));
      const message = { values: values.map((value) => value | 0) };
      expect(decode(Numbers, encode(Numbers, message))).toEqual(message);
    }
  });

  it('lets the last value win', () => {
    expect(decode(HelloRequest, fromHex('0a 01 61 0a 01 62')).name).toBe('b');
    expect(decode(HelloRequest, fromHex('0a 01 61 0a 00')).name).toBe('');
  });

  it('merges a submessage that comes in parts', () => {
    const { aPoint } = read('8a 01 02 08 02 8a 01 02 10 04');
    expect(aPoint).toEqual({ x: 1, y: 2 });
  });

  it('does not merge the items of a list', () => {
    const { points } = read('ca 03 02 08 02 ca 03 02 10 04');
    expect(points).toEqual([
      { x: 1, y: 0 },
      { x: 0, y: 2 },
    ]);
  });

  it('holds one member of a oneof: the last that came', () => {
    expect(written({ choice: { case: 'chosenInt32', value: 0 } })).toBe('b8 04 00');
    expect(read('b8 04 01 c2 04 01 61').choice).toEqual({ case: 'chosenString', value: 'a' });
    // A submessage is merged with an earlier part of itself, not across another member.
    expect(read('ca 04 02 08 02 ca 04 02 10 04').choice?.value).toEqual({ x: 1, y: 2 });
    expect(read('ca 04 02 08 02 b8 04 01 ca 04 02 10 04').choice?.value).toEqual({ x: 0, y: 2 });
  });

  it('reads map entries in any order, with either part absent', () => {
    expect(written({ byString: new Map([['a', 0]]) })).toBe('ea 03 05 0a 01 61 10 00');
    expect(read('ea 03 05 10 07 0a 01 61').byString).toEqual(new Map([['a', 7]]));
    expect(read('ea 03 02 10 07 ea 03 03 0a 01 61').byString).toEqual(
      new Map([
        ['', 7],
        ['a', 0],
      ]),
    );
    expect(read('92 04 03 0a 01 61').pointsByName).toEqual(new Map([['a', { x: 0, y: 0 }]]));
    expect(read('ea 03 05 0a 01 61 10 01 ea 03 05 0a 01 61 10 02').byString.get('a')).toBe(2);
  });

  it('takes __proto__ for a key like any other', () => {
    const message = Everything.create({ byString: new Map([['__proto__', 1]]) });
    const { byString } = decode(Everything, encode(Everything, message));
    expect([...byString]).toEqual([['__proto__', 1]]);
  });

  it('keeps an enum value that has no name', () => {
    expect(read('80 01 07').aColor).toBe(7);
    expect(read('80 01 ff ff ff ff ff ff ff ff ff 01').aColor).toBe(Color.INFRARED);
    expect(written({ aColor: Color.LIME })).toBe('80 01 01');
  });

  it('keeps fields that it does not know, in order, and writes them last', () => {
    // Fields 6 to 10: every wire type, with a group that holds another.
    const unknown =
      '30 96 01 39 01 02 03 04 05 06 07 08 42 02 68 69 4b 50 01 53 54 4c 55 01 02 03 04';
    const order = decode(Order, fromHex(`${unknown.slice(0, 8)} 0a 01 61 ${unknown.slice(9)}`));
    expect(order.id).toBe('a');
    expect(toHex(order.$unknown!)).toBe(unknown);
    expect(toHex(encode(Order, order))).toBe(`0a 01 61 ${unknown}`);
  });

  it('keeps a known number with another wire type as unknown', () => {
    const message = decode(HelloRequest, fromHex('08 05'));
    expect(message.name).toBe('');
    expect(toHex(encode(HelloRequest, message))).toBe('08 05');
  });

  it('keeps unknown fields of a submessage in it, through a merge', () => {
    const bytes = fromHex('8a 01 02 18 01 8a 01 02 18 02 8a 01 02 18 03');
    expect(toHex(read(toHex(bytes)).aPoint!.$unknown!)).toBe('18 01 18 02 18 03');
  });

  it('writes long content with a length of its own size', () => {
    for (const length of [0, 1, 47, 64, 65, 126, 127, 128, 129, 8000, 16383, 16384, 70_000]) {
      const message = Everything.create({
        aString: 'é'.repeat(length),
        aBytes: new Uint8Array(length).fill(7),
        inside: Everything.create({
          aString: 'e'.repeat(length),
          int32s: Array(Math.min(length, 200)).fill(1),
        }),
      });
      expect(decode(Everything, encode(Everything, message))).toEqual(message);
    }
  });

  it('copies bytes out of the input', () => {
    const input = fromHex('7a 01 05 d8 06 01');
    const message = decode(Everything, input);
    input.fill(0);
    expect(message.aBytes).toEqual(Uint8Array.of(5));
    expect(toHex(message.$unknown!)).toBe('d8 06 01');
  });

  it('begins where the view of the buffer begins', () => {
    const input = fromHex('ff ff 0a 01 61 21 00 00 00 00 00 00 f8 3f').subarray(2);
    expect(decode(Order, input).id).toBe('a');
    const wide = fromHex('ff 09 00 00 00 00 00 00 f8 3f').subarray(1);
    expect(decode(Everything, wide).aDouble).toBe(1.5);
  });

  it('writes a surrogate that stands alone as U+FFFD, as TextEncoder does', () => {
    expect(toHex(encode(HelloRequest, { name: '\ud800' }))).toBe('0a 03 ef bf bd');
  });

  it('reads a byte order mark as the character that it is', () => {
    expect(decode(HelloRequest, fromHex('0a 03 ef bb bf')).name).toBe('\ufeff');
  });

  it('takes a message with fields left out, as JavaScript would write it', () => {
    expect(encode(Everything, {} as Everything).length).toBe(0);
    expect(toHex(encode(Order, { id: 'a' } as Order))).toBe('0a 01 61');
  });

  it('carries well-known types', () => {
    const time = { seconds: -1n, nanos: 5e8 };
    expect(decode(Timestamp, encode(Timestamp, time))).toEqual(time);
    const struct = Struct.create({
      fields: new Map([
        ['nothing', Value.create({ kind: { case: 'nullValue', value: 0 } })],
        ['flag', Value.create({ kind: { case: 'boolValue', value: false } })],
      ]),
    });
    expect(decode(Struct, encode(Struct, struct))).toEqual(struct);
  });
});

describe('what encode returns', () => {
  it('is not changed by what is encoded after it', () => {
    const messages = Array.from({ length: 3000 }, (_, i) => ({ name: `n${i}`.repeat(i % 40) }));
    const encoded = messages.map((message) => HelloRequest.encode(message));
    expect(encoded.map((bytes) => HelloRequest.decode(bytes))).toEqual(messages);
  });

  it('is right for a message whose getter encodes another', () => {
    const order = {
      ...Order.create({ id: 'a' }),
      get description() {
        return toHex(HelloRequest.encode({ name: 'b' }));
      },
    };
    expect(Order.decode(Order.encode(order))).toMatchObject({ id: 'a', description: '0a 01 62' });
  });

  it('is right after a message that could not be encoded', () => {
    const wrong = { name: 5 } as unknown as HelloRequest;
    for (let i = 0; i < 3; i++) {
      expect(() => HelloRequest.encode(wrong)).toThrow();
      expect(toHex(HelloRequest.encode({ name: 'Ann' }))).toBe('0a 03 41 6e 6e');
    }
  });
});
