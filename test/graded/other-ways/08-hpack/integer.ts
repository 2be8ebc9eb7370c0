import type { ByteWriter } from '#bytes/byte-writer';
import type { Cursor } from '#hpack/cursor';
import { HpackError } from '#hpack/hpack-error';
import { MAX_INTEGER, MAX_INTEGER_BYTES } from '#hpack/limits';

/** By recursion and arithmetic, without a shift. */
export function encodeInteger(
  out: ByteWriter,
  pattern: number,
  prefixBits: number,
  value: number,
): void {
  const most = 2 ** prefixBits - 1;
  out.byte(pattern + Math.min(value, most));
  if (value >= most) writeRest(out, value - most);
}

function writeRest(out: ByteWriter, rest: number): void {
  out.byte(rest < 128 ? rest : 128 + (rest % 128));
  if (rest >= 128) writeRest(out, Math.floor(rest / 128));
}

export function decodeInteger(from: Cursor, prefixBits: number): number {
  const block = from.bytes.subarray(from.at, from.end);
  const most = 2 ** prefixBits - 1;
  const first = block[0];
  if (first === undefined) throw new HpackError('nothing is left');
  const low = first % (most + 1);
  if (low < most) {
    from.at += 1;
    return low;
  }
  const tail = block.subarray(1, 1 + MAX_INTEGER_BYTES);
  const last = tail.findIndex((byte) => byte < 128);
  if (last < 0) throw new HpackError('it does not end');
  const sum = tail.slice(0, last + 1).reduceRight((high, byte) => high * 128 + (byte % 128), 0);
  if (most + sum > MAX_INTEGER) throw new HpackError('too large');
  from.at += last + 2;
  return most + sum;
}
