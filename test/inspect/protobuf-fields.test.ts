import { describe, expect, test } from 'vitest';
import { concat } from '#bytes/concat';
import { fromHex } from '#bytes/hex';
import { Random } from '#course/kit/random';
import { fieldPathAt, findCoverageGap } from '#inspect/coverage';
import { createProtobufDissector, createVarintDissector } from '#inspect/protobuf/dissector';
import { protobufFields } from '#inspect/protobuf/fields';
import type { Field } from '#inspect/trace';
import { parseProto } from '#protobuf/compiler/parse-proto';
import { encodeMessage } from '#protobuf/fields/message-codec';
import type { MessageDescriptor } from '#protobuf/schema/descriptor';

const LINE: MessageDescriptor = {
  name: 'test.Line',
  fields: [
    { number: 1, name: 'sku', type: 'string', cardinality: 'implicit' },
    { number: 2, name: 'count', type: 'sint32', cardinality: 'implicit' },
  ],
};
const ORDER: MessageDescriptor = {
  name: 'test.Order',
  fields: [
    { number: 1, name: 'id', type: 'int32', cardinality: 'implicit' },
    { number: 2, name: 'lines', type: 'message', cardinality: 'repeated', message: () => LINE },
    { number: 3, name: 'marks', type: 'sint64', cardinality: 'repeated', packed: true },
    { number: 4, name: 'stock', type: 'bool', cardinality: 'map', key: 'string' },
    { number: 5, name: 'price', type: 'float', cardinality: 'implicit' },
    { number: 6, name: 'at', type: 'fixed64', cardinality: 'implicit' },
    { number: 20, name: 'raw', type: 'bytes', cardinality: 'implicit' },
  ],
};
const bytes = encodeMessage(ORDER, {
  id: -2,
  lines: [
    { sku: 'tea', count: -3 },
    { sku: '', count: 0 },
  ],
  marks: [0n, -1n, 300n],
  stock: new Map([['oven', true]]),
  price: 2.5,
  at: 2n ** 53n + 1n,
  raw: Uint8Array.of(0, 255),
});

/** `name = value` of every field, indented by level. */
function outline(fields: readonly Field[], level = 0): string[] {
  return fields.flatMap(({ name, value, children = [] }) => [
    `${'  '.repeat(level)}${name}${value === undefined ? '' : ` = ${value}`}`,
    ...outline(
      children.filter(({ name }) => !name.startsWith('bits')),
      level + 1,
    ),
  ]);
}

const expectCovered = (data: Uint8Array, type?: MessageDescriptor) =>
  expect(findCoverageGap(protobufFields(data, { type }), data.length)).toBeUndefined();

describe('with a schema', () => {
  test('names, types and values', () => {
    const top = protobufFields(bytes, { type: ORDER }).map(({ name, value }) => `${name} ${value}`);
    expect(top).toEqual([
      'id -2',
      'lines Line { sku: "tea", count: -3 }',
      'lines Line {}',
      'marks [0, -1, 300]',
      'stock Entry { key: "oven", value: true }',
      'price 2.5',
      'at 9007199254740993',
      'raw 2 bytes',
    ]);
  });

  test('tags, lengths and what is nested', () => {
    const [, lines] = protobufFields(bytes, { type: ORDER });
    expect(outline([lines!])).toEqual([
      'lines = Line { sku: "tea", count: -3 }',
      '  tag = 2:LEN',
      '  length = 7',
      '  sku = "tea"',
      '    tag = 1:LEN',
      '    length = 3',
      '    value = "tea"',
      '  count = -3',
      '    tag = 2:VARINT',
      '    value = -3 (zigzag 5)',
    ]);
  });

  test('a varint’s bytes, folded, with the bits that each holds', () => {
    const path = fieldPathAt(protobufFields(fromHex('08 ac 02'), { type: ORDER }), 2);
    expect(path.map(({ name, value }) => `${name} = ${value}`)).toEqual([
      'id = 300',
      'value = 300',
      'bits 7–13 = 0 0000010',
    ]);
    expect(path[1]?.folded).toBe(true);
  });

  test('a number that the schema does not have, and one that has another type there', () => {
    const [unknown, other] = protobufFields(fromHex('38 05  0d 01 00 00 00'), { type: ORDER });
    expect(unknown).toMatchObject({ name: 'field 7', value: '5' });
    expect(unknown?.meaning).toContain('not in the schema');
    expect(other).toMatchObject({ name: 'field 1', value: '1' });
    expect(other?.meaning).toContain('the schema has id (int32) here, this is I32');
  });

  test('a list that was not packed is read too', () => {
    expect(outline(protobufFields(fromHex('18 03'), { type: ORDER }))[0]).toBe('marks = -2');
  });

  test('enums by name, optional fields and members of a oneof', () => {
    const text =
      'syntax = "proto3"; message A { E e = 1; repeated E es = 2; optional int32 o = 3; oneof w { bool b = 4; } } enum E { OFF = 0; ON = 1; }';
    const type = parseProto(['a.proto'], () => text).get('a.proto')!.messages[0]!;
    const fields = protobufFields(fromHex('08 01  08 07  12 02 00 01  18 00  20 01'), { type });
    expect(fields.map(({ name, value, meaning }) => `${name} ${value} · ${meaning}`)).toEqual([
      'e ON (1) · field 1, enum',
      'e 7 · field 1, enum',
      'es [OFF (0), ON (1)] · field 2, repeated enum',
      'o 0 · field 3, optional int32',
      'b true · field 4, bool, of oneof w',
    ]);
  });

  test('compact: one row a field, and nested messages stay open', () => {
    const fields = protobufFields(bytes, { type: ORDER, compact: true });
    expect(fields[0]?.folded).toBe(true);
    expect(fields[1]?.folded).toBeUndefined();
    expect(fields[1]?.children?.[2]?.folded).toBe(true);
  });
});

