import type { ByteWriter } from '#bytes/byte-writer';
import { HpackError } from '#hpack/hpack-error';
import { CODE_LENGTHS, CODES } from './huffman-code.ts';
import { EMITS, FAILS, MAY_END, STEPS } from './huffman-table.ts';
import { latin1FromBytes } from './latin1.ts';

/** How many bytes the text takes in Huffman code, padding included. */
export function huffmanLength(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits += CODE_LENGTHS[text.charCodeAt(i)]!;
  return (bits + 7) >>> 3;
}

/**
 * Writes the codes one behind the other and fills the last byte with ones, which are the
 * beginning of EOS (RFC 7541 §5.2). Every character of `text` is one octet, 0–255.
 */
export function huffmanEncode(out: ByteWriter, text: string): void {
  let waiting = 0; // Bits that do not fill a byte yet, at the low end; never more than seven …
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const octet = text.charCodeAt(i);
    let code = CODES[octet]!;
    let length = CODE_LENGTHS[octet]!;
    if (length > 24) {
      // … so that with 24 more they stay below 32 bits; a longer code goes in two halves.
      waiting = (waiting << (length - 24)) | (code >>> 24);
      count += length - 24;
      code &= 0xffffff;
      length = 24;
      if (count >= 8) {
        count -= 8;
        out.byte((waiting >>> count) & 0xff);
      }
    }
    waiting = (waiting << length) | code;
    count += length;
    while (count >= 8) {
      count -= 8;
      out.byte((waiting >>> count) & 0xff);
    }
    waiting &= 0xff;
  }
  if (count > 0) out.byte(((waiting << (8 - count)) | (0xff >>> count)) & 0xff);
}

/** Grows with the longest string seen; its size is bounded by that of a header block. */
let scratch = new Uint8Array(256);

/**
 * Reads `bytes[start, end)` back into text.
 * @throws HpackError on EOS, on padding that is not all ones, or on padding of a byte or more.
 */
export function huffmanDecode(bytes: Uint8Array, start = 0, end = bytes.length): string {
  const most = Math.ceil(((end - start) * 8) / 5);
  if (scratch.length < most) scratch = new Uint8Array(most);
  let node = 0;
  let length = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    const first = STEPS[(node << 4) | (byte >>> 4)]!;
    if (first & EMITS) scratch[length++] = first >>> 8;
    // From a walk that failed the second half byte starts at the root; the check below catches it.
    const second = STEPS[((first & 0xff) << 4) | (byte & 0xf)]!;
    if (second & EMITS) scratch[length++] = second >>> 8;
    if ((first | second) & FAILS) throw new HpackError('a Huffman string contains EOS');
    node = second & 0xff;
  }
  if (MAY_END[node] === 0) {
    throw new HpackError('a Huffman string ends with padding that is too long or not all ones');
  }
  return latin1FromBytes(scratch, 0, length);
}
