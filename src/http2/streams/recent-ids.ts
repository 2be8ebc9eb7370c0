/** Room for so many is made at first. */
const FIRST_IDS = 16;

/**
 * The last few stream ids of one kind. It is written on every stream's end, and read only when a
 * frame comes for a stream that is no more: an attacker's are nothing else. So each id has one place,
 * and nothing is searched. Streams that follow each other have places that follow each other; one
 * whose place is needed for another is forgotten.
 */
export class RecentIds {
  readonly #size: number;
  /** Grows to its size as ids come: most connections never have so many. 0: nobody's place. */
  #places: Uint32Array;
  /** The highest id that has been pushed out: what lies below may have been one of them. */
  #forgotten = 0;

  constructor(size: number) {
    this.#size = size;
    this.#places = new Uint32Array(Math.min(FIRST_IDS, size));
  }

  get forgotten(): number {
    return this.#forgotten;
  }

  add(id: number): void {
    const place = this.#placeOf(id);
    const old = this.#places[place]!;
    if (old !== 0 && old !== id) {
      if (this.#places.length < this.#size) {
        this.#makeRoom();
        this.add(id);
        return;
      }
      if (old > this.#forgotten) this.#forgotten = old;
    }
    this.#places[place] = id;
  }

  has(id: number): boolean {
    return this.#places[this.#placeOf(id)] === id;
  }

  /** All are odd: a client's. */
  #placeOf(id: number): number {
    return (id >>> 1) % this.#places.length;
  }

  /** In twice as many places no two are in each other's way that were not before. */
  #makeRoom(): void {
    const before = this.#places;
    this.#places = new Uint32Array(Math.min(2 * before.length, this.#size));
    for (const id of before) if (id !== 0) this.add(id);
  }
}