describe('without a schema', () => {
  test.each([
    ['08 ac 02', 'field 1 = 300'],
    ['08 fe ff ff ff ff ff ff ff ff 01', 'field 1 = 18446744073709551614 (as int64: -2)'],
    ['12 03 74 65 61', 'field 2 = "tea"'],
    ['12 03 74 00 61', 'field 2 = 3 bytes'],
    ['12 02 ff fe', 'field 2 = 2 bytes'],
    ['12 00', 'field 2 = ""'],
    ['1d 01 00 00 80', 'field 3 = 2147483649'],
    ['21 01 00 00 00 00 00 00 80', 'field 4 = 9223372036854775809'],
    ['85 01 01 00 00 00', 'field 16 = 1'],
    ['0b 10 01 0c', 'field 1 = a group'],
    ['0b 10 01', 'field 1 = a group that does not end'],
  ])('%s is %s', (hex, line) => {
    expect(outline(protobufFields(fromHex(hex)))[0]).toBe(line);
    expectCovered(fromHex(hex));
  });

  test('no message is guessed inside bytes', () => {
    const field = protobufFields(fromHex('12 02 08 01'))[0];
    expect(field?.children?.map(({ name }) => name)).toEqual(['tag', 'length', 'value']);
  });
});

describe('what cannot be read says so', () => {
  test.each([
    ['00', 'there is no field number 0'],
    ['0e 01', 'there is no wire type 6'],
    ['88 80 80 80 10 01', 'more than 32 bits'],
    ['88', 'the message ends inside a tag'],
    ['08', 'unfinished'],
    ['08 80 80', 'the message ends before the value does'],
    ['0d 01 02 03', 'the message ends before the value does'],
    ['12 05 74 65', '2 of 5 bytes came'],
    ['12 ff ff ff ff ff ff ff ff ff 01', 'unfinished'],
    ['08 80 80 80 80 80 80 80 80 80 80 01', 'more than ten bytes'],
    ['0c', 'unreadable'],
    ['0c 01', 'a group ends here that has not begun'],
  ])('%s: %s', (hex, why) => {
    const data = fromHex(hex);
    const [field] = protobufFields(data);
    const words = JSON.stringify(field);
    expect(words).toContain(why);
    expectCovered(data);
  });

  test('more than 64 bits', () => {
    const [field] = protobufFields(fromHex('08 ff ff ff ff ff ff ff ff ff 7f'));
    expect(field?.value).toContain('18446744073709551615');
    expect(field?.children?.[1]?.meaning).toContain('more than 64 bits');
  });

  test('thousands of groups inside each other', () => {
    const deep = new Uint8Array(30_000).fill(0x0b);
    expectCovered(deep);
    expect(JSON.stringify(protobufFields(deep))).toContain('nested too deeply');
  });
});

describe('every byte is covered exactly once', () => {
  test('whatever comes', () => {
    const random = new Random(4);
    for (let i = 0; i < 3000; i++) {
      const noise = random.bytes(random.integer(0, 40));
      expectCovered(noise);
      expectCovered(noise, ORDER);
    }
  });

  test('wherever a message is cut, or a byte of it is wrong', () => {
    const random = new Random(5);
    for (let at = 0; at <= bytes.length; at++) {
      expectCovered(bytes.slice(0, at), ORDER);
      expectCovered(bytes.slice(0, at));
      const wrong = concat([bytes.slice(0, at), random.bytes(1), bytes.slice(at + 1)]);
      expectCovered(wrong, ORDER);
    }
  });

  test('bare varints', () => {
    const random = new Random(6);
    for (let i = 0; i < 500; i++) {
      const noise = random.bytes(random.integer(0, 25));
      const [message] = createVarintDissector().push(noise);
      expect(findCoverageGap(message?.fields ?? [], noise.length)).toBeUndefined();
    }
  });
});

test('a message as a whole has a title', () => {
  const title = (type?: MessageDescriptor) =>
    createProtobufDissector({ type }).push(fromHex('08 01 12 00'))[0]?.title;
  expect(title(ORDER)).toBe('Order { id: 1, lines: Line {} }');
  expect(title()).toBe('a message: field 1, field 2');
});
