import { describe, expect, test } from 'vitest';
import { ByteWriter } from '#bytes/byte-writer';
import { concat } from '#bytes/concat';
import { fromHex, toHex } from '#bytes/hex';
import { Random } from '#course/kit/random';
import { HpackDecoder } from '#hpack/decoder';
import { HpackEncoder } from '#hpack/encoder';
import type { HeaderField } from '#hpack/header-field';
import { findCoverageGap } from '#inspect/coverage';
import { createHpackDissector, createHpackFollower } from '#inspect/hpack/dissector';
import type { HpackView } from '#inspect/hpack/item';
import type { Field } from '#inspect/trace';

/** `name = value` of every field, indented by level. */
function outline(fields: readonly Field[], level = 0): string[] {
  return fields.flatMap(({ name, value, children = [] }) => [
    `${'  '.repeat(level)}${name}${value === undefined ? '' : ` = ${value}`}`,
    ...outline(children, level + 1),
  ]);
}

const read = (hex: string, view?: HpackView) => createHpackFollower(view).read(fromHex(hex));

/** Follows blocks that come one after the other, and looks at the coverage of each. */
function follow(blocks: readonly Uint8Array[], follower = createHpackFollower()) {
  return blocks.map((block) => {
    const result = follower.read(block);
    expect(findCoverageGap(result.fields, block.length), toHex(block)).toBeUndefined();
    return result;
  });
}

describe('the examples of RFC 7541 Appendix C', () => {
  test('C.4: requests with Huffman code, one after the other', () => {
    const follower = createHpackFollower();
    const blocks = [
      '828684418cf1e3c2e5f23a6ba0ab90f4ff',
      '828684be5886a8eb10649cbf',
      '828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf',
    ].map(fromHex);
    const [first, second, third] = follow(blocks, follower);
    expect(outline(first!.fields)).toEqual([
      ':method = GET',
      ':scheme = http',
      ':path = /',
      ':authority = www.example.com',
      '  form = 01 000001, name of index 1',
      '  value length = 12, Huffman',
      '  value = www.example.com',
    ]);
    expect(second!.fields[3]).toMatchObject({
      name: ':authority',
      value: 'www.example.com',
      meaning: 'index 62, dynamic table',
    });
    expect(outline(third!.fields.slice(4))).toEqual([
      'custom-key = custom-value',
      '  form = 01 000000, a new name',
      '  name length = 8, Huffman',
      '  name = custom-key',
      '  value length = 9, Huffman',
      '  value = custom-value',
    ]);
    expect(follower.table.size).toBe(164);
    expect(follower.table.entries.map(({ name }) => name)).toEqual([
      'custom-key',
      'cache-control',
      ':authority',
    ]);
  });

  test('C.5: a table of 256, from which entries go', () => {
    const blocks = [
      `3fe101 4803333032 580770726976617465 611d4d6f6e2c203231204f637420323031332032303a31333a
       323120474d54 6e1768747470733a2f2f7777772e6578616d706c652e636f6d`,
      '4803333037c1c0bf',
    ].map(fromHex);
    const follower = createHpackFollower();
    const [first, second] = follow(blocks, follower);
    expect(first!.fields[0]).toMatchObject({ name: 'table size', value: '256' });
    expect(second!.fields[0]?.meaning).toBe(
      'spelt out, and added to the table; the oldest entry goes',
    );
    expect(second!.headers.map(({ value }) => value)).toEqual([
      '307',
      'private',
      'Mon, 21 Oct 2013 20:13:21 GMT',
      'https://www.example.com',
    ]);
    expect(follower.table.size).toBe(222);
  });
});

describe('what a block can say', () => {
  test('a secret, and what is not added', () => {
    const { fields, headers } = read(
      '100870617373776f726406736563726574 040c2f73616d706c652f70617468',
    );
    expect(headers).toEqual([
      { name: 'password', value: 'secret', neverIndexed: true },
      { name: ':path', value: '/sample/path' },
    ]);
    expect(fields.map(({ source }) => source)).toEqual(['RFC 7541 §6.2.3', 'RFC 7541 §6.2.2']);
  });

  test('a number of more than one byte has its bytes as parts', () => {
    const [field] = read('3f 9a 0a').fields;
    expect(field?.folded).toBe(true);
    expect(outline([field!])).toEqual([
      'table size = 1337',
      '  prefix = 001 11111',
      '  + = 26 (1 0011010)',
      '  + 2^7 × = 10 (0 0001010)',
    ]);
  });

  test('the same byte again and again is one field, and counted', () => {
    const { fields, headers, listSize } = read(`400161 03626262 ${'be'.repeat(5000)}84`);
    expect(fields.map(({ name, value }) => `${name} ${value}`)).toEqual([
      'a bbb',
      'a bbb × 5000',
      ':path /',
    ]);
    expect(fields[1]?.meaning).toContain('5000 times: spelt out 20000 bytes');
    expect(headers).toHaveLength(3);
    expect(listSize).toBe(5001 * 36 + 38);
  });

  test('compact: one row a header', () => {
    expect(read('40016101 62', { compact: true }).fields[0]?.folded).toBe(true);
    expect(read('40016101 62').fields[0]?.folded).toBeUndefined();
  });

  test('what headers are for is said first', () => {
    const meanings = { ':path': { meaning: 'which method is called', source: 'gRPC' } };
    expect(read('84', { meanings }).fields[0]).toMatchObject({
      meaning: 'which method is called · index 4, static table',
      source: 'gRPC',
    });
    expect(read('40 0b 636f6e7374727563746f72 01 61', { meanings }).headers[0]?.name).toBe(
      'constructor',
    );
  });
});

