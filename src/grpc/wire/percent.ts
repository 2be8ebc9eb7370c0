import { encodeUtf8 } from '#bytes/utf8';
import { latin1FromBytes } from '#hpack/strings/latin1';

/**
 * `grpc-message` carries any text through header fields that know only printable ASCII: the text
 * is written as UTF-8, and every byte outside 0x20–0x7E, and `%` itself, becomes `%XX`
 * (PROTOCOL-HTTP2.md, "Status-Message" and "Percent-Encoded"). So does a space at either end, where
 * HTTP/2 allows none (RFC 9113 §8.2.1):
 *
 *     no café 100%    →    no caf%C3%A9 100%25
 *     no user         →    no user%20              (the text ends with a space)
 *
 * `encodeURIComponent` is not it: that one escapes spaces and much more, and fails on half a
 * surrogate pair.
 */
export function percentEncode(text: string): string {
  if (PLAIN.test(text) && !text.startsWith(' ') && !text.endsWith(' ')) return text; // Most texts.
  const bytes = encodeUtf8(text);
  const escaped = new Uint8Array(3 * bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    const atEnd = i === 0 || i === bytes.length - 1;
    if (byte >= (atEnd ? 0x21 : 0x20) && byte <= 0x7e && byte !== PERCENT) {
      escaped[length++] = byte;
    } else {
      escaped[length++] = PERCENT;
      escaped[length++] = DIGITS.charCodeAt(byte >> 4);
      escaped[length++] = DIGITS.charCodeAt(byte & 15);
    }
  }
  return latin1FromBytes(escaped, 0, length);
}

/**
 * The way back. It must never fail: a status that cannot be read helps nobody, so a wrong escape
 * stays as it stands and wrong UTF-8 becomes "�" (PROTOCOL-HTTP2.md: implementations MUST NOT
 * error or throw away the message).
 *
 * @param text the value of a header field: each of its characters is one octet (0–255), because
 *   HTTP/2 knows octets and no character set. Some peers send UTF-8 without escapes.
 */
export function percentDecode(text: string): string {
  if (!/[%\x80-\xff]/.test(text)) return text; // Most texts.
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    let byte = text.charCodeAt(i);
    if (byte === PERCENT && i + 2 < text.length) {
      const high = digit(text.charCodeAt(i + 1));
      const low = digit(text.charCodeAt(i + 2));
      if ((high | low) < 16) {
        byte = (high << 4) | low;
        i += 2;
      }
    }
    bytes[length++] = byte;
  }
  return lenientUtf8.decode(bytes.subarray(0, length));
}

/** The value of a hex digit by its character's code; 16: it is none. */
function digit(code: number): number {
  return code < VALUES.length ? VALUES[code]! : 16;
}

const PERCENT = 0x25;
/** Needs no escape, unless a space is at one of its ends. */
const PLAIN = /^[\x20-\x24\x26-\x7e]*$/;
const DIGITS = '0123456789ABCDEF';
const VALUES = new Uint8Array(128).fill(16);
for (let value = 0; value < 16; value++) {
  VALUES[DIGITS.charCodeAt(value)] = value;
  VALUES[DIGITS.toLowerCase().charCodeAt(value)] = value;
}
/** Does not throw for wrong UTF-8, and keeps a byte order mark as the character that it is. */
const lenientUtf8 = new TextDecoder('utf-8', { ignoreBOM: true });
