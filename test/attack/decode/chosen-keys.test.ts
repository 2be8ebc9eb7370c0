import { expect, test } from 'vitest';
import { decodeMessage } from '#protobuf/fields/message-codec';
import { fromJsonString } from '#protobuf/json/from-json';
import { Everything } from '../../protobuf/generated/everything.ts';
import { chosenInt32s, chosenUint64s } from './chosen-keys.ts';

/**
 * Maps whose keys all fall into one bucket: with a plain `Map` the last of 20,000 keys would take
 * 20,000 steps. What counts is CPU time, and the best of some rounds: the machine may be busy.
 */
const COUNT = 20_000;
/** Measured: 1 to 3. A plain `Map` takes 100 times as long for chosen keys, and more for more. */
const MOST = 20;

const zero = new Uint8Array(0);
const honest = Array.from({ length: COUNT }, (_, i) => Math.imul(i, 0x9e3779b1));
const [int32s, uint64s] = [chosenInt32s(COUNT), chosenUint64s(COUNT)];
const text = (i: number) => String(256 * i);

type Maps = Partial<Everything>;
const CASES: [string, Maps, Maps][] = [
  [
    'map<sint32, …>',
    { bySint32: new Map(int32s.map((key) => [key, zero])) },
    { bySint32: new Map(honest.map((key) => [key, zero])) },
  ],
  [
    'map<fixed32, …>',
    { byFixed32: new Map(int32s.map((key) => [key >>> 0, 1])) },
    { byFixed32: new Map(honest.map((key) => [key >>> 0, 1])) },
  ],
  [
    'map<int64, …>',
    { byInt64: new Map(uint64s.map((key) => [BigInt.asIntN(63, key), ''])) },
    { byInt64: new Map(honest.map((key) => [BigInt(key), ''])) },
  ],
  [
    'map<string, …> with the texts of numbers',
    { byString: new Map(honest.map((_, i) => [text(i), 1])) },
    { byString: new Map(honest.map((key) => [`key ${key}`, 1])) },
  ],
];

function best(bytes: Uint8Array): number {
  return bestOf(() => Everything.decode(bytes));
}

function bestOf(work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}

function isSameInOrder<T>(one: ArrayLike<T>, other: ArrayLike<T>): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (!Object.is(one[i], other[i])) return false;
  return true;
}

test.each(CASES)(
  '%s: chosen keys take no longer than honest ones',
  (_, chosen, usual) => {
    const bytes = Everything.encode(Everything.create(chosen));
    const most = MOST * best(Everything.encode(Everything.create(usual)));
    expect(best(bytes)).toBeLessThan(most);

    const decoded = Everything.decode(bytes);
    const [name] = Object.keys(chosen) as ['bySint32'];
    const [map, expected] = [decoded[name], chosen[name]!];
    expect(map).toBeInstanceOf(Map);
    // `toEqual` would take seconds for so many.
    expect(isSameInOrder([...map.keys()], [...expected.keys()])).toBe(true);
    const [key, value] = [...expected].at(-1)!;
    expect(map.get(key)).toEqual(value);
    // The values too are what they were.
    expect(isSameInOrder(Everything.encode(decoded), bytes)).toBe(true);
  },
  60_000,
);

/** The plain codec takes so long for any key that the time would not tell it. */
test.each(CASES)('the plain codec, %s: the map of chosen keys is replaced', (_, chosen, usual) => {
  const [[name, keys]] = Object.entries(chosen) as [[string, Map<unknown, unknown>]];
  const few: Map<unknown, unknown> = new Map([...keys].slice(0, FEW));
  const decode = (maps: Maps) =>
    decodeMessage(Everything.descriptor, Everything.encode(Everything.create(maps)));
  const map = decode({ [name]: few })[name] as Map<unknown, unknown>;
  expect(map.constructor).not.toBe(Map);
  expect([...map]).toEqual([...few]);
  expect((decode(usual)[name] as object).constructor).toBe(Map);
});

const FEW = 6_000;

test('a map that had to be replaced is a Map like any other', () => {
  const bytes = Everything.encode(
    Everything.create({ bySint32: new Map(int32s.map((key) => [key, zero])) }),
  );
  const { bySint32: map } = Everything.decode(bytes);
  expect(map.constructor).not.toBe(Map); // Otherwise nothing was replaced.
  const [first, second] = [int32s[0]!, int32s[1]!];
  expect(map.has(first)).toBe(true);
  expect(map.delete(first)).toBe(true);
  expect(map.delete(first)).toBe(false);
  expect(map.get(first)).toBeUndefined();
  expect(map.set(second, Uint8Array.of(1))).toBe(map);
  expect(map.get(second)).toEqual(Uint8Array.of(1));
  expect([...map.keys()].length).toBe(COUNT - 1);
  expect([...map.values()].length).toBe(COUNT - 1);
  let seen = 0;
  map.forEach((_value, _key, itself) => {
    if (itself === map) seen++;
  });
  expect(seen).toBe(COUNT - 1);
  map.clear();
  expect(map.size).toBe(0);
});

test('JSON: chosen keys take no longer than honest ones', { timeout: 60_000 }, () => {
  const json = (keys: number[]) =>
    JSON.stringify({ byFixed32: Object.fromEntries(keys.map((key) => [key >>> 0, 1])) });
  const [chosen, usual] = [json(int32s), json(honest)];
  const read = (text: string) => fromJsonString(Everything, text);
  expect(bestOf(() => read(chosen))).toBeLessThan(MOST * bestOf(() => read(usual)));
  const byFixed32 = read(chosen).byFixed32!;
  expect(byFixed32.constructor).not.toBe(Map);
  const inOrder = (keys: Iterable<number>) => Uint32Array.from(keys).sort();
  expect(isSameInOrder(inOrder(byFixed32.keys()), inOrder(int32s))).toBe(true);
});
