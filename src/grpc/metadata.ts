import type { HeaderField } from '#hpack/header-field';
import { decodeBase64, encodeBase64 } from './base64.ts';

export type MetadataValue = string | Uint8Array;

/**
 * What travels beside the messages: names with values, in order, several per name allowed.
 * A name that ends in `-bin` has bytes for values, every other printable ASCII
 * (PROTOCOL-HTTP2.md, "Custom-Metadata").
 *
 * Kept as two flat arrays: calls carry few entries, and a search through five names is cheaper
 * than building a map for each call.
 */
export class Metadata {
  readonly #names: string[] = [];
  readonly #values: MetadataValue[] = [];

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
    return this.#names.length;
  }

  /**
   * Adds a value, keeping those that are there.
   * @throws RangeError where name or value cannot travel: characters that headers do not have,
   *   names that gRPC or HTTP keep to themselves, text under a `-bin` name or bytes under another.
   */
  append(name: string, value: MetadataValue): this {
    const key = checkedName(name);
    this.#names.push(key);
    this.#values.push(checkedValue(key, value));
    return this;
  }

  /** Puts one value in place of whatever the name had. */
  set(name: string, value: MetadataValue): this {
    const key = checkedName(name);
    const checked = checkedValue(key, value);
    this.delete(key);
    this.#names.push(key);
    this.#values.push(checked);
    return this;
  }

  /** The first value. Bytes for a name that ends in `-bin`, text for any other. */
  get(name: `${string}-bin`): Uint8Array | undefined;
  get(name: string): string | undefined;
  get(name: string): MetadataValue | undefined {
    return this.#values[this.#names.indexOf(name.toLowerCase())];
  }

  getAll(name: `${string}-bin`): Uint8Array[];
  getAll(name: string): string[];
  getAll(name: string): MetadataValue[] {
    const key = name.toLowerCase();
    return this.#values.filter((_, i) => this.#names[i] === key);
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
    for (let i = 0; i < this.#names.length; i++) yield [this.#names[i]!, this.#values[i]!];
  }

  /** Appends everything that `other` has. */
  merge(other: Metadata): this {
    for (const [name, value] of other) {
      this.#names.push(name);
      this.#values.push(value);
    }
    return this;
  }

  clone(): Metadata {
    return new Metadata().merge(this);
  }

  /** As header fields, `-bin` values in base64 without padding. */
  toHeaders(): HeaderField[] {
    const fields: HeaderField[] = [];
    for (let i = 0; i < this.#names.length; i++) {
      const value = this.#values[i]!;
      fields.push({
        name: this.#names[i]!,
        value: typeof value === 'string' ? value : encodeBase64(value),
      });
    }
    return fields;
  }

  /**
   * Takes a field off the wire. A `-bin` field may hold several values joined by commas, as
   * proxies do it (RFC 9110 §5.2); base64 has no comma, so each is decoded by itself.
   * @returns false where it is no base64: the peer's fault.
   */
  receive(name: string, value: string): boolean {
    if (!name.endsWith('-bin')) {
      this.#names.push(name);
      this.#values.push(value);
      return true;
    }
    for (const part of value.split(',')) {
      const bytes = decodeBase64(part.trim());
      if (bytes === undefined) return false;
      this.#names.push(name);
      this.#values.push(bytes);
    }
    return true;
  }
}

/** Names that belong to HTTP/2 or to the protocol, and would change what a call means. */
const RESERVED = new Set([
  'content-type',
  'te',
  'user-agent',
  'connection',
  'host',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
]);

/** True where a field of a message head is the application's and not the protocol's own. */
export function isCustom(name: string): boolean {
  const first = name.charCodeAt(0);
  if (first === 0x3a) return false; // ':' begins a pseudo-header (RFC 9113 §8.3)
  if (first === 0x67 && name.startsWith('grpc-')) return PASSED_ON.has(name);
  return !RESERVED.has(name);
}

/** `grpc-` names that the application may look at all the same. */
const PASSED_ON = new Set([
  'grpc-previous-rpc-attempts',
  'grpc-status-details-bin',
  'grpc-retry-pushback-ms',
  'grpc-trace-bin',
  'grpc-tags-bin',
]);

const NAME = /^[0-9a-z_.-]+$/;
const PRINTABLE = /^[ -~]*$/;

function checkedName(name: string): string {
  const key = name.toLowerCase();
  if (!NAME.test(key)) throw new RangeError(`'${name}' is no name for metadata: [0-9a-z_.-] only`);
  if (!isCustom(key)) throw new RangeError(`'${key}' belongs to the protocol`);
  return key;
}

function checkedValue(key: string, value: MetadataValue): MetadataValue {
  if (key.endsWith('-bin')) {
    if (value instanceof Uint8Array) return value;
    throw new RangeError(`'${key}' ends in -bin, so its values are bytes`);
  }
  if (typeof value !== 'string') {
    throw new RangeError(`the values of '${key}' are text: name it '${key}-bin' to send bytes`);
  }
  if (!PRINTABLE.test(value)) {
    throw new RangeError(`the value of '${key}' has characters beyond printable ASCII`);
  }
  // HTTP/2 forbids white space at either end (RFC 9113 §8.2.1); gRPC says: strip it.
  return value.trim();
}
