import type { Field } from './trace.ts';

/** What a field is for, and where that is written down. */
export type Meaning = Pick<Field, 'meaning' | 'source'>;

/** The meanings of fields whose names come from the wire: members of JSON objects, headers. */
export type Meanings = Readonly<Record<string, Meaning>>;

/** The meaning of `name`. A name from the wire can be `constructor`: only own entries count. */
export function findMeaning(meanings: Meanings | undefined, name: string): Meaning | undefined {
  return meanings && Object.hasOwn(meanings, name) ? meanings[name] : undefined;
}
