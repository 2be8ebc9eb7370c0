/** The five ways in which a header block says something, told apart by the first bits (RFC 7541 §6). */
export interface Form {
  /** How many low bits of the first byte belong to the number. */
  readonly prefixBits: number;
  readonly meaning: string;
  /** For the byte by itself. */
  readonly head: string;
  readonly source: string;
}

export const FORMS = {
  indexed: {
    prefixBits: 7,
    meaning: 'the whole header stands in a table',
    head: '1: the whole header stands in a table',
    source: 'RFC 7541 §6.1',
  },
  added: {
    prefixBits: 6,
    meaning: 'spelt out, and added to the table',
    head: '01: a literal, added to the table of both sides; then the index of its name',
    source: 'RFC 7541 §6.2.1',
  },
  size: {
    prefixBits: 5,
    meaning: 'so large may the table be from here on',
    head: '001: the size of the table',
    source: 'RFC 7541 §6.3',
  },
  never: {
    prefixBits: 4,
    meaning: 'a secret: spelt out, and no one on the way may ever put it into a table',
    head: '0001: a literal that is never to be indexed; then the index of its name',
    source: 'RFC 7541 §6.2.3',
  },
  literal: {
    prefixBits: 4,
    meaning: 'spelt out, and not added to the table',
    head: '0000: a literal that is not added; then the index of its name',
    source: 'RFC 7541 §6.2.2',
  },
} as const satisfies Record<string, Form>;

/** The form that a first byte announces. */
export function formOf(byte: number): Form {
  if (byte >= 0x80) return FORMS.indexed;
  if (byte >= 0x40) return FORMS.added;
  if (byte >= 0x20) return FORMS.size;
  return byte >= 0x10 ? FORMS.never : FORMS.literal;
}
