import { describe, expect, test } from 'vitest';
import { ByteWriter } from '#bytes/byte-writer';
import { fromHex, toHex } from '#bytes/hex';
import { HpackDecoder } from '#hpack/decoder';
import { HpackEncoder } from '#hpack/encoder';
import { DecodedField, type HeaderField } from '#hpack/header-field';
import { DynamicTable } from '#hpack/tables/dynamic-table';
import { randomBytes, randomInt, seededRandom } from './random.ts';

function encode(encoder: HpackEncoder, fields: HeaderField[]): Uint8Array {
  const out = new ByteWriter(4);
  encoder.encode(fields, out);
  return out.take();
}

function pairs(fields: readonly HeaderField[] | undefined): [string, string][] | undefined {
  return fields?.map(({ name, value }) => [name, value]);
}

describe('the decoder', () => {
  test.each([
    ['80', 'no field has index 0'],
    ['be', 'no field has index 62'],
    ['7f 00', 'no field has index 63'],
    ['3f e2 1f', '4097 where 4096 are allowed'],
    ['82 20', 'after a field'],
    ['40 03 61 62', 'a string of 3 bytes in 2'],
    ['40 ff', 'ends inside an integer'],
    ['00', 'ends where an integer should begin'],
  ])('%s is an error: %s', (hex, message) => {
    expect(() => new HpackDecoder().decode(fromHex(hex))).toThrow(message);
  });

  test('a list that is too large is not delivered, but the table stays right', () => {
    const decoder = new HpackDecoder({ maxListSize: 100 });
    // One entry of 32 + 10 + 13, then the same three times, then a new one.
    const entry = '400a 6375 7374 6f6d 2d6b 6579 0d63 7573 746f 6d2d 6865 6164 6572';
    expect(decoder.decode(fromHex(`${entry} be be be 40 01 61 01 62`))).toBeUndefined();
    expect(pairs(decoder.decode(fromHex('be')))).toEqual([['a', 'b']]);
  });

  test('an HPACK bomb costs nothing but reading it', () => {
    const decoder = new HpackDecoder({ maxListSize: 16_384 });
    const big = new ByteWriter();
    new HpackEncoder().encode([{ name: 'x', value: 'y'.repeat(1900) }], big);
    decoder.decode(big.take());
    const before = process.memoryUsage().heapUsed;
    // Ten million references to it are 19 GB of headers; a list of them alone were 80 MB.
    expect(decoder.decode(new Uint8Array(10_000_000).fill(0xbe))).toBeUndefined();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(32 * 1024 * 1024);
  });

  test('after we have made the table smaller the encoder has to say so', () => {
    const decoder = new HpackDecoder();
    decoder.setMaxTableSize(100);
    expect(() => decoder.decode(fromHex('82'))).toThrow('no size update');
    const obeyed = new HpackDecoder();
    obeyed.setMaxTableSize(100);
    expect(pairs(obeyed.decode(fromHex('3f 45 82')))).toEqual([[':method', 'GET']]);
  });

  test('random and mutated blocks end in a list or in an HpackError', () => {
    const random = seededRandom(1);
    const good = encode(new HpackEncoder(), [
      { name: ':path', value: '/a/b' },
      { name: 'x-long', value: 'z'.repeat(200) },
      { name: 'authorization', value: 'Basic \u00e4\u0001' },
    ]);
    for (let i = 0; i < 50_000; i++) {
      const block = i % 2 ? good.slice() : randomBytes(random, randomInt(random, 60));
      if (i % 2) block[randomInt(random, block.length)] = randomInt(random, 256);
      try {
        const fields = new HpackDecoder().decode(block);
        expect(fields === undefined || Array.isArray(fields)).toBe(true);
      } catch (error) {
        expect((error as Error).name).toBe('HpackError');
      }
    }
  });
});

