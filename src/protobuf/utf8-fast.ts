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

/** @throws TypeError where the bytes are not valid UTF-8. */
export function readUtf8(bytes: Uint8Array, start: number, end: number): string {
  if (end - start <= SHORT_STRING) {
    const text = readAscii(bytes, start, end);
    if (text !== undefined) return text;
  }
  return decoder.decode(bytes.subarray(start, end));
}

/** The text, if it is ASCII; eight characters at a time, which is eight times fewer strings. */
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
  if (i + 4 <= end) {
    const a = bytes[i]!;
    const b = bytes[i + 1]!;
    const c = bytes[i + 2]!;
    const d = bytes[i + 3]!;
    if ((a | b | c | d) > 0x7f) return undefined;
    text += String.fromCharCode(a, b, c, d);
    i += 4;
  }
  for (; i < end; i++) {
    const a = bytes[i]!;
    if (a > 0x7f) return undefined;
    text += String.fromCharCode(a);
  }
  return text;
}
