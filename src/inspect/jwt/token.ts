import { encodeUtf8 } from '#bytes/utf8';
import { decodeBase64 } from '#grpc/wire/base64';
import { clip } from '#inspect/clip';
import type { Dissected } from '#inspect/dissector';
import type { Meanings } from '#inspect/meanings';
import { jsonFields } from '#inspect/rpc/json-fields';
import type { Field } from '#inspect/trace';
import { CLAIM_MEANINGS, HEADER_MEANINGS } from './meanings.ts';

const PARTS = [
  { name: 'header', meaning: 'how it is signed, in base64url', source: 'RFC 7515 §7.1' },
  { name: 'claims', meaning: 'what it says, in base64url', source: 'RFC 7515 §7.1' },
  {
    name: 'signature',
    meaning: 'over the header, the dot and the claims, as they stand here',
    source: 'RFC 7515 §5.1',
  },
] as const;

/** Four letters of base64url are three bytes. */
const GROUP = 4;

/**
 * A token taken apart (RFC 7515 §7.1): as it travels, and then the bytes of each of its parts.
 * Whoever draws one shows it to everybody: never one that is still good.
 */
export function dissectToken(text: string): Dissected[] {
  const parts = text.split('.');
  const travelling = { title: 'a token, as it travels', bytes: encodeUtf8(text) };
  if (parts.length !== PARTS.length) {
    const name = `${parts.length} ${parts.length === 1 ? 'part' : 'parts'}`;
    const meaning = 'a signed token has three, with dots between them';
    const fields = [{ offset: 0, length: travelling.bytes.length, name, meaning }];
    return [{ ...travelling, fields }];
  }
  const [header, claims, signature] = parts.map(decode);
  return [
    { ...travelling, fields: partFields(parts) },
    part('its header', header, (bytes) => inJson(bytes, HEADER_MEANINGS)),
    part('its claims', claims, (bytes) => inJson(bytes, CLAIM_MEANINGS)),
    part('its signature', signature, inSignature),
  ].filter(({ bytes }) => bytes.length > 0);
}

const decode = (text: string) =>
  decodeBase64(text.replaceAll('-', '+').replaceAll('_', '/')) ?? new Uint8Array();

const part = (
  title: string,
  bytes: Uint8Array = new Uint8Array(),
  fields: (bytes: Uint8Array) => Field[],
): Dissected => ({ title, bytes, fields: fields(bytes) });

function partFields(parts: readonly string[]): Field[] {
  const fields: Field[] = [];
  let offset = 0;
  for (const [i, text] of parts.entries()) {
    const { length } = encodeUtf8(text);
    const about = PARTS[i]!;
    const bytes = decode(text);
    const value = i < 2 ? clip(asText(bytes)) : `${bytes.length} bytes`;
    const children = i < 2 ? groups(text, offset) : undefined;
    fields.push({ ...about, offset, length, value, ...(children && { children, folded: true }) });
    offset += length;
    if (i === parts.length - 1) break;
    fields.push({ offset, length: 1, name: 'dot', value: '.', meaning: 'no letter of base64url' });
    offset += 1;
  }
  return fields;
}

/** On one line: a line break as `\\n`. */
const asText = (bytes: Uint8Array) =>
  JSON.stringify(new TextDecoder().decode(bytes)).slice(1, -1).replaceAll('\\"', '"');

/** Each group of letters, and the three characters that they are. */
function groups(text: string, start: number): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < text.length; at += GROUP) {
    const letters = text.slice(at, at + GROUP);
    fields.push({
      offset: start + at,
      length: encodeUtf8(letters).length,
      name: letters,
      value: asText(decode(letters)),
      meaning: 'four letters of six bits each: three bytes',
    });
  }
  return fields;
}

function inJson(bytes: Uint8Array, meanings: Meanings): Field[] {
  const whole = { offset: 0, length: bytes.length, name: 'not JSON', meaning: 'it is malformed' };
  return jsonFields(bytes, meanings) ?? [whole];
}

/** Two numbers of 32 bytes, if it is one of ES256 (RFC 7518 §3.4). */
function inSignature(bytes: Uint8Array): Field[] {
  const { length } = bytes;
  if (length !== 64)
    return [{ offset: 0, length, name: 'signature', meaning: 'of this algorithm' }];
  const half = { length: 32, source: 'RFC 7518 §3.4' };
  return [
    { ...half, offset: 0, name: 'R', meaning: 'a number of 256 bits: a point that was chosen' },
    { ...half, offset: 32, name: 'S', meaning: 'a number of 256 bits: made with the private key' },
  ];
}
