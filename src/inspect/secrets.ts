import { toHex } from '#bytes/hex';
import { SECRETS } from '#hpack/tables/indexing-policy';
import type { Dissected, Dissectors } from './dissector.ts';
import type { Field } from './trace.ts';

/** What a trace says of a secret. */
const HIDDEN = {
  meaning: 'a secret: it is not recorded, zeros stand in its place',
  source: 'RFC 7541 §7.1.3',
};

/**
 * Finds what nobody may read in a recording: the values of `authorization` and of cookies. Each has
 * a number, so that one sees whether it is the same again: `(secret 1)`. One for each connection.
 *
 * How long a secret is stays visible, as it does on the wire. A block that never became whole cannot
 * be read, and nothing in it is found.
 */
export class Secrets {
  readonly #numbers = new Map<string, number>();

  /** The fields of a whole header block, those with a secret marked and without its text. */
  mark(fields: readonly Field[], block: Uint8Array): Field[] {
    return fields.map((field) => (SECRETS.has(field.name) ? this.#mark(field, block) : field));
  }

  #mark(field: Field, block: Uint8Array): Field {
    const spelt = field.children?.find(({ name }) => name === 'value');
    if (spelt === undefined) return { ...field, value: '(secret)', ...HIDDEN };
    const key = toHex(block.subarray(spelt.offset, spelt.offset + spelt.length), '');
    if (!this.#numbers.has(key)) this.#numbers.set(key, this.#numbers.size + 1);
    const value = `(secret ${this.#numbers.get(key)})`;
    const hidden: Field = { ...spelt, value, ...HIDDEN, hidden: true };
    const children = field.children!.map((child) => (child === spelt ? hidden : child));
    return { ...field, value, ...HIDDEN, children };
  }
}

/** The same dissectors, with zeros in place of the bytes of every field that is hidden. */
export function withoutHidden(dissectors: Dissectors): Dissectors {
  const wrap = (one: Dissectors['client']) => ({
    push: (chunk: Uint8Array) => one.push(chunk).map(blank),
    end: () => one.end().map(blank),
  });
  return { client: wrap(dissectors.client), server: wrap(dissectors.server) };
}

function blank(dissected: Dissected): Dissected {
  const hidden = dissected.fields.flatMap(hiddenIn);
  if (hidden.length === 0) return dissected;
  const bytes = new Uint8Array(dissected.bytes); // Those that go on over the wire stay as they are.
  for (const { offset, length } of hidden) bytes.fill(0, offset, offset + length);
  return { ...dissected, bytes };
}

const hiddenIn = (field: Field): Field[] =>
  field.hidden ? [field] : (field.children ?? []).flatMap(hiddenIn);