describe('what cannot be read says so', () => {
  test.each([
    ['80', 'no header has this index'],
    ['be', 'no header has this index'],
    ['7e 01 61', '(name of index 62)'],
    ['ff', 'the block ends in a number'],
    ['ff 80 80 80 80 80 01', 'larger than any honest peer'],
    ['ff ff ff ff ff 7f', 'larger than any honest peer'],
    ['40', 'the length of the name is unfinished'],
    ['40 7f', 'the length of the name is unfinished'],
    ['40 05 61 62', 'the name has 5 bytes, of which 2 are here'],
    ['40 01 61', 'the length of the value is unfinished'],
    ['40 01 61 05 62', 'the value has 5 bytes, of which 1 are here'],
    ['40 01 61 81 00', 'not all ones'],
    ['40 01 61 82 1f ff', 'a byte or more that is not a character'],
    ['40 01 61 84 ff ff ff ff', 'EOS'],
    ['82 20', 'not allowed here'],
    ['20 40 01 61 01 62', 'larger than the whole table'],
  ])('%s: %s', (hex, why) => {
    expect(JSON.stringify(read(hex).fields)).toContain(why);
    follow([fromHex(hex)]);
  });

  test('after an index that nobody knows the reading goes on', () => {
    expect(read('be 82').headers).toEqual([expect.objectContaining({ value: 'GET' })]);
  });
});

/** Lists as a busy connection has them: much comes again, some is new, some is secret. */
function randomList(random: Random): HeaderField[] {
  return Array.from({ length: random.integer(0, 7) }, () => ({
    name: `n${random.integer(0, 12)}`,
    value: String.fromCharCode(...random.bytes(random.integer(0, 5) ** 2)),
    neverIndexed: random.integer(0, 9) === 0,
  }));
}

describe('every byte is covered exactly once', () => {
  test('random connections: the headers are those that the decoder finds', () => {
    const random = new Random(7541);
    for (const size of [0, 100, 1000, 4096]) {
      const encoder = new HpackEncoder();
      const decoder = new HpackDecoder();
      const follower = createHpackFollower();
      encoder.setMaxTableSize(size);
      for (let i = 0; i < 300; i++) {
        const out = new ByteWriter();
        encoder.encode(randomList(random), out);
        const block = out.take();
        const plain = (fields: readonly HeaderField[] | undefined) =>
          fields?.map(({ name, value, neverIndexed = false }) => [name, value, neverIndexed]);
        const [result] = follow([block], follower);
        expect(plain(result!.headers)).toEqual(plain(decoder.decode(block)));
        expect(follower.table.size).toBe(decoder.tableSize);
      }
    }
  });

  test('bytes at random', () => {
    const random = new Random(8);
    for (let i = 0; i < 3000; i++) follow([random.bytes(random.integer(0, 40))]);
  });

  test('wherever a block is cut, or a byte of it is wrong', () => {
    const random = new Random(9);
    const good = fromHex(
      '3fe11f 828684 418cf1e3c2e5f23a6ba0ab90f4ff 408825a849e95ba97d7f8925a849e95bb8e8b4bf be7f0001 61',
    );
    for (let at = 0; at <= good.length; at++) {
      follow([good.slice(0, at)]);
      follow([concat([good.slice(0, at), random.bytes(1), good.slice(at + 1)])]);
    }
  });
});

test('as a dissector it takes each chunk for a block', () => {
  const dissector = createHpackDissector();
  expect(dissector.push(fromHex('82'))[0]).toMatchObject({ title: 'a header block: 1 header' });
  expect(dissector.push(fromHex('8286'))[0]?.title).toBe('a header block: 2 headers');
  expect(dissector.end()).toEqual([]);
});
