import { shift } from './dissector.ts';
import type { Field } from './trace.ts';

/** A field without its place. */
type About = Omit<Field, 'offset' | 'length'>;

/**
 * Collects the fields of a structure whose parts have fixed sizes, one behind the other. Bytes that
 * are missing make a shorter field that says so, so that what it collects covers `bytes` exactly,
 * however wrong they are.
 */
export class FieldList {
  readonly fields: Field[] = [];
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  /** The next `size` bytes; `describe` is told what they are if all of them are there. */
  take(size: number, name: string, describe: (part: Uint8Array, at: number) => About): void {
    const at = this.#at;
    if (this.left >= size) {
      this.#at += size;
      const about = describe(this.#bytes.subarray(at, at + size), at);
      this.fields.push({ offset: at, length: size, ...about });
    } else if (this.left > 0) {
      this.rest({ name, meaning: `${this.left} of its ${size} bytes are here` });
    }
  }

  /** Everything up to the end, or up to `before` bytes in front of it; nothing if that is empty. */
  rest(about: About, before = 0): void {
    const length = this.left - before;
    if (length <= 0) return;
    this.fields.push({ offset: this.#at, length, ...about });
    this.#at += length;
  }

  /** A field that somebody else made for the next bytes, its offsets counted from here. */
  add(field: Field): void {
    this.fields.push(...shift([field], this.#at));
    this.#at += field.length;
  }
}
