/** What a value turned out to be: as text, and as the rows that stand behind its tag. */
import type { Field } from '#inspect/trace';

export interface ReadValue {
  readonly value?: string;
  /** They follow the tag without a gap. */
  readonly parts: Field[];
  /** A number or a text: it has no fields of its own. */
  readonly isSimple: boolean;
}

/** Bytes that make no sense, up to the end. */
export function unreadable(offset: number, end: number, why: string): Field {
  return {
    offset,
    length: end - offset,
    name: 'unreadable',
    meaning: `${why}; where the next field would begin, nobody knows`,
  };
}

/** A value that cannot be: all bytes up to the end belong to it. */
export function broken(offset: number, end: number, why: string): ReadValue {
  const parts = offset === end ? [] : [unreadable(offset, end, why)];
  return { value: 'unreadable', parts, isSimple: false };
}

/** A value of which the last bytes are missing. */
export function unfinished(offset: number, end: number, meaning = MISSING): ReadValue {
  const part: Field = { offset, length: end - offset, name: 'unfinished', meaning };
  return { value: 'unfinished', parts: offset === end ? [] : [part], isSimple: false };
}

const MISSING = 'the message ends before the value does';
