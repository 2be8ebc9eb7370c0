import { notYet } from '#course/exercise/not-yet';
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
    // ── Task 2 ──
    // checkedName, checkedValue, this.#add. Nothing is added if either is refused.
    throw notYet(2);
  }

  /** Puts one value in place of whatever the name had. @throws RangeError as `append` does. */
  set(name: string, value: MetadataValue): this {
    // ── Task 2 ──
    // As append; the values that the name had go, once both are checked.
    throw notYet(2);
  }

  /** The first value. Bytes for a name that ends in `-bin`, text for any other. */
  get(name: `${string}-bin`): Uint8Array | undefined;
  get(name: string): string | undefined;
  get(name: string): MetadataValue | undefined {
    // ── Task 2 ──
    // The first value. One that came off the wire under a -bin name may still be undecoded:
    // this.#isUndecoded(i, value) tells, and decodeBase64List(value, 1) decodes the first of its
    // list.
    throw notYet(2);
  }

  getAll(name: `${string}-bin`): Uint8Array[];
  getAll(name: string): string[];
  getAll(name: string): MetadataValue[] {
    // ── Task 2 ──
    // All of them, in their order. An undecoded one may be several: decodeBase64List(value).
    throw notYet(2);
  }

  has(name: string): boolean {
    // ── Task 2 ──
    throw notYet(2);
  }

  delete(name: string): void {
    // ── Task 2 ──
    // splice(i, 1) takes one out, and moves those behind it.
    throw notYet(2);
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
    // ── Task 3 ──
    // What other has comes behind what is here. other may be this one.
    throw notYet(3);
  }

  clone(): Metadata {
    // ── Task 3 ──
    throw notYet(3);
  }

  /** As header fields, `-bin` values in base64 without padding. */
  toHeaders(): HeaderField[] {
    // ── Task 3 ──
    // A field for each value, { name, value }, in order. encodeBase64(bytes) has no padding.
    throw notYet(3);
  }

  /**
   * Takes a field off the wire. A `-bin` field may hold several values joined by commas, as
   * proxies do it (RFC 9110 §5.2). They stay as they came until somebody asks: 16 KiB of commas
   * would otherwise become 16,000 arrays in each of a thousand calls, and nobody may want them.
   * @returns false, and nothing is kept, if it is not base64, or too many values: the peer's fault.
   */
  receive(name: string, value: string): boolean {
    // ── Task 4 ──
    // isBase64List(value) tells whether it is base64, or several joined by commas, without making
    // anything of it; countBase64List(value, most) how many, and no further than most. this.#listed
    // is how many have come so far. The value is kept as it came: this.#add.
    throw notYet(4);
  }

  #add(key: string, value: MetadataValue): void {
    this.#names.push(key);
    this.#values.push(value);
  }

  #isUndecoded(i: number, value: MetadataValue): value is string {
    return typeof value === 'string' && this.#names[i]!.endsWith('-bin');
  }
}
