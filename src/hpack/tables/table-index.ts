import { DecodedField } from '#hpack/header-field';
import { DynamicTable } from '#hpack/tables/dynamic-table';
import { STATIC_NAMES, STATIC_TABLE_LENGTH } from './static-table.ts';

interface KnownName {
  /** The fixed number of the newest entry with this name. */
  newest: number;
  /** Fixed numbers by value. */
  readonly values: Map<string, number>;
}

/**
 * The encoder's dynamic table with a way to find a field in it at once: by name, and by name and
 * value. It remembers the fixed numbers of entries, from which the index follows.
 */
export class TableIndex {
  readonly #names = new Map<string, KnownName>();
  readonly #table: DynamicTable;

  constructor(maxSize: number) {
    this.#table = new DynamicTable(maxSize, (field, number) => this.#forget(field, number));
  }

  get maxSize(): number {
    return this.#table.maxSize;
  }

  resize(maxSize: number): void {
    this.#table.resize(maxSize);
  }

  /** The index of exactly this field; 0 where no table has it. */
  findField(name: string, value: string): number {
    const inStatic = STATIC_NAMES.get(name)?.values.get(value);
    if (inStatic !== undefined) return inStatic;
    const number = this.#names.get(name)?.values.get(value);
    return number === undefined ? 0 : this.#indexOf(number);
  }

  /** The index of any field with this name; 0 where no table has it. */
  findName(name: string): number {
    const inStatic = STATIC_NAMES.get(name);
    if (inStatic !== undefined) return inStatic.index;
    const known = this.#names.get(name);
    return known === undefined ? 0 : this.#indexOf(known.newest);
  }

  add(name: string, value: string): void {
    const number = this.#table.added;
    this.#table.add(new DecodedField(name, value));
    if (this.#table.added === number) return; // Too large: it emptied the table instead.
    const known = this.#names.get(name);
    if (known === undefined) {
      this.#names.set(name, { newest: number, values: new Map([[value, number]]) });
    } else {
      known.newest = number;
      known.values.set(value, number);
    }
  }

  #indexOf(number: number): number {
    return STATIC_TABLE_LENGTH + this.#table.added - number;
  }

  #forget(field: DecodedField, number: number): void {
    const known = this.#names.get(field.name);
    if (known === undefined) return;
    if (known.values.get(field.value) === number) known.values.delete(field.value);
    // The newest is the last of its name to go.
    if (known.newest === number) this.#names.delete(field.name);
  }
}
