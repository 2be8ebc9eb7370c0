/**
 * Bytes as text and back: `00 00 00 05`. The form in which every trace, every failing test and
 * every page of the course writes bytes.
 */

/** Two lower-case digits a byte, separated by `separator` (one space unless told). */
export function toHex(bytes: Uint8Array, separator = ' '): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(separator);
}

/**
 * Reads hex digits; white space between bytes is ignored.
 * @throws RangeError if a character is not a hex digit or a byte is half there.
 */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  const digits = text.replace(/\s+/g, '');
  const wrong = digits.search(/[^0-9a-fA-F]/);
  if (wrong >= 0) {
    throw new RangeError(`'${digits[wrong]}' at digit ${wrong} is not a hex digit`);
  }
  if (digits.length % 2 !== 0) {
    throw new RangeError(`${digits.length} hex digits do not make whole bytes`);
  }
  const bytes = new Uint8Array(digits.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16);
  }
  return bytes;
}
