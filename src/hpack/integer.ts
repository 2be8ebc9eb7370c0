import type { ByteWriter } from '#bytes/byte-writer';
import type { Cursor } from './cursor.ts';
import { HpackError } from './hpack-error.ts';
import { MAX_INTEGER, MAX_INTEGER_BYTES } from './limits.ts';

/**
 * Integers with a prefix (RFC 7541 §5.1): small ones fit into what is left of a byte whose first
 * bits say something else; larger ones fill that with ones and go on, seven bits a byte, lowest
 * first, the top bit set on all but the last. 1337 with a prefix of five bits:
 *
 *       0   1   2   3   4   5   6   7
 *     +---+---+---+---+---+---+---+---+
 *     | X | X | X | 1 | 1 | 1 | 1 | 1 |   31: the prefix is full
 *     | 1 | 0 | 0 | 1 | 1 | 0 | 1 | 0 |   26 + 128: more follows
 *     | 0 | 0 | 0 | 0 | 1 | 0 | 1 | 0 |   10 × 128: the last;  31 + 26 + 1280 = 1337
 *     +---+---+---+---+---+---+---+---+
 *
 * @param pattern the bits before the prefix, in their place (`0x80` for an indexed field).
 */
// #region encode
export function encodeInteger(
  out: ByteWriter,
  pattern: number,
  prefixBits: number,
  value: number,
): void {
  const full = (1 << prefixBits) - 1;
  if (value < full) {
    out.byte(pattern | value);
    return;
  }
  out.byte(pattern | full);
  let rest = value - full;
  while (rest >= 0x80) {
    out.byte((rest & 0x7f) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  out.byte(rest);
}
// #endregion encode

/**
 * Reads an integer; the bits before the prefix are ignored.
 * @throws HpackError where the block ends inside it, or it is larger than any honest peer needs.
 */
export function decodeInteger(from: Cursor, prefixBits: number): number {
  const { bytes, end } = from;
  if (from.at >= end) throw new HpackError('the header block ends where an integer should begin');
  const full = (1 << prefixBits) - 1;
  let value = bytes[from.at++]! & full;
  if (value < full) return value;
  for (let i = 0; i < MAX_INTEGER_BYTES; i++) {
    if (from.at >= end) throw new HpackError('the header block ends inside an integer');
    const byte = bytes[from.at++]!;
    value += (byte & 0x7f) * 2 ** (7 * i);
    if (value > MAX_INTEGER) throw new HpackError(`an integer is above ${MAX_INTEGER}`);
    if (byte < 0x80) return value;
  }
  throw new HpackError(`an integer has more than ${MAX_INTEGER_BYTES} continuation bytes`);
}
