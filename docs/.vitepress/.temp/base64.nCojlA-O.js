import { d as decodeUtf8 } from "./utf8.SLM2nV_b.js";
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const LETTERS = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0));
const FOREIGN = 255;
const VALUES = new Uint8Array(128).fill(FOREIGN);
for (let i = 0; i < ALPHABET.length; i++) VALUES[ALPHABET.charCodeAt(i)] = i;
function encodeBase64(bytes) {
  const letters = new Uint8Array(Math.ceil(bytes.length * 4 / 3));
  let at = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const group = bytes[i] << 16 | (bytes[i + 1] ?? 0) << 8 | (bytes[i + 2] ?? 0);
    letters[at++] = LETTERS[group >> 18];
    letters[at++] = LETTERS[group >> 12 & 63];
    if (left > 1) letters[at++] = LETTERS[group >> 6 & 63];
    if (left > 2) letters[at++] = LETTERS[group & 63];
  }
  return decodeUtf8(letters);
}
function decodeBase64(text) {
  let end = text.length;
  if (end % 4 === 0) {
    if (text.charAt(end - 1) === "=") end--;
    if (text.charAt(end - 1) === "=") end--;
  }
  if (end % 4 === 1) return void 0;
  const bytes = new Uint8Array(Math.floor(end * 3 / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < end; i++) {
    const value = letterValue(text.charCodeAt(i));
    if (value === FOREIGN) return void 0;
    bits = bits << 6 | value;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = bits >> held & 255;
    }
  }
  return bytes;
}
function isBase64List(text) {
  return factsOf(text).isBase64;
}
let known = { text: "", count: 1, isBase64: true };
function factsOf(text) {
  if (text !== known.text) known = lookThrough(text);
  return known;
}
function lookThrough(text) {
  let count = 1;
  let isBase64 = true;
  let letters = 0;
  let padding = 0;
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
const COMMA = 44;
const EQUALS = 61;
const SPACE = 32;
const TAB = 9;
function isWhole(letters, padding) {
  if (padding === 0) return letters % 4 !== 1;
  return padding <= 2 && (letters + padding) % 4 === 0;
}
function letterValue(code) {
  return code < 128 ? VALUES[code] : FOREIGN;
}
function countBase64List(text, most = Number.POSITIVE_INFINITY) {
  return Math.min(most, factsOf(text).count);
}
function decodeBase64List(text, most = Number.POSITIVE_INFINITY) {
  const values = [];
  for (let start = 0; start <= text.length && values.length < most; ) {
    values.push(decodeBase64(pieceAt(text, start)));
    start = endOfPiece(text, start) + 1;
  }
  return values;
}
function endOfPiece(text, start) {
  const comma = text.indexOf(",", start);
  return comma < 0 ? text.length : comma;
}
function pieceAt(text, start) {
  return text.slice(start, endOfPiece(text, start)).trim();
}
export {
  decodeBase64 as a,
  countBase64List as c,
  decodeBase64List as d,
  encodeBase64 as e,
  isBase64List as i
};
