import { DecodedField } from '#hpack/header-field';

/**
 * The static table (RFC 7541 Appendix A): 61 fields that both sides know from the start. Index 1
 * is the first; where the value is empty only the name is of use.
 */
const ENTRIES: readonly [name: string, value: string][] = [
  [':authority', ''],
  [':method', 'GET'],
  [':method', 'POST'],
  [':path', '/'],
  [':path', '/index.html'],
  [':scheme', 'http'],
  [':scheme', 'https'],
  [':status', '200'],
  [':status', '204'],
  [':status', '206'],
  [':status', '304'],
  [':status', '400'],
  [':status', '404'],
  [':status', '500'],
  ['accept-charset', ''],
  ['accept-encoding', 'gzip, deflate'],
  ['accept-language', ''],
  ['accept-ranges', ''],
  ['accept', ''],
  ['access-control-allow-origin', ''],
  ['age', ''],
  ['allow', ''],
  ['authorization', ''],
  ['cache-control', ''],
  ['content-disposition', ''],
  ['content-encoding', ''],
  ['content-language', ''],
  ['content-length', ''],
  ['content-location', ''],
  ['content-range', ''],
  ['content-type', ''],
  ['cookie', ''],
  ['date', ''],
  ['etag', ''],
  ['expect', ''],
  ['expires', ''],
  ['from', ''],
  ['host', ''],
  ['if-match', ''],
  ['if-modified-since', ''],
  ['if-none-match', ''],
  ['if-range', ''],
  ['if-unmodified-since', ''],
  ['last-modified', ''],
  ['link', ''],
  ['location', ''],
  ['max-forwards', ''],
  ['proxy-authenticate', ''],
  ['proxy-authorization', ''],
  ['range', ''],
  ['referer', ''],
  ['refresh', ''],
  ['retry-after', ''],
  ['server', ''],
  ['set-cookie', ''],
  ['strict-transport-security', ''],
  ['transfer-encoding', ''],
  ['user-agent', ''],
  ['vary', ''],
  ['via', ''],
  ['www-authenticate', ''],
];

export const STATIC_TABLE_LENGTH = ENTRIES.length;

/** The fields by index: `STATIC_TABLE[1]` is `:authority`; there is none at 0. */
export const STATIC_TABLE: readonly DecodedField[] = [
  new DecodedField('', ''),
  ...ENTRIES.map(([name, value]) => new DecodedField(name, value)),
];

interface StaticName {
  /** The lowest index with this name. */
  readonly index: number;
  readonly values: ReadonlyMap<string, number>;
}

/** For an encoder: where a name stands, and where it stands with a certain value. */
export const STATIC_NAMES: ReadonlyMap<string, StaticName> = byName();

function byName(): Map<string, StaticName> {
  const names = new Map<string, { index: number; values: Map<string, number> }>();
  for (const [i, [name, value]] of ENTRIES.entries()) {
    const known = names.get(name) ?? { index: i + 1, values: new Map<string, number>() };
    known.values.set(value, i + 1);
    names.set(name, known);
  }
  return names;
}
