import { findMeaning, type Meaning, type Meanings } from '#inspect/meanings';
import type { Field } from '#inspect/trace';
import type { TableEntry } from './table.ts';

export interface HpackView {
  /** What the headers are for, by name: said in addition to how they are written. */
  meanings?: Meanings;
  /** Shows each header as one row; how a literal is put together is folded. */
  compact?: boolean;
}

/** A header as it was sent. */
export interface HeaderLine extends TableEntry {
  readonly neverIndexed?: boolean;
}

/** One item of a block, read: a header, or what stands there instead. */
export interface ReadItem {
  readonly field: Field;
  readonly header?: HeaderLine;
  /** How often the header is repeated, if a long run is shown as one. */
  readonly times?: number;
}

/** What the header is for, if that is known, before how it is written. */
export function explain(
  name: string,
  how: string,
  source: string,
  meanings: Meanings | undefined,
): Meaning {
  const known = findMeaning(meanings, name);
  if (known === undefined) return { meaning: how, source };
  return { meaning: `${known.meaning} · ${how}`, source: known.source ?? source };
}

/** How many entries had to go, for the end of a sentence. */
export function gone(count: number): string {
  if (count === 0) return '';
  return `; ${count === 1 ? 'the oldest entry goes' : `the ${count} oldest entries go`}`;
}

/** All that is left from `at` on. */
export function unreadable(bytes: Uint8Array, at: number, problem: string): ReadItem {
  const field = { offset: at, length: bytes.length - at, name: 'unreadable', meaning: problem };
  return { field };
}
