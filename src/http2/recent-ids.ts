/**
 * The last few stream ids of one kind: a ring that is written on every stream's end, and read
 * only when a frame comes for a stream that is no more.
 */
export class RecentIds {
  /** Made when the first id comes: most connections never need all of theirs. */
  #ring: Uint32Array | undefined;
  readonly #size: number;
  #next = 0;
  /** The highest id that has been pushed out: what lies below may have been one of them. */
  #forgotten = 0;

  constructor(size: number) {
    this.#size = size;
  }

  get forgotten(): number {
    return this.#forgotten;
  }

  add(id: number): void {
    this.#ring ??= new Uint32Array(this.#size);
    const old = this.#ring[this.#next]!;
    if (old > this.#forgotten) this.#forgotten = old;
    this.#ring[this.#next] = id;
    this.#next = (this.#next + 1) % this.#size;
  }

  has(id: number): boolean {
    return this.#ring?.includes(id) === true;
  }
}
