/**
 * Messages that were damaged in all the ways that can be thought of, by the hundred thousand. What
 * is asked of the codec: our own error or a message, never anything else; the same from both
 * paths; a message that is stable; and no more of it than the input can account for.
 */
import { describe, expect, it } from 'vitest';
import { concat } from '#bytes/concat';
import { toHex } from '#bytes/hex';
import { DecodeError } from '#protobuf/error';
import { decodeMessage } from '#protobuf/fields/message-codec';
import type { AnyMessage } from '#protobuf/message';
import { Everything } from './generated/everything.ts';
import { Random } from './random.ts';
import { randomMessage } from './random-message.ts';

/** A sample; the gate takes more (FUZZ_INPUTS). */
const INPUTS = Number(process.env.FUZZ_INPUTS ?? 40_000);
/** One in so many is also given to the plain path, and written and read again. */
const CHECKED = 8;

/** The values that decide something in the wire format. */
const TELLING = [0x00, 0x01, 0x7f, 0x80, 0xff, 0x03, 0x04, 0x8a, 0x05, 0x0b, 0x0c];

type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const MUTATIONS: readonly Mutation[] = [
  // Cut off.
  (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  // A bit the other way.
  (bytes, random) => {
    const copy = bytes.slice();
    if (copy.length > 0) copy[random.below(copy.length)]! ^= 1 << random.below(8);
    return copy;
  },
  // A telling byte in place of another.
  (bytes, random) => {
    const copy = bytes.slice();
    if (copy.length > 0) copy[random.below(copy.length)] = random.pick(TELLING);
    return copy;
  },
  // Bytes in between.
  (bytes, random) => {
    const at = random.below(bytes.length + 1);
    const more = random.chance(2) ? random.bytes(4) : Uint8Array.of(random.pick(TELLING));
    return concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
  },
  // Bytes left out.
  (bytes, random) => {
    const at = random.below(bytes.length + 1);
    return concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(4))]);
  },
  // A part twice.
  (bytes, random) => {
    const at = random.below(bytes.length + 1);
    const part = bytes.subarray(at, at + random.below(16));
    return concat([bytes.subarray(0, at), part, bytes.subarray(at)]);
  },
  // The beginning of one and the end of another.
  (bytes, random, other) =>
    concat([bytes.subarray(0, random.below(bytes.length + 1)), other.subarray(random.below(9))]),
  // All noise.
  (_, random) => random.bytes(random.below(60)),
];

/** What a message takes up, roughly in bytes: eight for each slot, and what is in it. */
function weigh(value: unknown): number {
  if (value instanceof Uint8Array) return 64 + value.length;
  if (typeof value === 'string') return 16 + 2 * value.length;
  if (typeof value !== 'object' || value === null) return 8;
  const parts = value instanceof Map ? [...value].flat() : Object.values(value);
  return parts.reduce<number>((sum, part) => sum + weigh(part), 64);
}

/** An empty `Everything` with its lists and maps: what two bytes can make a decoder create. */
const EMPTY = weigh(Everything.create());

describe('damaged messages', () => {
  const random = new Random(20_26);
  const originals = Array.from({ length: 500 }, (_, i) =>
    Everything.encode(
      Everything.create(
        randomMessage(Everything.descriptor, random, { sparse: 16 + (i % 48), depth: 2 }),
      ),
    ),
  );

  function decoded(bytes: Uint8Array): Everything | undefined {
    try {
      return Everything.decode(bytes);
    } catch (error) {
      if (error instanceof DecodeError) return undefined;
      throw new Error(`for ${toHex(bytes)}`, { cause: error });
    }
  }

  it(`${INPUTS} of them`, () => {
    let accepted = 0;
    for (let i = 0; i < INPUTS; i++) {
      let bytes = random.pick(originals);
      for (let times = 1 + random.below(3); times > 0; times--) {
        bytes = random.pick(MUTATIONS)(bytes, random, random.pick(originals));
      }
      const message = decoded(bytes);
      if (message !== undefined) accepted++;
      if (i % CHECKED === 0) check(bytes, message);
    }
    // If nearly all or nearly none were accepted, this would not be a test.
    expect(accepted).toBeGreaterThan(INPUTS / 20);
    expect(accepted).toBeLessThan(INPUTS * 0.95);
  });

  function check(bytes: Uint8Array, message: Everything | undefined): void {
    let plain: AnyMessage | undefined;
    try {
      plain = decodeMessage(Everything.descriptor, bytes);
    } catch (error) {
      if (!(error instanceof DecodeError)) throw new Error(`for ${toHex(bytes)}`, { cause: error });
    }
    // An expectation that holds costs more than what it asks about, so only those that fail are made.
    if (plain === undefined || message === undefined) {
      if (message !== plain) expect(message, `only one path accepts ${toHex(bytes)}`).toBe(plain);
      return;
    }
    const written = toHex(Everything.encode(message));
    if (written !== toHex(Everything.encode(plain as unknown as Everything))) {
      expect(message, toHex(bytes)).toEqual(plain);
    }
    const again = Everything.encode(Everything.decode(Everything.encode(message)));
    if (toHex(again) !== written) expect(toHex(again), toHex(bytes)).toBe(written);
    const most = EMPTY * (1 + bytes.length / 2);
    if (weigh(message) > most) expect(weigh(message), toHex(bytes)).toBeLessThanOrEqual(most);
  }
});

describe('every truncation of a message', () => {
  it('is a DecodeError with a place in the input, or a shorter message', () => {
    const random = new Random(7);
    for (let i = 0; i < 20; i++) {
      const message = randomMessage(Everything.descriptor, random, { sparse: 10, depth: 2 });
      const bytes = Everything.encode(Everything.create(message));
      for (let length = 0; length < bytes.length; length++) {
        try {
          Everything.decode(bytes.subarray(0, length));
        } catch (error) {
          if (!(error instanceof DecodeError)) throw error;
          expect(error.path).toMatch(/^everything\.Everything/);
          expect(error.offset).toBeLessThanOrEqual(length);
        }
      }
    }
  });
});
