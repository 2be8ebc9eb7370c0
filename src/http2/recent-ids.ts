/**
 * The last few stream ids of one kind: a ring that is written on every stream's end, and read
 * only when a frame comes for a stream that is no more.
 */
export class RecentIds {
  readonly #ring: Uint32Array;
  #next = 0;
  /** The highest id that has been pushed out: what lies below may have been one of them. */
  #forgotten = 0;

  constructor(size: number) {
    this.#ring = new Uint32Array(size);
  }

  get forgotten(): number {
    return this.#forgotten;
  }

  add(id: number): void {
    const old = this.#ring[this.#next]!;
    if (old > this.#forgotten) this.#forgotten = old;
    this.#ring[this.#next] = id;
    this.#next = (this.#next + 1) % this.#ring.length;
  }

  has(id: number): boolean {
    return this.#ring.includes(id);
  }
}
