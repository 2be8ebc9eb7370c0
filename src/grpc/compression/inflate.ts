import { BitReader } from './bit-reader.ts';
import { DecompressionError } from './compression.ts';
import { PrefixCode } from './prefix-code.ts';

/** How far back a copy may reach, in bytes: what an unpacker has to remember. */
const WINDOW = 32_768;

/** Who wants to see what the bits say, not only what comes of it. */
export interface InflateWatcher {
  literal(byte: number): void;
  /** `length` bytes once more that stood `distance` bytes before. */
  copy(length: number, distance: number): void;
}

/**
 * DEFLATE (RFC 1951), unpacked: what is inside of gzip. The text is literals and copies:
 *
 *     A tea for two, a tea for me   →   A tea for two, a ‹9 once more, from 15 before› m e
 *
 * A copy has 3 to 258 bytes. It may overlap itself: "one byte back, 258 times" is 258 zeros, and
 * takes two bits if nothing else is in the block. That is where 1032 : 1 comes from, the most that
 * DEFLATE can do, and the length of every bomb's fuse.
 *
 * This one is for reading, and for where there is no zlib. It makes no more than it is asked for.
 *
 * @yields pieces of at most 32 KiB; each is valid until the next is asked for
 * @returns how many octets of the input it took
 * @throws DecompressionError `corrupt`
 */
export function* inflate(
  bytes: Uint8Array,
  watcher?: InflateWatcher,
): Generator<Uint8Array, number, undefined> {
  const bits = new BitReader(bytes);
  const window = new Uint8Array(WINDOW);
  let at = 0;
  let total = 0;
  let isLast: boolean;
  do {
    isLast = bits.take(1) === 1;
    const kind = bits.take(2);
    if (kind === 3) throw new DecompressionError('corrupt');
    const symbols = kind === 0 ? stored(bits) : coded(bits, kind === 1 ? FIXED : dynamic(bits));
    for (const symbol of symbols) {
      if (typeof symbol === 'number') {
        watcher?.literal(symbol);
        window[at++] = symbol;
        total++;
        if (at === WINDOW) {
          yield window;
          at = 0;
        }
        continue;
      }
      const { length, distance } = symbol;
      if (distance > total || distance > WINDOW) throw new DecompressionError('corrupt');
      watcher?.copy(length, distance);
      // #region copy
      for (let i = 0; i < length; i++) {
        // A byte at a time: the copy may need what it has just written.
        window[at] = window[(at - distance + WINDOW) % WINDOW]!;
        if (++at === WINDOW) {
          yield window;
          at = 0;
        }
      }
      // #endregion copy
      total += length;
    }
  } while (!isLast);
  if (at > 0) yield window.subarray(0, at);
  return bits.octetsTaken;
}

interface Copy {
  length: number;
  distance: number;
}

/** A block that was not worth compressing (§3.2.4): its length, twice, and its bytes. */
function* stored(bits: BitReader): Generator<number> {
  bits.alignToOctet();
  const length = bits.take(16);
  if (bits.take(16) !== (length ^ 0xffff)) throw new DecompressionError('corrupt');
  for (let i = 0; i < length; i++) yield bits.take(8);
}

/** Lengths of copies by their symbol, 257 to 285 (§3.2.5): the least one, and extra bits. */
const LENGTHS = ladder(28, 4, 3);
const LENGTH_258 = 28;
/** The same for distances, 0 to 29. */
const DISTANCES = ladder(30, 2, 1);

/** Steps that become twice as wide after every `each` of them. */
function ladder(
  count: number,
  each: number,
  least: number,
): readonly (readonly [number, number])[] {
  const steps: [number, number][] = [];
  for (let i = 0; i < count; i++) {
    const extra = Math.max(0, Math.floor(i / each) - 1);
    steps.push([least, extra]);
    least += 2 ** extra;
  }
  return steps;
}

const END_OF_BLOCK = 256;

interface Codes {
  literals: PrefixCode;
  distances: PrefixCode;
}

function* coded(bits: BitReader, { literals, distances }: Codes): Generator<number | Copy> {
  for (;;) {
    const symbol = literals.read(bits);
    if (symbol < END_OF_BLOCK) yield symbol;
    else if (symbol === END_OF_BLOCK) return;
    else yield { length: lengthOf(symbol - 257, bits), distance: distanceOf(distances, bits) };
  }
}

function lengthOf(index: number, bits: BitReader): number {
  if (index === LENGTH_258) return 258;
  const step = LENGTHS[index];
  if (step === undefined) throw new DecompressionError('corrupt');
  return step[0] + bits.take(step[1]);
}

function distanceOf(code: PrefixCode, bits: BitReader): number {
  const step = DISTANCES[code.read(bits)];
  if (step === undefined) throw new DecompressionError('corrupt');
  return step[0] + bits.take(step[1]);
}

/** The codes that everybody knows (§3.2.6). */
const FIXED: Codes = {
  literals: new PrefixCode(
    Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)),
  ),
  distances: new PrefixCode(new Uint8Array(32).fill(5)),
};

/** In which order the lengths of the codes for the lengths of the codes stand (§3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Codes made for one block: they stand in front of it, compressed themselves (§3.2.7). */
function dynamic(bits: BitReader): Codes {
  const literals = bits.take(5) + 257;
  const distances = bits.take(5) + 1;
  const count = bits.take(4) + 4;
  const first = new Uint8Array(19);
  for (const symbol of ORDER.slice(0, count)) first[symbol] = bits.take(3);
  const code = new PrefixCode(first);
  const lengths = new Uint8Array(literals + distances);
  for (let at = 0; at < lengths.length; ) {
    const symbol = code.read(bits);
    if (symbol < 16) {
      lengths[at++] = symbol;
      continue;
    }
    const last = symbol === 16 ? lengths[at - 1] : 0;
    const times =
      symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
    if (last === undefined || at + times > lengths.length) throw new DecompressionError('corrupt');
    lengths.fill(last, at, at + times);
    at += times;
  }
  return {
    literals: new PrefixCode(lengths.subarray(0, literals)),
    distances: new PrefixCode(lengths.subarray(literals)),
  };
}
