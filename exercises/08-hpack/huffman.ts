import { notYet } from '#course/exercise/not-yet';
import type { ByteWriter } from '#bytes/byte-writer';
import { HpackError } from '#hpack/hpack-error';
import { CODE_LENGTHS, CODES, EOS } from '#hpack/strings/huffman-code';
import { latin1FromBytes } from '#hpack/strings/latin1';

/**
 * The Huffman code of HPACK (RFC 7541 §5.2 and Appendix B): frequent characters have short codes.
 * The code of octet n is the lowest `CODE_LENGTHS[n]` bits of `CODES[n]`. They stand one behind
 * the other, the highest bit first, and what is left of the last byte is filled with ones:
 *
 *     'a' 00011   '0' 00000   'Z' 11111101
 *
 *     a0Z   00011 000|00 111111|01 111111   =   18 3f 7f
 *                                  └ padding
 */

/** How many bytes the text takes in Huffman code, padding included. */
export function huffmanLength(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits += CODE_LENGTHS[text.charCodeAt(i)]!;
  return Math.ceil(bits / 8);
}

/** Appends the text in Huffman code. Every character of it is one octet, 0–255. */
export function huffmanEncode(out: ByteWriter, text: string): void {
  // ── Task 2 ──
  // Gather bits in a number, `waiting`, and write a byte whenever there are eight: out.byte(value). A code has up
  // to 30 bits, and `<<` works on 32: put them in one by one, the highest first.
  throw notYet(2);
}

/**
 * Reads `bytes[start, end)` back into text.
 * @throws HpackError on EOS, on padding that is not all ones, or on padding of a byte or more
 */
export function huffmanDecode(bytes: Uint8Array, start = 0, end = bytes.length): string {
  // ── Task 2 ──
  // Bit by bit: after each, is what was gathered the code of a character? `symbolOf(code, length)`
  // says which one, `undefined` if it is not one yet. Then begin anew. `octets` is what came out, and
  // latin1FromBytes(bytes, start, end) makes a text of octets, one character each:
  // latin1FromBytes(Uint8Array.of(97, 48), 0, 2) is 'a0'.
  throw notYet(2);
}

/** The octet, or EOS, whose code this is; `undefined`: none has it. */
export function symbolOf(code: number, length: number): number | undefined {
  return SYMBOLS[length]?.get(code);
}

/** Symbols by the length of their code, and then by the code. */
const SYMBOLS: Map<number, number>[] = Array.from({ length: 31 }, () => new Map());
for (const [symbol, code] of CODES.entries()) SYMBOLS[CODE_LENGTHS[symbol]!]!.set(code, symbol);
