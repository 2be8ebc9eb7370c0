import type { HeaderField } from './header-field.ts';

/** Up to so many characters it takes no longer to look at a value than to look up what is known of it. */
const SHORT_VALUE = 128;

/**
 * What somebody has found out about header fields by looking through their values. A field that stands
 * in a compression table is the same object each time, and costs the peer one octet: so each is looked
 * through once, and not each time it comes. It is forgotten with the field.
 */
export class FieldFacts<T> {
  readonly #find: (field: HeaderField) => T;
  readonly #known = new WeakMap<HeaderField, { fact: T }>();

  constructor(find: (field: HeaderField) => T) {
    this.#find = find;
  }

  of(field: HeaderField): T {
    if (field.value.length <= SHORT_VALUE) return this.#find(field);
    const known = this.#known.get(field);
    if (known !== undefined) return known.fact;
    const fact = this.#find(field);
    this.#known.set(field, { fact });
    return fact;
  }
}