describe('the encoder', () => {
  test('what was sent before is one byte a field', () => {
    const encoder = new HpackEncoder();
    const fields = [
      { name: ':method', value: 'POST' },
      { name: ':path', value: '/hello.Greeter/SayHello' },
      { name: 'te', value: 'trailers' },
    ];
    encode(encoder, fields);
    expect(toHex(encode(encoder, fields))).toBe('83 bf be');
  });

  test('secrets are never indexed, whatever they are called', () => {
    const encoder = new HpackEncoder();
    const decoder = new HpackDecoder();
    for (let i = 0; i < 2; i++) {
      const fields = decoder.decode(
        encode(encoder, [
          { name: 'authorization', value: 'Bearer abc' },
          { name: 'x-key', value: 'abc', neverIndexed: true },
          { name: 'x-open', value: 'abc' },
        ]),
      );
      expect(fields?.map((field) => field.neverIndexed)).toEqual([true, true, false]);
    }
    expect(decoder.tableSize).toBe(32 + 'x-open'.length + 'abc'.length);
  });

  test('a smaller table is announced, with the smallest on the way', () => {
    const encoder = new HpackEncoder();
    encoder.setMaxTableSize(0);
    encoder.setMaxTableSize(100);
    expect(toHex(encode(encoder, [{ name: ':method', value: 'GET' }]))).toBe('20 3f 45 82');
    expect(toHex(encode(encoder, [{ name: ':method', value: 'GET' }]))).toBe('82');
  });

  test('no table at all is kept if the peer wants none', () => {
    const encoder = new HpackEncoder(0);
    const decoder = new HpackDecoder({ maxTableSize: 0 });
    for (let i = 0; i < 3; i++) {
      expect(pairs(decoder.decode(encode(encoder, [{ name: 'a', value: 'b' }])))).toEqual([
        ['a', 'b'],
      ]);
    }
    expect(decoder.tableSize).toBe(0);
  });

  test('after a field that cannot be sent both tables are still the same', () => {
    const encoder = new HpackEncoder();
    const decoder = new HpackDecoder();
    decoder.decode(encode(encoder, [{ name: 'kept', value: '1' }]));
    const bad = [
      { name: 'lost', value: '2' },
      { name: 'bad', value: '\u20ac' },
    ];
    expect(() => encode(encoder, bad)).toThrow(RangeError);
    for (let i = 0; i < 2; i++) {
      const fields = [
        { name: 'lost', value: '2' },
        { name: 'kept', value: '1' },
      ];
      expect(pairs(decoder.decode(encode(encoder, fields)))).toEqual([
        ['lost', '2'],
        ['kept', '1'],
      ]);
    }
  });

  test('thousands of random lists through tables of every size', () => {
    const random = seededRandom(2);
    for (const size of [0, 64, 200, 1000, 4096]) {
      const encoder = new HpackEncoder(size);
      const decoder = new HpackDecoder({ maxTableSize: size });
      for (let i = 0; i < 500; i++) {
        const fields = Array.from({ length: randomInt(random, 8) }, () => ({
          name: `n${randomInt(random, 20)}`,
          value: String.fromCharCode(...randomBytes(random, randomInt(random, 5) ** 3)),
        }));
        expect(pairs(decoder.decode(encode(encoder, fields)))).toEqual(pairs(fields));
      }
    }
  });
});

describe('the dynamic table', () => {
  test('evicts the oldest, and empties itself for what is larger than it', () => {
    const evicted: number[] = [];
    const table = new DynamicTable(100, (_field, number) => evicted.push(number));
    table.add(new DecodedField('a', '1')); // 34
    table.add(new DecodedField('b', '2'));
    expect([table.size, table.get(0)?.name, table.get(1)?.name]).toEqual([68, 'b', 'a']);
    table.add(new DecodedField('c', '3'));
    expect([table.size, table.get(1)?.name, table.get(2)]).toEqual([68, 'b', undefined]);
    table.add(new DecodedField('d', 'x'.repeat(100)));
    expect([table.size, table.length]).toEqual([0, 0]);
    expect(evicted).toEqual([0, 1, 2]);
  });
});
