import type { DecodedField } from '#hpack/header-field';

/**
 * What can be said of one header field by itself (RFC 9113 §8.2). It is found out once a field and
 * kept in its `memo`: one that comes from the compression table is the same object in every list.
 */
export const FieldKind = {
  NOT_YET_KNOWN: 0,
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

const KINDS: ReadonlyMap<string, number> = new Map<string, number>([
  [':method', FieldKind.METHOD],
  [':scheme', FieldKind.SCHEME],
  [':path', FieldKind.PATH],
  [':authority', FieldKind.AUTHORITY],
  [':status', FieldKind.STATUS],
  ['content-length', FieldKind.CONTENT_LENGTH],
  ['host', FieldKind.HOST],
  // They speak of one HTTP/1.1 connection and mean nothing here (§8.2.2).
  ['connection', FieldKind.WRONG],
  ['proxy-connection', FieldKind.WRONG],
  ['keep-alive', FieldKind.WRONG],
  ['transfer-encoding', FieldKind.WRONG],
  ['upgrade', FieldKind.WRONG],
]);

/** Visible ASCII without upper case and without the colon (§8.2.1). */
const NAME = /^[!-9;-@[-~]+$/;
/** No NUL, CR or LF anywhere, no white space at either end (§8.2.1). */
const VALUE = /^(?![ \t])[^\0\r\n]*(?<![ \t])$/;

export function fieldKind(field: DecodedField): number {
  if (field.memo === FieldKind.NOT_YET_KNOWN) field.memo = findKind(field);
  return field.memo;
}

function findKind({ name, value }: DecodedField): number {
  const kind = KINDS.get(name) ?? (NAME.test(name) ? FieldKind.REGULAR : FieldKind.WRONG);
  if (!VALUE.test(value)) return FieldKind.WRONG;
  if (kind === FieldKind.CONTENT_LENGTH && !/^[0-9]{1,15}$/.test(value)) return FieldKind.WRONG;
  if (name === 'te' && value.toLowerCase() !== 'trailers') return FieldKind.WRONG;
  return kind;
}
