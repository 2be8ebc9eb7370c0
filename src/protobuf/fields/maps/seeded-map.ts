/**
 * A map whose time does not depend on which keys somebody chose. It keeps each entry under the text
 * of its key, because V8 hashes text with a secret seed, and integers without one.
 *
 * It takes the place of a plain `Map` only when the keys of that were chosen to collide (see
 * `map-filler.ts`), and can do all that a `Map` can. `structuredClone` alone finds it empty.
 */
export class SeededMap<K, V> extends Map<K, V> {
  readonly #entries = new Map<string, [K, V]>();

  constructor(entries: Iterable<readonly [K, V]>) {
    super();
    for (const [key, value] of entries) this.set(key, value);
  }

  override get size(): number {
    return this.#entries.size;
  }

  override get(key: K): V | undefined {
    return this.#entries.get(textOf(key))?.[1];
  }

  override has(key: K): boolean {
    return this.#entries.has(textOf(key));
  }

  override set(key: K, value: V): this {
    const text = textOf(key);
    const entry = this.#entries.get(text);
    if (entry === undefined) this.#entries.set(text, [key, value]);
    else entry[1] = value;
    return this;
  }

  override delete(key: K): boolean {
    return this.#entries.delete(textOf(key));
  }

  override clear(): void {
    this.#entries.clear();
  }

  override forEach(callback: (value: V, key: K, map: Map<K, V>) => void, self?: unknown): void {
    for (const [key, value] of this.#entries.values()) callback.call(self, value, key, this);
  }

  override *entries(): MapIterator<[K, V]> {
    for (const [key, value] of this.#entries.values()) yield [key, value];
  }

  override *keys(): MapIterator<K> {
    for (const [key] of this.#entries.values()) yield key;
  }

  override *values(): MapIterator<V> {
    for (const [, value] of this.#entries.values()) yield value;
  }

  override [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }
}

/** `5` and `5n` are two keys. The letter in front keeps V8 from taking the text for an index. */
function textOf(key: unknown): string {
  return `${(typeof key)[0]}${String(key)}`;
}
