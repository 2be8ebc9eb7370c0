import type { BitReader } from './bit-reader.ts';
import { DecompressionError } from './compression.ts';

const LONGEST = 15;

/**
 * A Huffman code of DEFLATE. Only the lengths travel: codes of one length are consecutive numbers,
 * in the order of their symbols (RFC 1951 §3.2.2), as lesson 8 has seen it with HPACK's.
 */
export class PrefixCode {
  /** How many codes have each length. */
  readonly #counts = new Uint16Array(LONGEST + 1);
  /** The symbols by their codes, the shortest first. */
  readonly #symbols: number[] = [];

  /**
   * @param lengths of the code of each symbol, in bits; 0: it has none
   * @throws DecompressionError if there cannot be so many codes of such lengths
   */
  constructor(lengths: Uint8Array) {
    for (let length = 1; length <= LONGEST; length++) {
      for (const [symbol, itsLength] of lengths.entries()) {
        if (itsLength === length) this.#symbols.push(symbol);
      }
    }
    for (const length of lengths) if (length > 0) this.#counts[length]!++;
    let left = 1;
    for (let length = 1; length <= LONGEST; length++) {
      left = 2 * left - this.#counts[length]!;
      if (left < 0) throw new DecompressionError('corrupt');
    }
  }

  /** @throws DecompressionError if the bits are no code */
  read(bits: BitReader): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= LONGEST; length++) {
      code |= bits.take(1);
      const count = this.#counts[length]!;
      if (code - first < count) return this.#symbols[index + code - first]!;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new DecompressionError('corrupt');
  }
}
