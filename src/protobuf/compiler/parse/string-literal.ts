/**
 * The content of a string token. It is bytes and not text, because `\xff` is allowed and an option
 * may be of type `bytes`. Source: protobuf language specification (proto3), "String literals".
 */
import { concat } from '#bytes/concat';
import { encodeUtf8 } from '#bytes/utf8';

const ESCAPE = new RegExp(
  [
    String.raw`\\(?:(?<simple>[abfnrtv\\'"?])`,
    '(?<octal>[0-7]{1,3})',
    '[xX](?<hex>[0-9a-fA-F]{1,2})',
    // Two escapes of four digits can be the two halves of one character.
    String.raw`u(?<pair>[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})`,
    'u(?<short>[0-9a-fA-F]{4})',
    'U(?<long>[0-9a-fA-F]{8})',
    ')',
  ].join('|'),
  'g',
);

const SIMPLE: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': 34,
  "'": 39,
  '?': 63,
  '\\': 92,
};

/**
 * @param literal with its quotation marks
 * @throws RangeError for a backslash in front of something that has no meaning there.
 */
export function unescapeString(literal: string): Uint8Array {
  const text = literal.slice(1, -1);
  const parts: Uint8Array[] = [];
  let end = 0;
  for (const match of text.matchAll(ESCAPE)) {
    parts.push(encodeUtf8(text.slice(end, match.index)), meaningOf(match));
    end = match.index + match[0].length;
  }
  parts.push(encodeUtf8(text.slice(end)));
  return concat(parts);
}

function meaningOf(match: RegExpExecArray): Uint8Array {
  const { simple, octal, hex, pair, short, long } = match.groups!;
  if (simple !== undefined) return Uint8Array.of(SIMPLE[simple]!);
  if (octal !== undefined) return Uint8Array.of(Number.parseInt(octal, 8));
  if (hex !== undefined) return Uint8Array.of(Number.parseInt(hex, 16));
  if (pair !== undefined) {
    const units = pair.split('\\u').map((half) => Number.parseInt(half, 16));
    return encodeUtf8(String.fromCharCode(...units));
  }
  const code = Number.parseInt(short ?? long ?? '', 16);
  if (code <= 0x10_ffff) return encodeUtf8(String.fromCodePoint(code));
  const found = match.input.slice(match.index, match.index + 2);
  throw new RangeError(`${found} is not an escape in a string`);
}
