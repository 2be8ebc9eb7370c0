import { fieldSize } from '#hpack/header-field';
import { DEFAULT_TABLE_SIZE } from '#hpack/limits';
import { STATIC_TABLE, STATIC_TABLE_LENGTH } from '#hpack/tables/static-table';

/** A line of the dynamic table, as one who reads along knows it. */
export interface TableEntry {
  readonly name: string;
  readonly value: string;
}

/**
 * The dynamic table of one direction, followed from outside (RFC 7541 §2.3.2). It is kept as plainly
 * as can be, a list with the newest first, and apart from the decoder's own.
 */
export class FollowedTable {
  /** Newest first: `entries[0]` has the index 62. */
  readonly entries: TableEntry[] = [];
  /** The sum of the entries' sizes, 32 for each included (§4.1). */
  size = 0;
  maxSize = DEFAULT_TABLE_SIZE;

  /** What stands at an index of both tables together; `undefined` if nothing does. */
  at(index: number): TableEntry | undefined {
    if (index === 0) return undefined;
    if (index <= STATIC_TABLE_LENGTH) return STATIC_TABLE[index];
    return this.entries[index - STATIC_TABLE_LENGTH - 1];
  }

  /** Adds an entry. @returns those that had to go, the oldest first, and whether it was kept. */
  add(entry: TableEntry): { evicted: TableEntry[]; kept: boolean } {
    const size = fieldSize(entry.name, entry.value);
    const evicted = this.#evictUntil(this.maxSize - size);
    if (size > this.maxSize) return { evicted, kept: false };
    this.entries.unshift(entry);
    this.size += size;
    return { evicted, kept: true };
  }

  /** @returns the entries that no longer fit, the oldest first. */
  resize(maxSize: number): TableEntry[] {
    this.maxSize = maxSize;
    return this.#evictUntil(maxSize);
  }

  #evictUntil(room: number): TableEntry[] {
    const evicted: TableEntry[] = [];
    while (this.entries.length > 0 && this.size > room) {
      const oldest = this.entries.pop()!;
      this.size -= fieldSize(oldest.name, oldest.value);
      evicted.push(oldest);
    }
    return evicted;
  }
}
