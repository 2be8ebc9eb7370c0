import { decodeUtf8 } from '#bytes/utf8';
import { TokenError } from './token-error.ts';

/** What stands between braces in JSON. Who reads a member of it has to look at its type. */
export type JsonObject = { readonly [name: string]: unknown };

/** A string, with the colon behind it if it is a name; or a brace. All else decides nothing here. */
const TOKENS = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}]/g;

/**
 * Reads a JSON object from UTF-8. No name may stand in it twice: of two `"admin"`, one reader takes
 * the first and another one the last (RFC 7515 §4, RFC 7519 §4).
 *
 * ```ts
 * parseJsonObject(encodeUtf8('{"alg":"ES256"}')); // { alg: 'ES256' }
 * parseJsonObject(encodeUtf8('{"a":1,"a":2}'));   // throws TokenError: malformed
 * ```
 *
 * @throws TokenError `malformed` if it is something else: not UTF-8, not JSON, an array, a number
 */
export function parseJsonObject(bytes: Uint8Array): JsonObject {
  let value: unknown;
  try {
    const text = decodeUtf8(bytes);
    value = JSON.parse(text);
    if (hasNameTwice(text)) throw new TokenError('malformed');
  } catch {
    throw new TokenError('malformed');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TokenError('malformed');
  }
  return value as JsonObject;
}

/** Of a text that is JSON: whether an object in it, however deep, has two members of one name. */
function hasNameTwice(text: string): boolean {
  const open: Set<string>[] = [];
  for (const [token, string, colon] of text.matchAll(TOKENS)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (string !== undefined && colon !== undefined) {
      const names = open.at(-1)!;
      // "\u0061" is the same name as "a".
      const name: string = JSON.parse(string);
      if (names.has(name)) return true;
      names.add(name);
    }
  }
  return false;
}
