import type { Field, Side } from './trace.ts';

/**
 * Reads along on one direction of a connection and says what the bytes mean, as a network analyser
 * does. It may keep state, and it never fails: bytes that make no sense become a field that says
 * so, since a trace is wanted most when something is wrong.
 */
export interface Dissector {
  /** The messages that are complete with this chunk. */
  push(chunk: Uint8Array): Dissected[];
  /** At the end of the stream: what is left over, explained as far as possible. */
  end(): Dissected[];
}

/** What some bytes mean, said by somebody who knows only these: a payload, a header block. */
export interface Explanation {
  /** One line; may be empty. */
  title: string;
  /** The call that they belong to, if they tell. */
  call?: string;
  /** They cover the bytes exactly once; offsets count from the first of them. */
  fields: Field[];
}

export interface Dissected extends Explanation {
  bytes: Uint8Array;
}

/** Both directions of one connection; they may share state, as HTTP/2's do. */
export type Dissectors = Record<Side, Dissector>;

/** The fields with `by` added to every offset: for a message that lies inside another. */
export function shift(fields: readonly Field[], by: number): Field[] {
  return fields.map((field) => ({
    ...field,
    offset: field.offset + by,
    ...(field.children && { children: shift(field.children, by) }),
  }));
}
