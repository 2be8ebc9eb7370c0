import { notYet } from '#course/exercise/not-yet';
import { encodeUtf8 } from '#bytes/utf8';
import { type JsonObject, parseJsonObject } from '#grpc/jwt/json-object';
import { TokenError } from '#grpc/jwt/token-error';
import { MAX_TOKEN_LENGTH } from '#grpc/limits';
import { decodeBase64, encodeBase64 } from '#grpc/wire/base64';

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
  // ── Task 1 ──
  // BASE64URL tests the letters. decodeBase64 wants + and / in place of - and _, and forgives more
  // than is allowed here.
  throw notYet(1);
}

/**
 * Takes a token apart. It checks the form, and nothing of what the token says.
 *
 * @throws TokenError `too-large` above MAX_TOKEN_LENGTH characters, before anything is done with
 *   them; `malformed` if it does not have three parts of base64url, the first two JSON objects
 */
export function parseToken(text: string): ParsedToken {
  // ── Task 1 ──
  // The length first. parseJsonObject(bytes) reads the first two parts. encodeUtf8(text) makes
  // bytes of the text that is signed.
  throw notYet(1);
}
