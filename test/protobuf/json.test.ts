import protobuf from 'protobufjs';
import { describe, expect, it } from 'vitest';
import { parseProto } from '#protobuf/compiler/parse-proto';
import { decodeMessage, encodeMessage } from '#protobuf/fields/message-codec';
import { messageFromJson as fromJson } from '#protobuf/json/from-json';
import { type Json, JsonError } from '#protobuf/json/json';
import { parseJson } from '#protobuf/json/parse-json';
import { messageToJson as toJson } from '#protobuf/json/to-json';
import { MAX_SHOWN_LENGTH } from '#protobuf/limits';
import { thrownBy } from '../thrown-by.ts';

const TEXT = `syntax = "proto3";
message A {
  int32 number = 1;
  uint64 wide_number = 2;
  optional string text = 3;
  bytes raw = 4;
  E mood = 5;
  repeated E moods = 6;
  map<int32, A> children = 7;
  map<string, bool> flags = 8;
  oneof which { A one = 9; double two = 10; }
  bool yes = 11;
  float ratio = 12;
}
enum E { CALM = 0; MERRY = 1; }`;
const A = parseProto(['a.proto'], () => TEXT).get('a.proto')!.messages[0]!;
const ALL: Json = {
  number: -3,
  wideNumber: '18446744073709551615',
  text: '',
  raw: '+/8=',
  mood: 'MERRY',
  moods: ['CALM', 'MERRY', 7],
  children: { '-1': { number: 1 }, '5': {} },
  flags: { __proto__x: true },
  two: 2.5,
  yes: true,
  ratio: 0.5,
};

describe('a message as JSON', () => {
  it('goes there and back', () => {
    const message = fromJson(A, ALL);
    expect(toJson(A, message)).toEqual(ALL);
    expect(toJson(A, decodeMessage(A, encodeMessage(A, message)))).toEqual(ALL);
  });

  it('is what protobufjs reads from the same bytes', () => {
    const type = protobuf.parse(TEXT).root.resolveAll().lookupType('A');
    const theirs = type.toObject(type.decode(encodeMessage(A, fromJson(A, ALL))), {
      longs: String,
      enums: String,
      bytes: String,
    });
    expect(theirs).toEqual(ALL);
  });

  it('leaves out what is zero, and keeps what is set', () => {
    expect(toJson(A, fromJson(A, { number: 0, text: '', two: 0, moods: [] }))).toEqual({
      text: '',
      two: 0,
    });
  });

  it('takes names of the file, numbers as strings, null for absent, bytes without padding', () => {
    const json: Json = { wide_number: 5, number: '7', text: null, raw: '-_8', mood: 1 };
    expect(toJson(A, fromJson(A, json))).toEqual({
      wideNumber: '5',
      number: 7,
      raw: '+/8=',
      mood: 'MERRY',
    });
  });

  it('keeps __proto__ as a key', () => {
    const json = JSON.parse('{"flags":{"__proto__":true}}') as Json;
    expect(JSON.stringify(toJson(A, fromJson(A, json)))).toBe('{"flags":{"__proto__":true}}');
  });

  it.each<[Json, string]>([
    [[], 'A: [] is not an object'],
    [{ nobody: 1 }, 'A: there is no field nobody'],
    [{ number: 'x' }, 'A.number: "x" is not of type int32'],
    [{ number: '' }, 'A.number: "" is not of type int32'],
    [{ wideNumber: 1.5 }, 'A.wideNumber: 1.5 is not of type uint64'],
    [{ wideNumber: true }, 'A.wideNumber: true is not of type uint64'],
    [{ moods: 'CALM' }, 'A.moods: "CALM" is not a list'],
    [{ moods: ['SAD'] }, 'A.moods[0]: E has no "SAD"'],
    [{ flags: [] }, 'A.flags: [] is not an object'],
    [{ flags: { a: 1 } }, 'A.flags["a"]: 1 is not of type bool'],
    [{ children: { x: {} } }, 'A.children["x"]: "x" is not of type int32'],
    [{ children: { 1: { text: 5 } } }, 'A.children["1"].text: 5 is not of type string'],
    [{ one: {}, two: 1 }, 'A.two: another of oneof which is set'],
    [{ raw: '%' }, 'A.raw: "%" is not of type bytes'],
    [{ yes: 1 }, 'A.yes: 1 is not of type bool'],
  ])('%j: %s', (json, reason) => {
    expect(() => fromJson(A, json)).toThrow(new JsonError(reason));
  });

  const LONG = 'x'.repeat(100_000);
  const LONG_KEY = { children: { [`1${LONG}`]: {} } };
  it.each<[what: string, json: string]>([
    ['a name that is not a field', JSON.stringify({ [LONG]: 1 })],
    ['a name that comes twice', `{"${LONG}":1,"${LONG}":2}`],
    ['a text', JSON.stringify({ number: LONG })],
    ['a whole number', `{"text":${'1'.repeat(10_000)}}`],
    ['a key that is not of its type', JSON.stringify(LONG_KEY)],
    ['a key with a value that is wrong', JSON.stringify({ flags: { [LONG]: 1 } })],
    ['the name of an enum value', JSON.stringify({ moods: [LONG] })],
  ])('repeats little of %s', (_, json) => {
    const { message } = thrownBy(() => fromJson(A, parseJson(json)));
    expect(message).toContain('…');
    expect(message.length).toBeLessThan(3 * MAX_SHOWN_LENGTH);
  });

  it('infinities and what is not a number', () => {
    const json: Json = { ratio: 'NaN', two: '-Infinity' };
    expect(toJson(A, fromJson(A, json))).toEqual({ two: '-Infinity', ratio: 'NaN' });
  });
});
