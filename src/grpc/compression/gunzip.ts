import { DecompressionError } from './compression.ts';
import { type InflateWatcher, inflate } from './inflate.ts';

/** Octets before and behind what DEFLATE has made. */
const HEADER = 10;
const TRAILER = 8;

/** Which parts of a header follow behind its ten octets, by bits of its flags (RFC 1952 §2.3.1). */
const EXTRA = 4;
const NAME = 8;
const COMMENT = 16;
const HEADER_CHECK = 2;

/**
 * gzip (RFC 1952), unpacked piece by piece:
 *
 *     1f 8b 08 flags  time (4)  how, who  │  DEFLATE  │  CRC-32 (4)  length (4), both little-endian
 *
 * The length at the end is modulo 4 GiB, and the sender's word: it is compared, and never believed.
 * @yields as `inflate` does
 * @throws DecompressionError `corrupt`
 */
export function* gunzipPieces(bytes: Uint8Array, watcher?: InflateWatcher): Generator<Uint8Array> {
  const start = headerLength(bytes);
  const pieces = inflate(bytes.subarray(start), watcher);
  let crc = ~0;
  let length = 0;
  let piece = pieces.next();
  for (; !piece.done; piece = pieces.next()) {
    crc = crc32(piece.value, crc);
    length += piece.value.length;
    yield piece.value;
  }
  const end = start + piece.value;
  if (bytes.length < end + TRAILER) throw new DecompressionError('corrupt');
  const trailer = new DataView(bytes.buffer, bytes.byteOffset + end);
  const isRight =
    trailer.getInt32(0, true) === ~crc && trailer.getUint32(4, true) === length % 2 ** 32;
  if (!isRight) throw new DecompressionError('corrupt');
}

function headerLength(bytes: Uint8Array): number {
  const [first, second, method, flags = 0] = bytes;
  if (first !== 0x1f || second !== 0x8b || method !== 8) throw new DecompressionError('corrupt');
  let at = HEADER;
  if (flags & EXTRA) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  for (const text of [NAME, COMMENT]) if (flags & text) at = bytes.indexOf(0, at) + 1 || Infinity;
  if (flags & HEADER_CHECK) at += 2;
  if (at > bytes.length) throw new DecompressionError('corrupt');
  return at;
}

/** The remainders of the 256 octets (RFC 1952 §8). */
const REMAINDERS = Int32Array.from({ length: 256 }, (_, octet) => {
  for (let bit = 0; bit < 8; bit++) octet = octet & 1 ? (octet >>> 1) ^ 0xedb88320 : octet >>> 1;
  return octet;
});

function crc32(bytes: Uint8Array, crc: number): number {
  for (const byte of bytes) crc = (crc >>> 8) ^ REMAINDERS[(crc ^ byte) & 0xff]!;
  return crc;
}
