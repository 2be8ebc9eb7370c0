import { type DecodedField, fieldSize } from '#hpack/header-field';

/** Oldest first, each with its number and size; the sums are worked out when they are asked for. */
export class DynamicTable {
  #rows: { field: DecodedField; number: number; size: number }[] = [];
  #next = 0;
  maxSize: number;
  readonly #onEvict: (field: DecodedField, number: number) => void;

  constructor(maxSize: number, onEvict: (field: DecodedField, number: number) => void = () => {}) {
    this.maxSize = maxSize;
    this.#onEvict = onEvict;
  }

  get length(): number {
    return this.#rows.length;
  }

  get size(): number {
    return this.#rows.reduce((sum, { size }) => sum + size, 0);
  }

  get added(): number {
    return this.#next;
  }

  get(index: number): DecodedField | undefined {
    return this.#rows[this.#rows.length - 1 - index]?.field;
  }

  add(field: DecodedField): void {
    const size = fieldSize(field.name, field.value);
    this.#shrinkTo(Math.max(0, this.maxSize - size));
    if (size <= this.maxSize) this.#rows.push({ field, size, number: this.#next++ });
    else this.#shrinkTo(0);
  }

  resize(maxSize: number): void {
    this.maxSize = maxSize;
    this.#shrinkTo(maxSize);
  }

  #shrinkTo(room: number): void {
    let size = this.size;
    const kept = this.#rows.findIndex((row) => {
      if (size <= room) return true;
      size -= row.size;
      return false;
    });
    const gone = this.#rows.splice(0, kept < 0 ? this.#rows.length : kept);
    for (const { field, number } of gone) this.#onEvict(field, number);
  }
}
