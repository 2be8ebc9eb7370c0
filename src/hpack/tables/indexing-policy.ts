import { fieldSize, type HeaderField } from '#hpack/header-field';

/**
 * What the encoder puts into the table. The table is small: a value that never comes again only
 * pushes out those that do, and a secret in it can be guessed from the sizes of later blocks.
 */

/** Never indexed, by us or anyone on the way (RFC 7541 §7.1.3). */
export const SECRETS: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
]);

/** Values that are different nearly every time. */
const FLEETING: ReadonlySet<string> = new Set([
  'age',
  'content-length',
  'content-range',
  'etag',
  'grpc-message',
  'grpc-retry-pushback-ms',
  'grpc-status-details-bin',
  'grpc-timeout',
  'if-modified-since',
  'if-none-match',
  'last-modified',
  'location',
  'traceparent',
  'x-request-id',
]);

export type Indexing = 'index' | 'literal' | 'never';

/** @param tableSize a field that fills half of the table or more is not worth it. */
export function chooseIndexing(field: HeaderField, tableSize: number): Indexing {
  // #region choose
  const { name, value, neverIndexed } = field;
  if (neverIndexed === true || SECRETS.has(name)) return 'never';
  const isLarge = fieldSize(name, value) > tableSize / 2;
  return isLarge || FLEETING.has(name) ? 'literal' : 'index';
  // #endregion choose
}
