import { describe, expect, it } from 'vitest';
import { packAny } from '#protobuf/any';
import { Order } from '#protobuf/generated/ecommerce';
import { Any } from '#protobuf/generated/google/protobuf/any';
import { Duration } from '#protobuf/generated/google/protobuf/duration';
import { FieldMask } from '#protobuf/generated/google/protobuf/field_mask';
import { Struct, Value } from '#protobuf/generated/google/protobuf/struct';
import { Timestamp } from '#protobuf/generated/google/protobuf/timestamp';
import { Int64Value, StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { RetryInfo } from '#protobuf/generated/google/rpc/error_details';
import { Course, Dish } from '#protobuf/generated/kitchen/menu';
import { enumName } from '#protobuf/json/enum-names';
import { fromJson, fromJsonString } from '#protobuf/json/from-json';
import { JsonError } from '#protobuf/json/json';
import { parseJson } from '#protobuf/json/parse-json';
import { toJson, toJsonString } from '#protobuf/json/to-json';
import { MAX_JSON_DEPTH } from '#protobuf/limits';
import { Everything } from './generated/everything.ts';

describe('messages with a form of their own', () => {
  it.each([
    [{ seconds: 0n, nanos: 0 }, '1970-01-01T00:00:00Z'],
    [{ seconds: -1n, nanos: 999_000_000 }, '1969-12-31T23:59:59.999Z'],
    [{ seconds: 1n, nanos: 1000 }, '1970-01-01T00:00:01.000001Z'],
    [{ seconds: -62_135_596_800n, nanos: 1 }, '0001-01-01T00:00:00.000000001Z'],
    [{ seconds: 253_402_300_799n, nanos: 0 }, '9999-12-31T23:59:59Z'],
  ])('a time is $1', (time, text) => {
    expect(toJson(Timestamp, time)).toBe(text);
    expect(fromJson(Timestamp, text)).toEqual(time);
  });

  it.each([
    '1970-01-01T00:00:00',
    '1970-02-30T00:00:00Z',
    '1970-01-01 00:00:00Z',
    '0000-12-31T23:59:59Z',
    '1970-01-01T24:00:00Z',
    '1970-01-01T00:00:00+24:00',
    '9999-12-31T23:59:59-00:01',
  ])('%s is not a time', (text) => {
    expect(() => fromJson(Timestamp, text)).toThrow(JsonError);
  });

  it('a time with an offset is the same in UTC', () => {
    expect(toJson(Timestamp, fromJson(Timestamp, '1970-01-01T01:30:00+01:30'))).toBe(
      '1970-01-01T00:00:00Z',
    );
  });

  it.each([
    [{ seconds: 1n, nanos: 500_000_000 }, '1.500s'],
    [{ seconds: 0n, nanos: -1 }, '-0.000000001s'],
    [{ seconds: -315_576_000_000n, nanos: 0 }, '-315576000000s'],
  ])('a duration is $1', (duration, text) => {
    expect(toJson(Duration, duration)).toBe(text);
    expect(fromJson(Duration, text)).toEqual(duration);
  });

  it.each(['1', 's', '1.s', '.5s', '315576000001s', '1e3s', '+1s'])(
    '%s is not a duration',
    (text) => {
      expect(() => fromJson(Duration, text)).toThrow(JsonError);
    },
  );

  it('a duration whose parts have different signs cannot be written', () => {
    expect(() => toJson(Duration, { seconds: 1n, nanos: -1 })).toThrow(JsonError);
  });

  it('a wrapper is its value, also when that is zero', () => {
    expect(toJson(StringValue, {})).toBe('');
    expect(toJson(Int64Value, { value: 5n })).toBe('5');
    expect(fromJson(Int64Value, '5')).toEqual({ value: 5n });
  });

  it('a field mask has names of JSON', () => {
    const mask = { paths: ['user.display_name', 'photo'] };
    expect(toJson(FieldMask, mask)).toBe('user.displayName,photo');
    expect(fromJson(FieldMask, 'user.displayName,photo')).toEqual(mask);
    expect(() => toJson(FieldMask, { paths: ['fooBar'] })).toThrow(JsonError);
  });

  it('a struct is any JSON, with __proto__ in it', () => {
    const text = '{"a":[1,null,{"b":true}],"__proto__":"x"}';
    expect(toJsonString(Struct, fromJsonString(Struct, text))).toBe(text);
    expect(fromJson(Value, null)).toEqual({ kind: { case: 'nullValue', value: 0 } });
    expect(() => toJson(Value, { kind: { case: 'numberValue', value: Number.NaN } })).toThrow(
      JsonError,
    );
  });

  it('an Any has the fields of what is in it, if its type is given', () => {
    const types = [Dish, RetryInfo, Duration];
    const dish = packAny(Dish, { name: 'soup' });
    const json = { '@type': 'type.googleapis.com/kitchen.Dish', name: 'soup' };
    expect(toJson(Any, dish, { types })).toEqual(json);
    expect(fromJson(Any, json, { types })).toEqual(dish);
    const second = packAny(Duration, { seconds: 1n });
    expect(toJson(Any, second, { types })).toEqual({
      '@type': 'type.googleapis.com/google.protobuf.Duration',
      value: '1s',
    });
    expect(() => toJson(Any, dish)).toThrow('is not among the types that are given');
    expect(() => fromJson(Any, json)).toThrow('is not among the types that are given');
  });
});

describe('JSON as text', () => {
  it('keeps all digits of a number of 64 bits', () => {
    const read = fromJsonString(Everything, '{"anInt64": 9007199254740993, "aUint64": 1e3}');
    expect(read).toMatchObject({ anInt64: 9_007_199_254_740_993n, aUint64: 1000n });
  });

  it.each([
    ['{"id": 9007199254740993}', 'is not of type string'],
    ['{"id": "a", "id": "b"}', 'comes twice'],
    ['{"id": "a",}', 'expected a name'],
    ['{"id": "a"', 'expected , or }'],
    ['{"id": "a"} x', 'this is not JSON'],
    ['{"id": "\\ud800"}', 'is not of type string'],
    ['{id: 1}', 'this is not JSON'],
    ['', 'the text ends too early'],
    [`{"items": ${'['.repeat(100_000)}`, 'nested too deeply'],
  ])('%s: %s', (text, reason) => {
    expect(() => fromJsonString(Order, text)).toThrow(JsonError);
    expect(() => fromJsonString(Order, text)).toThrow(reason);
  });

  it('is nested as deep as the limit says, and no deeper', () => {
    const lists = (count: number) => '['.repeat(count) + ']'.repeat(count);
    expect(() => parseJson(lists(MAX_JSON_DEPTH + 1))).not.toThrow();
    expect(() => parseJson(lists(MAX_JSON_DEPTH + 2))).toThrow('nested too deeply');
  });

  it('is not deeper than a message', () => {
    const nested = `${'{"inside":'.repeat(200)}{}${'}'.repeat(200)}`;
    expect(() => fromJsonString(Everything, nested)).toThrow('nested too deeply');
    const circle = Everything.create();
    circle.inside = circle;
    expect(() => toJson(Everything, circle)).toThrow('nested too deeply, or in a circle');
  });
});

describe('options', () => {
  it('zeros, names of the file, enums as numbers', () => {
    const dish = { name: '', course: Course.COURSE_MAIN };
    expect(toJson(Dish, dish)).toEqual({ course: 'COURSE_MAIN' });
    expect(toJson(Dish, dish, { writeZeros: true })).toEqual({ name: '', course: 'COURSE_MAIN' });
    expect(toJson(Dish, dish, { enumsAsNumbers: true })).toEqual({ course: 2 });
    expect(toJson(Everything, { anInt32: 1 }, { protoNames: true })).toEqual({ an_int32: 1 });
  });

  it('unknown fields and names are refused, or skipped', () => {
    const json = { name: 'soup', course: 'COURSE_FOURTH', price: 5 };
    expect(() => fromJson(Dish, json)).toThrow(JsonError);
    expect(fromJson(Dish, json, { ignoreUnknown: true })).toEqual({ name: 'soup', course: 0 });
  });
});

it('an enum knows the names of its numbers', () => {
  expect(enumName(Course, 2)).toBe('COURSE_MAIN');
  expect(enumName(Course, 9)).toBeUndefined();
  expect(enumName({ NONE: 0, NIL: 0 }, 0)).toBe('NONE');
});
