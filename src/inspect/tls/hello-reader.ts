import { HelloError } from './hello-error.ts';

/**
 * Reads what TLS writes: numbers, big-endian, and vectors, which have their own length in front of
 * them (RFC 8446 §3.4). A vector is a reader of its own: what is read of it ends with it.
 *
 * ```
 * 00 05  68 65 6c 6c 6f      reader.vector16(): a reader with five bytes
 * ```
 *
 * Each method throws a HelloError `malformed` if fewer bytes are left than it needs.
 */
export class HelloReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Bytes that have not been read. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  /** The next `size` bytes, as a view. */
  bytes(size: number): Uint8Array {
    if (size > this.left) throw new HelloError('malformed', 'a length goes beyond what it is in');
    this.#at += size;
    return this.#bytes.subarray(this.#at - size, this.#at);
  }

  uint8(): number {
    return this.bytes(1)[0]!;
  }

  uint16(): number {
    return this.uint8() * 256 + this.uint8();
  }

  /** A vector whose length is one byte. */
  vector8(): HelloReader {
    return new HelloReader(this.bytes(this.uint8()));
  }

  /** A vector whose length is two bytes. */
  vector16(): HelloReader {
    return new HelloReader(this.bytes(this.uint16()));
  }
}
