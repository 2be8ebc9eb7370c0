import { DecompressionError } from './compression.ts';

/** Reads bits as DEFLATE packs them: from the lowest of each octet to its highest (RFC 1951 §3.1.1). */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #held = 0;
  #count = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** How many octets have been begun. */
  get octetsTaken(): number {
    return this.#at;
  }

  /** A number of `count` bits, at most 16. @throws DecompressionError if there are not so many */
  take(count: number): number {
    while (this.#count < count) {
      if (this.#at === this.#bytes.length) throw new DecompressionError('corrupt');
      this.#held |= this.#bytes[this.#at++]! << this.#count;
      this.#count += 8;
    }
    const taken = this.#held & ((1 << count) - 1);
    this.#held >>>= count;
    this.#count -= count;
    return taken;
  }

  /** Leaves out what remains of an octet. */
  alignToOctet(): void {
    this.#held = 0;
    this.#count = 0;
  }
}
