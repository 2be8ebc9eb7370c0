const SMALL_ROUNDS = 16;

/**
 * A place to write bytes that grows as needed, for codecs that write many small things.
 *
 * `take` hands out what was written without copying it: the writer goes on behind it in the same
 * memory and never touches what it gave away, so that a socket may keep it as long as it likes.
 */
export class ByteWriter {
  /** The memory, for a hot loop that has called `reserve` and then writes by itself. */
  buffer: Uint8Array;
  /** Where the next byte goes. */
  position = 0;
  /** Start of the bytes not yet taken. */
  #start = 0;
  readonly #maxSlab: number;
  /** How often in a row so little was written that it would have fitted into `maxSlab`. */
  #smallRounds = 0;

  /** @param maxSlab memory is asked for in pieces that double up to this size. */
  constructor(size = 256, maxSlab = 65_536) {
    this.buffer = new Uint8Array(size);
    this.#maxSlab = maxSlab;
  }

  /** Bytes written and not yet taken. */
  get length(): number {
    return this.position - this.#start;
  }

  /** Makes sure that `size` more bytes fit. Positions change: only offsets from `length` hold. */
  reserve(size: number): void {
    if (this.buffer.length - this.position >= size) return;
    const pending = this.length;
    let capacity = Math.min(this.buffer.length * 2, this.#maxSlab);
    while (capacity < pending + size) capacity *= 2;
    const grown = new Uint8Array(capacity);
    grown.set(this.buffer.subarray(this.#start, this.position));
    this.buffer = grown;
    this.#start = 0;
    this.position = pending;
  }

  byte(value: number): void {
    if (this.position === this.buffer.length) this.reserve(1);
    this.buffer[this.position++] = value;
  }

  /** Two bytes, big-endian, as the network writes numbers. */
  uint16(value: number): void {
    this.reserve(2);
    this.buffer[this.position++] = value >>> 8;
    this.buffer[this.position++] = value;
  }

  uint32(value: number): void {
    this.reserve(4);
    this.buffer[this.position++] = value >>> 24;
    this.buffer[this.position++] = value >>> 16;
    this.buffer[this.position++] = value >>> 8;
    this.buffer[this.position++] = value;
  }

  bytes(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.position);
    this.position += bytes.length;
  }

  /** Forgets the newest bytes, down to `length` of them: for a writer that failed half way. */
  truncate(length: number): void {
    this.position = this.#start + length;
  }

  /** What was written since the last `take`. */
  take(): Uint8Array {
    const taken = this.buffer.subarray(this.#start, this.position);
    this.#start = this.position;
    return taken;
  }

  /**
   * Nobody needs any more what was taken: its memory is written again from the beginning. Fresh
   * memory has to be cleared by the system and collected later, which costs more than filling it.
   */
  rewind(): void {
    if (this.length > 0) return;
    if (this.buffer.length > this.#maxSlab) this.#giveBack();
    this.position = 0;
    this.#start = 0;
  }

  /** After a burst that made it large, and some rounds in which it need not have been. */
  #giveBack(): void {
    if (this.position > this.#maxSlab) this.#smallRounds = 0;
    else if (++this.#smallRounds === SMALL_ROUNDS) this.buffer = new Uint8Array(this.#maxSlab);
  }
}
