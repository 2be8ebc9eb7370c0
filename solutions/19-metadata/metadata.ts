// Derived from src/grpc/metadata.ts by npm run skeletons: change it there.
import { MAX_LIST_VALUES } from '#grpc/limits';
import { checkedName, checkedValue, type MetadataValue } from '#grpc/metadata-rules';
import { countBase64List, decodeBase64List, encodeBase64, isBase64List } from '#grpc/wire/base64';
import type { HeaderField } from '#hpack/header-field';

export type { MetadataValue } from '#grpc/metadata-rules';

/**
 * What travels beside the messages: names with values, in order, several per name allowed. A name
 * that ends in `-bin` has bytes for values, every other name printable ASCII (PROTOCOL-HTTP2.md,
 * "Custom-Metadata").
 *
 * Kept as two flat arrays: calls carry few entries, and a search through five names is cheaper
 * than building a map for each call.
 */
export class Metadata {
  readonly #names: string[] = [];
  /** Text under a `-bin` name is a list of values as it came, not yet decoded: see `receive`. */
  readonly #values: MetadataValue[] = [];
  /** How many values came under `-bin` names, those that are joined by commas counted one by one. */
  #listed = 0;

  /**
   * `new Metadata({ 'x-user': 'ada', 'x-key-bin': bytes })`
   * @throws RangeError as `append` does.
   */
  constructor(entries?: Readonly<Record<string, MetadataValue | readonly MetadataValue[]>>) {
    for (const [name, values] of Object.entries(entries ?? {})) {
      const several = Array.isArray(values) ? values : [values];
      for (const value of several) this.append(name, value);
    }
  }

  /** How many values there are in all. */
  get size(): number {
    let size = 0;
    for (let i = 0; i < this.#names.length; i++) {
      const value = this.#values[i]!;
      size += this.#isUndecoded(i, value) ? countBase64List(value) : 1;
    }
    return size;
  }

  /**
   * Adds a value, keeping those that are there.
   * @throws RangeError if name or value cannot travel: characters that headers do not have, names
   *   that gRPC or HTTP keep to themselves, text under a `-bin` name or bytes under another.
   */
  append(name: string, value: MetadataValue): this {
    const key = checkedName(name);
    this.#add(key, checkedValue(key, value));
    return this;
  }

  /** Puts one value in place of whatever the name had. @throws RangeError as `append` does. */
  set(name: string, value: MetadataValue): this {
    const key = checkedName(name);
    const checked = checkedValue(key, value);
    this.delete(key);
    this.#add(key, checked);
    return this;
  }

  /** The first value. Bytes for a name that ends in `-bin`, text for any other. */
  get(name: `${string}-bin`): Uint8Array | undefined;
  get(name: string): string | undefined;
  get(name: string): MetadataValue | undefined {
    const i = this.#names.indexOf(name.toLowerCase());
    const value = this.#values[i];
    return value !== undefined && this.#isUndecoded(i, value)
      ? decodeBase64List(value, 1)[0]
      : value;
  }

  getAll(name: `${string}-bin`): Uint8Array[];
  getAll(name: string): string[];
  getAll(name: string): MetadataValue[] {
    const key = name.toLowerCase();
    return this.#values.flatMap((value, i) => {
      if (this.#names[i] !== key) return [];
      return this.#isUndecoded(i, value) ? decodeBase64List(value) : [value];
    });
  }

  has(name: string): boolean {
    return this.#names.includes(name.toLowerCase());
  }

  delete(name: string): void {
    const key = name.toLowerCase();
    for (let i = this.#names.length - 1; i >= 0; i--) {
      if (this.#names[i] !== key) continue;
      this.#names.splice(i, 1);
      this.#values.splice(i, 1);
    }
  }

  *[Symbol.iterator](): IterableIterator<[name: string, value: MetadataValue]> {
    for (let i = 0; i < this.#names.length; i++) {
      const name = this.#names[i]!;
      const value = this.#values[i]!;
      if (!this.#isUndecoded(i, value)) yield [name, value];
      else for (const bytes of decodeBase64List(value)) yield [name, bytes];
    }
  }

  /** Appends everything that `other` has. */
  merge(other: Metadata): this {
    const names = other.#names;
    const values = other.#values;
    // Counted before, so that it ends also if `other` is this one.
    for (let i = 0, { length } = names; i < length; i++) this.#add(names[i]!, values[i]!);
    return this;
  }

  clone(): Metadata {
    return new Metadata().merge(this);
  }

  /** As header fields, `-bin` values in base64 without padding. */
  toHeaders(): HeaderField[] {
    return this.#names.map((name, i) => {
      const kept = this.#values[i]!;
      return { name, value: typeof kept === 'string' ? kept : encodeBase64(kept) };
    });
  }

  /**
   * Takes a field off the wire. A `-bin` field may hold several values joined by commas, as
   * proxies do it (RFC 9110 §5.2). They stay as they came until somebody asks: 16 KiB of commas
   * would otherwise become 16,000 arrays in each of a thousand calls, and nobody may want them.
   * @returns false, and nothing is kept, if it is not base64, or too many values: the peer's fault.
   */
  receive(name: string, value: string): boolean {
    if (name.endsWith('-bin')) {
      this.#listed += countBase64List(value, MAX_LIST_VALUES + 1);
      if (this.#listed > MAX_LIST_VALUES || !isBase64List(value)) return false;
    }
    this.#add(name, value);
    return true;
  }

  #add(key: string, value: MetadataValue): void {
    this.#names.push(key);
    this.#values.push(value);
  }

  #isUndecoded(i: number, value: MetadataValue): value is string {
    return typeof value === 'string' && this.#names[i]!.endsWith('-bin');
  }
}
