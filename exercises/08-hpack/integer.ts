import { notYet } from '#course/exercise/not-yet';
import type { ByteWriter } from '#bytes/byte-writer';
import type { Cursor } from '#hpack/cursor';
import { HpackError } from '#hpack/hpack-error';
import { MAX_INTEGER, MAX_INTEGER_BYTES } from '#hpack/limits';

/**
 * Integers with a prefix (RFC 7541 §5.1): small ones fit into what is left of a byte whose first
 * bits say something else; larger ones fill that with ones and go on, seven bits a byte, lowest
 * first, the top bit set on all but the last. 1337 with a prefix of five bits:
 *
 *       0   1   2   3   4   5   6   7
 *     +---+---+---+---+---+---+---+---+
 *     | X | X | X | 1 | 1 | 1 | 1 | 1 |   31: the prefix is full
 *     | 1 | 0 | 0 | 1 | 1 | 0 | 1 | 0 |   26, and more follows
 *     | 0 | 0 | 0 | 0 | 1 | 0 | 1 | 0 |   10 × 128, the last;  31 + 26 + 1280 = 1337
 *     +---+---+---+---+---+---+---+---+
 */

/**
 * Appends a number to `out`; `out.byte(value)` writes one byte.
 * @param pattern the bits before the prefix, in their place (`0x80` for an indexed field)
 * @param prefixBits how many bits of the first byte are left for the number, 4 to 7
 */
export function encodeInteger(
  out: ByteWriter,
  pattern: number,
  prefixBits: number,
  value: number,
): void {
  // ── Task 1 ──
  // What is the largest number that the prefix alone can say? All ones do not: they say "more".
  throw notYet(1);
}

/**
 * Reads a number that begins at `from.at`, and moves `from.at` behind it. The bits before the
 * prefix are the caller's.
 * @throws HpackError if the block ends (`from.end`) before the number does, if it is above
 *   MAX_INTEGER, and if more than MAX_INTEGER_BYTES bytes follow the first
 */
export function decodeInteger(from: Cursor, prefixBits: number): number {
  // ── Task 1 ──
  // nextByte(from, 'inside an integer'), below, reads a byte, as long as there is one. A stranger
  // writes these bytes: the number must not become larger than MAX_INTEGER, nor the loop longer
  // than MAX_INTEGER_BYTES.
  // throw new HpackError('what is wrong').
  throw notYet(1);
}

/**
 * The next byte of the block.
 * @throws HpackError if there is none; `where` says where the block ends
 */
function nextByte(from: Cursor, where: string): number {
  if (from.at >= from.end) throw new HpackError(`the header block ends ${where}`);
  return from.bytes[from.at++]!;
}
