import type { Field, TraceEvent, TraceMessage } from './trace.ts';

/** What stands in place of a value that is hidden. */
export const HIDDEN = '(hidden)';

/**
 * The same event without the values of these headers: neither as text nor as bytes, which are zeros
 * in their place. What is left is that there was one, and how long it was on the wire.
 *
 * @param names in lower case: `authorization`, `cookie`
 */
export function hideValues<T extends TraceEvent>(event: T, names: readonly string[]): T {
  if (event.kind !== 'message') return event;
  const hider = new Hider(names, event);
  const fields = event.fields.map((field) => hider.field(field));
  return { ...event, fields, bytes: hider.bytes };
}

class Hider {
  readonly #names: readonly string[];
  bytes: string;

  constructor(names: readonly string[], { bytes }: TraceMessage) {
    this.#names = names;
    this.bytes = bytes;
  }

  field(field: Field): Field {
    if (this.#names.includes(field.name)) return this.#hide(field);
    const { children } = field;
    return children === undefined
      ? field
      : { ...field, children: children.map((child) => this.field(child)) };
  }

  /** A header: a literal has its value in a field of its own, an index has no bytes of it. */
  #hide({ children, ...field }: Field): Field {
    const hidden = { ...field, value: HIDDEN };
    if (children === undefined) return hidden;
    const parts = children.map((child) => {
      if (child.name !== 'value') return child;
      this.#blank(child);
      const { children: _letters, ...rest } = child;
      return { ...rest, value: HIDDEN, meaning: 'not shown: zeros stand in its place' };
    });
    return { ...hidden, children: parts };
  }

  #blank({ offset, length }: Field): void {
    const [from, to] = [2 * offset, 2 * (offset + length)];
    this.bytes = this.bytes.slice(0, from) + '0'.repeat(to - from) + this.bytes.slice(to);
  }
}
