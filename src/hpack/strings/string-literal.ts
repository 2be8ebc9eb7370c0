import type { ByteWriter } from '#bytes/byte-writer';
import type { Cursor } from '#hpack/cursor';
import { HpackError } from '#hpack/hpack-error';
import { decodeInteger, encodeInteger } from '#hpack/integer';
import { huffmanDecode, huffmanEncode, huffmanLength } from '#hpack/strings/huffman';
import { latin1FromBytes } from './latin1.ts';

/**
 * A string (RFC 7541 §5.2): its length in bytes, with a flag that says whether they are Huffman
 * code, then the bytes.
 *
 *       0   1   2   3   4   5   6   7
 *     +---+---+---+---+---+---+---+---+
 *     | H |    String Length (7+)     |
 *     +---+---------------------------+
 *     |  String Data (Length octets)  |
 *     +-------------------------------+
 *
 * The encoder takes whichever is shorter.
 * @throws RangeError if a character is not an octet (above 255): the caller's mistake.
 */
export function encodeString(out: ByteWriter, text: string): void {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0xff) {
      throw new RangeError(`character ${i} of a header field is not an octet: encode it first`);
    }
  }
  const compressed = huffmanLength(text);
  if (compressed < text.length) {
    encodeInteger(out, 0x80, 7, compressed);
    huffmanEncode(out, text);
    return;
  }
  encodeInteger(out, 0, 7, text.length);
  out.reserve(text.length);
  for (let i = 0; i < text.length; i++) out.buffer[out.position++] = text.charCodeAt(i);
}

/** @throws HpackError if the string is longer than the block, or its Huffman code is wrong. */
export function decodeString(from: Cursor): string {
  const compressed = from.at < from.end && from.bytes[from.at]! >= 0x80;
  const length = decodeInteger(from, 7);
  const start = from.at;
  if (length > from.end - start) {
    throw new HpackError(`a string of ${length} bytes in ${from.end - start} that are left`);
  }
  from.at += length;
  return compressed
    ? huffmanDecode(from.bytes, start, from.at)
    : latin1FromBytes(from.bytes, start, from.at);
}
