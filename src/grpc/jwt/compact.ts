import { encodeUtf8 } from '#bytes/utf8';
import { MAX_TOKEN_LENGTH } from '#grpc/limits';
import { decodeBase64, encodeBase64 } from '#grpc/wire/base64';
import { type JsonObject, parseJsonObject } from './json-object.ts';
import { TokenError } from './token-error.ts';

/**
 * A signed token as it travels (JWS Compact Serialization, RFC 7515 §7.1):
 *
 *     BASE64URL(header) . BASE64URL(claims) . BASE64URL(signature)
 *     └──────────── what is signed ───────┘
 */
export interface ParsedToken {
  /** As it came. */
  readonly text: string;
  readonly header: JsonObject;
  /** What it says. Nobody has checked yet that it is true. */
  readonly claims: JsonObject;
  /** The ASCII of the first two parts and the dot between them, as they came. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

/** The letters of base64url (RFC 4648 §5), and nothing else: no `=`, no white space. */
const BASE64URL = /^[\w-]*$/;

/**
 * Reads base64url as a token has it (RFC 7515 §2): `-` and `_` in place of `+` and `/`, no padding.
 *
 * ```ts
 * decodeBase64(text);  // of lesson 19, with + and /; takes `=`, and bits at the end that say nothing
 * encodeBase64(bytes); // with + and /, without `=`
 * ```
 *
 * @returns `undefined` if it is not that, or if a bit is left over at the end that is not zero: then
 *   two texts would be the same bytes (RFC 4648 §3.5), and a token that was refused is another one
 *   with its last letter changed.
 */
export function decodeBase64Url(text: string): Uint8Array | undefined {
  if (!BASE64URL.test(text)) return undefined;
  const letters = text.replaceAll('-', '+').replaceAll('_', '/');
  const bytes = decodeBase64(letters);
  return bytes !== undefined && encodeBase64(bytes) === letters ? bytes : undefined;
}

/**
 * Takes a token apart. It checks the form, and nothing of what the token says.
 *
 * @throws TokenError `too-large` above MAX_TOKEN_LENGTH characters, before anything is done with
 *   them; `malformed` if it does not have three parts of base64url, the first two JSON objects
 */
export function parseToken(text: string): ParsedToken {
  if (text.length > MAX_TOKEN_LENGTH) throw new TokenError('too-large');
  const parts = text.split('.').map(decodeBase64Url);
  if (parts.length !== 3 || parts.includes(undefined)) throw new TokenError('malformed');
  const [header, claims, signature] = parts as [Uint8Array, Uint8Array, Uint8Array];
  return {
    text,
    header: parseJsonObject(header),
    claims: parseJsonObject(claims),
    signed: encodeUtf8(text.slice(0, text.lastIndexOf('.'))),
    signature,
  };
}
