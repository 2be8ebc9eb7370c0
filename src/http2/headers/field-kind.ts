import { FieldFacts } from '#hpack/field-facts';
import type { HeaderField } from '#hpack/header-field';

/** What can be said of one header field by itself (RFC 9113 §8.2). */
export const FieldKind = {
  REGULAR: 1,
  HOST: 2,
  CONTENT_LENGTH: 3,
  WRONG: 4,
  // From here on pseudo-headers, which come before all others (§8.3).
  METHOD: 5,
  SCHEME: 6,
  PATH: 7,
  AUTHORITY: 8,
  STATUS: 9,
} as const;

/** `te` is regular or wrong: its value decides. */
const TE = 10;

const KINDS: ReadonlyMap<string, number> = new Map<string, number>([
  [':method', FieldKind.METHOD],
  [':scheme', FieldKind.SCHEME],
  [':path', FieldKind.PATH],
  [':authority', FieldKind.AUTHORITY],
  [':status', FieldKind.STATUS],
  ['content-length', FieldKind.CONTENT_LENGTH],
  ['host', FieldKind.HOST],
  ['te', TE],
  // They speak of one HTTP/1.1 connection and mean nothing here (§8.2.2).
  ['connection', FieldKind.WRONG],
  ['proxy-connection', FieldKind.WRONG],
  ['keep-alive', FieldKind.WRONG],
  ['transfer-encoding', FieldKind.WRONG],
  ['upgrade', FieldKind.WRONG],
]);

/**
 * The kinds of the fields in header lists of one sort. A field that stands in the compression table
 * is the same object in every list, and most lists are like the one before, field by field: so the
 * last list is remembered, and a field that is found at its old place need not be looked at again. One
 * that has changed its place is, but no long one twice.
 */
export class FieldKinds {
  #fields: readonly HeaderField[] = [];
  #kinds: number[] = [];
  readonly #facts = new FieldFacts(kindOf);

  /** @returns the kind of each field, until the next call. */
  of(fields: readonly HeaderField[]): readonly number[] {
    const before = this.#fields;
    const kinds = this.#kinds;
    for (let i = 0; i < fields.length; i++) {
      if (fields[i] !== before[i]) kinds[i] = this.#facts.of(fields[i]!);
    }
    kinds.length = fields.length;
    this.#fields = fields;
    return kinds;
  }
}

function kindOf({ name, value }: HeaderField): number {
  if (!isValue(value)) return FieldKind.WRONG;
  const kind = KINDS.get(name) ?? (isName(name) ? FieldKind.REGULAR : FieldKind.WRONG);
  if (kind === TE) {
    return value.toLowerCase() === 'trailers' ? FieldKind.REGULAR : FieldKind.WRONG;
  }
  if (kind === FieldKind.CONTENT_LENGTH && !/^[0-9]{1,15}$/.test(value)) return FieldKind.WRONG;
  return kind;
}

/** Visible ASCII without upper case and without the colon (§8.2.1). */
function isName(name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    const octet = name.charCodeAt(i);
    if (octet <= 0x20 || octet >= 0x7f) return false;
    if ((octet >= 0x41 && octet <= 0x5a) || octet === 0x3a) return false;
  }
  return name.length > 0;
}

/** No NUL, CR or LF anywhere, no white space at either end (§8.2.1). */
function isValue(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const octet = value.charCodeAt(i);
    if (octet <= 0x0d && (octet === 0 || octet === 0x0a || octet === 0x0d)) return false;
  }
  return !isSpace(value.charCodeAt(0)) && !isSpace(value.charCodeAt(value.length - 1));
}

function isSpace(octet: number): boolean {
  return octet === 0x20 || octet === 0x09;
}
