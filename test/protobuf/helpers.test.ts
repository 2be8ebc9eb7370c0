import { describe, expect, it } from 'vitest';
import {
  dateFromTimestamp,
  durationFromMs,
  msFromDuration,
  timestampFromDate,
} from '#protobuf/date-and-ms';
import { equals } from '#protobuf/equals';
import { Everything } from './generated/everything.ts';

describe('dates and milliseconds', () => {
  it.each([0, 1, 1500, -1, -1500, 253_402_300_799_999])('%d ms of Unix time', (ms) => {
    const timestamp = timestampFromDate(new Date(ms));
    expect(timestamp.nanos).toBeGreaterThanOrEqual(0);
    expect(dateFromTimestamp(timestamp).getTime()).toBe(ms);
  });

  it('before 1970 the part of a second counts forward', () => {
    expect(timestampFromDate(new Date(-1))).toEqual({ seconds: -1n, nanos: 999_000_000 });
  });

  it.each<[number, bigint, number]>([
    [1500, 1n, 500_000_000],
    [-1500, -1n, -500_000_000],
    [0.25, 0n, 250_000],
    [999.9999999, 1n, 0],
    [-0, 0n, 0],
  ])('a duration of %d ms', (ms, seconds, nanos) => {
    expect(durationFromMs(ms)).toEqual({ seconds, nanos });
  });

  it('a duration goes there and back', () => {
    for (const ms of [0, 1.5, -1.5, 86_400_000])
      expect(msFromDuration(durationFromMs(ms))).toBe(ms);
  });

  it('what is not a time is refused', () => {
    expect(() => timestampFromDate(new Date(Number.NaN))).toThrow(RangeError);
    expect(() => durationFromMs(Infinity)).toThrow(RangeError);
  });
});

describe('two messages are equal', () => {
  it.each<[Parameters<typeof Everything.create>[0], Parameters<typeof Everything.create>[0]]>([
    [{}, { anInt32: 0, aString: '', aBytes: new Uint8Array(0), int32s: [], byString: new Map() }],
    [{ aDouble: Number.NaN }, { aDouble: Number.NaN }],
    [{ aBytes: Uint8Array.of(1) }, { aBytes: Uint8Array.of(1) }],
    [{ points: [{ x: 1 }] }, { points: [{ x: 1, y: 0 }] }],
    [
      {
        byInt64: new Map([
          [1n, 'a'],
          [2n, 'b'],
        ]),
      },
      {
        byInt64: new Map([
          [2n, 'b'],
          [1n, 'a'],
        ]),
      },
    ],
    [
      { choice: { case: 'chosenPoint', value: {} } },
      { choice: { case: 'chosenPoint', value: { x: 0 } } },
    ],
  ])('%# is', (a, b) => {
    expect(equals(Everything, a!, b!)).toBe(true);
    expect(equals(Everything, b!, Everything.create(a))).toBe(true);
  });

  it.each<[Parameters<typeof Everything.create>[0], Parameters<typeof Everything.create>[0]]>([
    [{}, { optionalInt32: 0 }],
    [{}, { inside: {} }],
    [{ aDouble: 0 }, { aDouble: -0 }],
    [{ aBytes: Uint8Array.of(1) }, { aBytes: Uint8Array.of(2) }],
    [{ int32s: [1] }, { int32s: [1, 2] }],
    [{ byString: new Map([['a', 1]]) }, { byString: new Map([['b', 1]]) }],
    [
      { choice: { case: 'chosenBool', value: false } },
      { choice: { case: 'chosenInt32', value: 0 } },
    ],
    [{}, { $unknown: Uint8Array.of(8, 1) }],
  ])('%# is not', (a, b) => {
    expect(equals(Everything, a!, b!)).toBe(false);
    expect(equals(Everything, b!, a!)).toBe(false);
  });
});

describe('a message of which parts are given', () => {
  it('has every field, in the messages inside it too', () => {
    const message = Everything.create({
      points: [{ x: 1 }],
      pointsByName: new Map([['a', { y: 2 }]]),
      inside: { aPoint: {} },
      choice: { case: 'chosenPoint', value: { x: 3 } },
      aString: undefined,
    });
    expect(message.points).toEqual([{ x: 1, y: 0 }]);
    expect(message.pointsByName.get('a')).toEqual({ x: 0, y: 2 });
    expect(message.inside?.aPoint).toEqual({ x: 0, y: 0 });
    expect(message.choice).toEqual({ case: 'chosenPoint', value: { x: 3, y: 0 } });
    expect(message.aString).toBe('');
  });

  it('takes nothing that is not a field', () => {
    const init = JSON.parse('{"__proto__": {"stolen": true}, "nobody": 1}');
    const message = Everything.create(init);
    expect(Object.getPrototypeOf(message)).toBe(Object.prototype);
    expect('nobody' in message).toBe(false);
  });

  it('that contains itself is refused', () => {
    const circle = Everything.create();
    circle.inside = circle;
    expect(() => Everything.create({ inside: circle })).toThrow('in a circle');
  });
});
