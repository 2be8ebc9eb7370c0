/**
 * The Huffman code of HPACK (RFC 7541 Appendix B): frequent octets have short codes, from five
 * bits (`a`, `e`, `0`, …) to thirty.
 *
 * The code is *canonical*: codes of one length are consecutive numbers, given out in the order of
 * the octets, and each length goes on where the one before stopped. So the 257 lengths say it all
 * and the codes are worked out from them.
 */

/** The code of the 257th symbol means "end of string"; it must never appear in one (§5.2). */
export const EOS = 256;

/** Bits of each octet's code, sixteen octets a row; then EOS. */
// biome-ignore format: a table is easier to compare with the RFC in rows of sixteen.
export const CODE_LENGTHS: readonly number[] = [
  13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28,
  28, 28, 28, 28, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 28,
   6, 10, 10, 12, 13,  6,  8, 11, 10, 10,  8, 11,  8,  6,  6,  6,
   5,  5,  5,  6,  6,  6,  6,  6,  6,  6,  7,  8, 15,  6, 12, 10,
  13,  6,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7,
   7,  7,  7,  7,  7,  7,  7,  7,  8,  7,  8, 13, 19, 13, 14,  6,
  15,  5,  6,  5,  6,  5,  6,  6,  6,  5,  7,  7,  6,  6,  6,  5,
   6,  7,  6,  5,  5,  6,  7,  7,  7,  7,  7, 15, 11, 14, 13, 28,
  20, 22, 20, 20, 22, 22, 22, 23, 22, 23, 23, 23, 23, 23, 24, 23,
  24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23, 22, 23, 23, 24,
  22, 21, 20, 22, 22, 23, 23, 21, 23, 22, 22, 24, 21, 22, 23, 23,
  21, 21, 22, 21, 23, 22, 23, 23, 20, 22, 22, 22, 23, 22, 22, 23,
  26, 26, 20, 19, 22, 23, 22, 25, 26, 26, 26, 27, 27, 26, 24, 25,
  19, 21, 26, 27, 27, 26, 27, 24, 21, 21, 26, 26, 28, 27, 27, 27,
  20, 24, 20, 21, 22, 21, 21, 23, 22, 22, 25, 25, 24, 24, 26, 23,
  26, 27, 26, 26, 27, 27, 27, 27, 27, 28, 27, 27, 27, 27, 27, 26,
  30,
];

/** The code of each symbol, in its lowest `CODE_LENGTHS[symbol]` bits. */
export const CODES: readonly number[] = assignCodes(CODE_LENGTHS);

function assignCodes(lengths: readonly number[]): number[] {
  const codes = new Array<number>(lengths.length).fill(0);
  let next = 0;
  for (let length = 1; length <= 30; length++) {
    next <<= 1; // One bit longer: what the shorter codes used up stays used up.
    for (const [symbol, bits] of lengths.entries()) {
      if (bits === length) codes[symbol] = next++;
    }
  }
  return codes;
}
