import { type DecodedField, fieldSize } from '#hpack/header-field';

/**
 * The dynamic table (RFC 7541 §2.3.2): the fields of this connection that were worth keeping,
 * newest first. Both sides keep the same one without ever sending it, by following the same rules.
 *
 *     index   62        63        …              61 + length
 *           +---------+---------+-------------+---------+
 *     new → | newest  |         |             | oldest  | → evicted when there is no room (§4.4)
 *           +---------+---------+-------------+---------+
 *
 * Indices here start at 0 for the newest. With each that comes all others move down by one, so
 * entries also have a fixed number, by which they are found again: the first ever is 0.
 */
export class DynamicTable {
  /** A ring: the newest at `#newest`, older ones before it. Its length is a power of two. */
  #ring: (DecodedField | undefined)[] = new Array(16).fill(undefined);
  #newest = 0;
  #length = 0;
  #size = 0;
  #maxSize: number;
  #added = 0;
  readonly #onEvict: ((field: DecodedField, number: number) => void) | undefined;

  /** @param onEvict hears of each entry that goes, with its fixed number. */
  constructor(maxSize: number, onEvict?: (field: DecodedField, number: number) => void) {
    this.#maxSize = maxSize;
    this.#onEvict = onEvict;
  }

  get length(): number {
    return this.#length;
  }

  /** The sum of the entries' sizes, 32 for each included (§4.1). */
  get size(): number {
    return this.#size;
  }

  get maxSize(): number {
    return this.#maxSize;
  }

  /** How many entries there ever were: the fixed number of the next one. */
  get added(): number {
    return this.#added;
  }

  /** The entry at an index, 0 the newest; `undefined` if there is none. */
  get(index: number): DecodedField | undefined {
    if (index >= this.#length) return undefined;
    return this.#ring[(this.#newest - index) & (this.#ring.length - 1)];
  }

  /** Adds an entry. One that is larger than the whole table empties it, and is not an error (§4.4). */
  add(field: DecodedField): void {
    const size = fieldSize(field.name, field.value);
    this.#evictUntil(this.#maxSize - size);
    if (size > this.#maxSize) return;
    if (this.#length === this.#ring.length) this.#grow();
    this.#newest = (this.#newest + 1) & (this.#ring.length - 1);
    this.#ring[this.#newest] = field;
    this.#length++;
    this.#size += size;
    this.#added++;
  }

  /** Changes the room there is; what no longer fits goes, the oldest first (§4.3). */
  resize(maxSize: number): void {
    this.#maxSize = maxSize;
    this.#evictUntil(maxSize);
  }

  #evictUntil(room: number): void {
    while (this.#length > 0 && this.#size > room) {
      const at = (this.#newest - this.#length + 1) & (this.#ring.length - 1);
      const oldest = this.#ring[at]!;
      this.#ring[at] = undefined;
      this.#onEvict?.(oldest, this.#added - this.#length);
      this.#length--;
      this.#size -= fieldSize(oldest.name, oldest.value);
    }
  }

  #grow(): void {
    const oldestFirst: (DecodedField | undefined)[] = [];
    for (let index = this.#length - 1; index >= 0; index--) oldestFirst.push(this.get(index));
    this.#ring = [...oldestFirst, ...new Array(this.#length).fill(undefined)];
    this.#newest = this.#length - 1;
  }
}
