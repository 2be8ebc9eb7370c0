// Not derived from src/hpack/tables/dynamic-table.ts: a list here, a fast ring there.
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
 * entries also have a fixed number for whoever wants to find them again: the first ever is 0.
 */
export class DynamicTable {
  /** Newest first. */
  readonly #entries: DecodedField[] = [];
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
    return this.#entries.length;
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
    return this.#entries[index];
  }

  /** Adds an entry. One that is larger than the whole table empties it: not an error (§4.4). */
  add(field: DecodedField): void {
    // <task 3>
    //? Make room first, then add. What an entry counts: fieldSize(name, value), 34 for 'n' and '1'.
    //? A field that was not added gets no number.
    const size = fieldSize(field.name, field.value);
    this.#evictUntil(this.#maxSize - size);
    if (size > this.#maxSize) return;
    this.#entries.unshift(field);
    this.#size += size;
    this.#added++;
    // </task>
  }

  /** Changes the room there is; what no longer fits goes, the oldest first (§4.3). */
  resize(maxSize: number): void {
    // <task 3>
    //? The new size may be smaller than what is in use.
    this.#maxSize = maxSize;
    this.#evictUntil(maxSize);
    // </task>
  }

  /** Takes entries out, the oldest first, until no more than `room` octets are in use. */
  #evictUntil(room: number): void {
    // <task 3>
    //? Tell whoever wants to know: this.#onEvict?.(field, number). The newest has the number
    //? this.#added - 1, the one before it one less, and so on.
    while (this.#size > room) {
      const number = this.#added - this.#entries.length;
      const oldest = this.#entries.pop();
      if (oldest === undefined) return;
      this.#size -= fieldSize(oldest.name, oldest.value);
      this.#onEvict?.(oldest, number);
    }
    // </task>
  }
}
