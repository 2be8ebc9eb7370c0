import { decodeUtf8 } from '#bytes/utf8';

/**
 * Base64 (RFC 4648 §4) for `-bin` metadata. gRPC sends it without the `=` at the end and accepts
 * it with or without (PROTOCOL-HTTP2.md, "Custom-Metadata").
 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const LETTERS = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0));

/** The value of each letter; `FOREIGN` for a character that is not in the alphabet. */
const FOREIGN = 0xff;
const VALUES = new Uint8Array(128).fill(FOREIGN);
for (let i = 0; i < ALPHABET.length; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

/** Three bytes become four letters; one or two left over become two or three, unpadded. */
export function encodeBase64(bytes: Uint8Array): string {
  const letters = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
  let at = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    letters[at++] = LETTERS[group >> 18]!;
    letters[at++] = LETTERS[(group >> 12) & 63]!;
    if (left > 1) letters[at++] = LETTERS[(group >> 6) & 63]!;
    if (left > 2) letters[at++] = LETTERS[group & 63]!;
  }
  return decodeUtf8(letters);
}

/** `undefined` if the text is not base64: a foreign letter, or one letter alone at the end. */
export function decodeBase64(text: string): Uint8Array | undefined {
  let end = text.length;
  if (end % 4 === 0) {
    if (text.charAt(end - 1) === '=') end--;
    if (text.charAt(end - 1) === '=') end--;
  }
  if (end % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((end * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < end; i++) {
    const value = letterValue(text.charCodeAt(i));
    if (value === FOREIGN) return undefined;
    bits = (bits << 6) | value;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = (bits >> held) & 0xff;
    }
  }
  return bytes;
}

/** What is known of a text that may be several values joined by commas. */
export interface ListFacts {
  readonly text: string;
  /** One more than it has commas. */
  readonly count: number;
  readonly isBase64: boolean;
}

/**
 * Whether a text is base64, or several joined by commas, with white space around them. In one pass,
 * and without taking it apart: it may be thousands of commas.
 */
export function isBase64List(text: string): boolean {
  return factsOf(text).isBase64;
}

/** The one that was looked at last: who asks whether a list is right asks how long it is, too. */
let known: ListFacts = { text: '', count: 1, isBase64: true };

/** Looks through a text, unless it is the one of the last time. */
export function factsOf(text: string): ListFacts {
  if (text !== known.text) known = lookThrough(text);
  return known;
}

/** Saves the next one who asks for this text the way through it. */
export function recall(facts: ListFacts): void {
  known = facts;
}

function lookThrough(text: string): ListFacts {
  let count = 1;
  let isBase64 = true;
  let letters = 0;
  let padding = 0;
  /** White space stood behind the value: only a comma may follow. */
  let isOver = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (letterValue(code) !== FOREIGN) {
      if (padding > 0 || isOver) isBase64 = false;
      letters++;
    } else if (code === COMMA) {
      if (!isWhole(letters, padding)) isBase64 = false;
      count++;
      letters = 0;
      padding = 0;
      isOver = false;
    } else if (code === EQUALS) {
      if (isOver) isBase64 = false;
      padding++;
    } else if (code === SPACE || code === TAB) {
      isOver = letters + padding > 0;
    } else {
      isBase64 = false;
    }
  }
  return { text, count, isBase64: isBase64 && isWhole(letters, padding) };
}

const COMMA = 0x2c;
const EQUALS = 0x3d;
const SPACE = 0x20;
const TAB = 0x09;

/** With the `=` at the end or without it, but not with some of them. */
function isWhole(letters: number, padding: number): boolean {
  if (padding === 0) return letters % 4 !== 1;
  return padding <= 2 && (letters + padding) % 4 === 0;
}

function letterValue(code: number): number {
  return code < 128 ? VALUES[code]! : FOREIGN;
}

/** How many values a list has: one more than it has commas. It is counted up to `most` of them. */
export function countBase64List(text: string, most = Number.POSITIVE_INFINITY): number {
  return Math.min(most, factsOf(text).count);
}

/** The values of a list for which `isBase64List` is true; at most `most` of them. */
export function decodeBase64List(text: string, most = Number.POSITIVE_INFINITY): Uint8Array[] {
  const values: Uint8Array[] = [];
  for (let start = 0; start <= text.length && values.length < most; ) {
    values.push(decodeBase64(pieceAt(text, start))!);
    start = endOfPiece(text, start) + 1;
  }
  return values;
}

function endOfPiece(text: string, start: number): number {
  const comma = text.indexOf(',', start);
  return comma < 0 ? text.length : comma;
}

/** One value of a list, without the white space that may stand around it. */
function pieceAt(text: string, start: number): string {
  return text.slice(start, endOfPiece(text, start)).trim();
}
