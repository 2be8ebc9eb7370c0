import { expect, test } from 'vitest';
import { concat } from '#bytes/concat';
import { lastDecoded } from '#protobuf/heap';
import { DEFAULT_LIMITS } from '#protobuf/limits';
import { encodeTag } from '#protobuf/wire/tag';
import { encodeVarint32, encodeVarint64 } from '#protobuf/wire/varint';
import { WireType } from '#protobuf/wire/wire-type';
import { Everything } from '../../protobuf/generated/everything.ts';
import { chosenInt32s, chosenUint64s } from './chosen-keys.ts';

/**
 * A message is decoded at a stretch, and nobody else is served meanwhile. So its budget is one of time
 * as well: whatever a message is made of, a byte of the budget must not take much longer than with
 * the numbers that honest messages are full of.
 */
const LIMITS = { ...DEFAULT_LIMITS, maxHeap: 12 * 1024 * 1024 };
/** Measured: 0.3 to 1.3. Before it was counted so: 9 for chosen keys, and for unknown fields. */
const MOST = 3;

const { fields } = Everything.descriptor;

/** A length-delimited field of this name. */
function field(name: string, content: Uint8Array): Uint8Array {
  const { number } = fields.find((one) => one.name === name)!;
  return concat([encodeTag(number, WireType.LEN), encodeVarint32(content.length), content]);
}

const times = (count: number, one: (i: number) => Uint8Array) =>
  concat(Array.from({ length: count }, (_, i) => one(i)));
const entries = (name: string, encoded: Uint8Array[]) =>
  concat(encoded.map((one) => field(name, one)));

const chosen = chosenInt32s(40_000);
const NUMBERS = field('int32s', new Uint8Array(1_100_000).fill(1));
const CASES: [what: string, bytes: Uint8Array][] = [
  ['whole numbers of 64 bits', field('int64s', new Uint8Array(500_000).fill(1))],
  ['empty texts', times(300_000, () => field('strings', new Uint8Array(0)))],
  ['empty bytes', times(60_000, () => field('byteStrings', new Uint8Array(0)))],
  ['empty messages', times(200_000, () => field('points', new Uint8Array(0)))],
  ['unknown fields', times(500_000, () => Uint8Array.of(0xf8, 0xff, 0x0f, 1))],
  [
    'a map with text for keys',
    times(60_000, (i) =>
      field('byString', Uint8Array.of(0x0a, 3, 97 + (i % 26), 33 + ((i / 26) % 90), 33 + i / 2340)),
    ),
  ],
  [
    'a map with chosen keys',
    entries(
      'bySint32',
      chosen.map((key) =>
        concat([Uint8Array.of(8), encodeVarint32(((key << 1) ^ (key >> 31)) >>> 0)]),
      ),
    ),
  ],
  [
    'a map with chosen keys of 64 bits',
    entries(
      'byInt64',
      chosenUint64s(40_000).map((key) => concat([Uint8Array.of(8), encodeVarint64(key)])),
    ),
  ],
];

/** CPU time for each byte of the budget, at its best: the machine may be busy. */
function timePerByte(bytes: Uint8Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 6; round++) {
    const before = process.cpuUsage();
    try {
      Everything.decode(bytes, LIMITS);
    } catch {
      // It had more than fits.
    }
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / lastDecoded.heap);
  }
  return least;
}

test.each(CASES)('%s take no longer than they are counted for', (_, bytes) => {
  const numbers = timePerByte(NUMBERS);
  const taken = timePerByte(bytes);
  expect(lastDecoded.heap, 'the budget is used').toBeGreaterThan(LIMITS.maxHeap / 2);
  expect(taken / numbers).toBeLessThan(MOST);
});
