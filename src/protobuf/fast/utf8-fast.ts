/**
 * UTF-8 for short strings. The platform's encoder and decoder are fast by the byte and slow by the
 * call; most strings in messages are short and ASCII, and for these a loop is faster. Whatever is
 * not ASCII goes to the platform, which alone knows the rules.
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/*
 * V8 has half a dozen kinds of strings. In a program that uses them all, each `text.length` and
 * `text.charCodeAt` in a loop is a look-up, and the loop four times slower: so the one is asked for
 * once, and the other is taken from where it is.
 */
const { charCodeAt } = String.prototype;

/**
 * Writes `text` if it is ASCII. `false`: it is not, and what was written means nothing.
 * @param length That of the text.
 */
export function writeAscii(
  text: string,
  length: number,
  target: Uint8Array,
  start: number,
): boolean {
  for (let i = 0; i < length; i++) {
    const unit = charCodeAt.call(text, i);
    if (unit > 0x7f) return false;
    target[start + i] = unit;
  }
  return true;
}

/** Writes `text` and returns how many bytes it took. The room has to be there. */
export function writeUtf8(text: string, target: Uint8Array, start: number): number {
  return encoder.encodeInto(text, target.subarray(start)).written;
}

/** Up to so many bytes are read here: beyond, the platform's decoder has made good its call. */
const SHORT_STRING = 28;

/** `undefined` if the bytes are not valid UTF-8. */
export function readUtf8(bytes: Uint8Array, start: number, end: number): string | undefined {
  if (end - start <= SHORT_STRING) {
    const text = readAscii(bytes, start, end);
    if (text !== undefined) return text;
  }
  try {
    return decoder.decode(bytes.subarray(start, end));
  } catch {
    return undefined;
  }
}

/**
 * The text, if it is ASCII. Eight characters at a time and the rest at once: each call makes a
 * string, and strings that are joined keep their pieces.
 */
function readAscii(bytes: Uint8Array, start: number, end: number): string | undefined {
  let text = '';
  let i = start;
  for (; i + 8 <= end; i += 8) {
    const a = bytes[i]!;
    const b = bytes[i + 1]!;
    const c = bytes[i + 2]!;
    const d = bytes[i + 3]!;
    const e = bytes[i + 4]!;
    const f = bytes[i + 5]!;
    const g = bytes[i + 6]!;
    const h = bytes[i + 7]!;
    if ((a | b | c | d | e | f | g | h) > 0x7f) return undefined;
    text += String.fromCharCode(a, b, c, d, e, f, g, h);
  }
  if (i === end) return text;
  const rest = readShort(bytes, i, end - i);
  return rest === undefined ? undefined : text + rest;
}

/** One to seven characters. */
function readShort(bytes: Uint8Array, i: number, length: number): string | undefined {
  const a = bytes[i]!;
  if (length === 1) return a > 0x7f ? undefined : String.fromCharCode(a);
  const b = bytes[i + 1]!;
  let all = a | b;
  if (length === 2) return all > 0x7f ? undefined : String.fromCharCode(a, b);
  const c = bytes[i + 2]!;
  all |= c;
  if (length === 3) return all > 0x7f ? undefined : String.fromCharCode(a, b, c);
  const d = bytes[i + 3]!;
  all |= d;
  if (length === 4) return all > 0x7f ? undefined : String.fromCharCode(a, b, c, d);
  const e = bytes[i + 4]!;
  all |= e;
  if (length === 5) return all > 0x7f ? undefined : String.fromCharCode(a, b, c, d, e);
  const f = bytes[i + 5]!;
  all |= f;
  if (length === 6) return all > 0x7f ? undefined : String.fromCharCode(a, b, c, d, e, f);
  const g = bytes[i + 6]!;
  all |= g;
  return all > 0x7f ? undefined : String.fromCharCode(a, b, c, d, e, f, g);
}
