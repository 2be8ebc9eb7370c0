import { MAX_LIST_VALUES } from '#grpc/limits';
import { checkedName, checkedValue, type MetadataValue } from '#grpc/metadata-rules';
import { countBase64List, decodeBase64List, encodeBase64, isBase64List } from '#grpc/wire/base64';
import type { HeaderField } from '#hpack/header-field';

export type { MetadataValue } from '#grpc/metadata-rules';

/** A value, or the text of a `-bin` field that nobody has asked for yet. */
interface Entry {
  name: string;
  value?: MetadataValue;
  undecoded?: string;
}

/** Somebody else's way: one list of entries, and a method that opens them. */
export class Metadata {
  #entries: Entry[] = [];
  #left = MAX_LIST_VALUES;

  constructor(entries: Readonly<Record<string, MetadataValue | readonly MetadataValue[]>> = {}) {
    for (const [name, values] of Object.entries(entries)) {
      for (const value of [values].flat()) this.append(name, value as MetadataValue);
    }
  }

  get size(): number {
    return [...this].length;
  }

  append(name: string, value: MetadataValue): this {
    const key = checkedName(name);
    this.#entries.push({ name: key, value: checkedValue(key, value) });
    return this;
  }

  set(name: string, value: MetadataValue): this {
    const one = new Metadata().append(name, value);
    this.delete(name);
    return this.merge(one);
  }

  get(name: `${string}-bin`): Uint8Array | undefined;
  get(name: string): string | undefined;
  get(name: string): MetadataValue | undefined {
    return this.#valuesOf(name)[0];
  }

  getAll(name: `${string}-bin`): Uint8Array[];
  getAll(name: string): string[];
  getAll(name: string): MetadataValue[] {
    return this.#valuesOf(name);
  }

  has(name: string): boolean {
    return this.#entries.some((entry) => entry.name === name.toLowerCase());
  }

  delete(name: string): void {
    this.#entries = this.#entries.filter((entry) => entry.name !== name.toLowerCase());
  }

  *[Symbol.iterator](): IterableIterator<[name: string, value: MetadataValue]> {
    for (const { name, value, undecoded } of this.#entries) {
      if (undecoded === undefined) yield [name, value!];
      else for (const bytes of decodeBase64List(undecoded)) yield [name, bytes];
    }
  }

  merge(other: Metadata): this {
    this.#entries = [...this.#entries, ...other.#entries];
    return this;
  }

  clone(): Metadata {
    return new Metadata().merge(this);
  }

  toHeaders(): HeaderField[] {
    return this.#entries.map(({ name, value, undecoded }) => ({
      name,
      value: undecoded ?? (typeof value === 'string' ? value : encodeBase64(value!)),
    }));
  }

  receive(name: string, value: string): boolean {
    const isBytes = name.endsWith('-bin');
    if (isBytes && !isBase64List(value)) return false;
    if (isBytes) this.#left -= countBase64List(value);
    if (this.#left < 0) return false;
    this.#entries.push(isBytes ? { name, undecoded: value } : { name, value });
    return true;
  }

  #valuesOf(name: string): MetadataValue[] {
    return [...this].filter(([key]) => key === name.toLowerCase()).map(([, value]) => value);
  }
}
