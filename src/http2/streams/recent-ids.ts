/** Room for so many is made at first. */
const FIRST_IDS = 16;

/**
 * The last few stream ids of one kind: a ring that is written on every stream's end, and read
 * only when a frame comes for a stream that is no more.
 */
export class RecentIds {
  readonly #size: number;
  /** Grows to its size as ids come: most connections never have so many. */
  #ring: Uint32Array;
  #next = 0;
  /** The highest id that has been pushed out: what lies below may have been one of them. */
  #forgotten = 0;

  constructor(size: number) {
    this.#size = size;
    this.#ring = new Uint32Array(Math.min(FIRST_IDS, size));
  }

  get forgotten(): number {
    return this.#forgotten;
  }

  add(id: number): void {
    if (this.#next === this.#ring.length) this.#makeRoom();
    const old = this.#ring[this.#next]!;
    if (old > this.#forgotten) this.#forgotten = old;
    this.#ring[this.#next++] = id;
  }

  has(id: number): boolean {
    return this.#ring.includes(id);
  }

  #makeRoom(): void {
    if (this.#ring.length < this.#size) {
      const larger = new Uint32Array(Math.min(2 * this.#ring.length, this.#size));
      larger.set(this.#ring);
      this.#ring = larger;
    } else {
      this.#next = 0;
    }
  }
}
