import { encodeUtf8 } from '#bytes/utf8';
import { type JsonObject, parseJsonObject } from '#grpc/jwt/json-object';
import { TokenError } from '#grpc/jwt/token-error';
import { MAX_TOKEN_LENGTH } from '#grpc/limits';

export interface ParsedToken {
  readonly text: string;
  readonly header: JsonObject;
  readonly claims: JsonObject;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bit by bit. */
export function decodeBase64Url(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const letter of text) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return undefined;
    bits = bits * 64 + value;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push(Math.floor(bits / 2 ** count));
    bits %= 2 ** count;
  }
  return count < 6 && bits === 0 ? Uint8Array.from(bytes) : undefined;
}

/** From dot to dot. */
export function parseToken(text: string): ParsedToken {
  if (text.length > MAX_TOKEN_LENGTH) throw new TokenError('too-large');
  const first = text.indexOf('.');
  const last = text.lastIndexOf('.');
  // A dot in the middle is not a letter.
  const pieces = [text.slice(0, first), text.slice(first + 1, last), text.slice(last + 1)];
  const [header, claims, signature] = pieces.map(decodeBase64Url);
  if (first === last || !header || !claims || !signature) throw new TokenError('malformed');
  const signed = encodeUtf8(`${pieces[0]}.${pieces[1]}`);
  const parsed = [claims, header].map(parseJsonObject);
  return { text, signature, signed, claims: parsed[0]!, header: parsed[1]! };
}
