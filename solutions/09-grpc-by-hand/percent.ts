// Not derived from src/grpc/wire/percent.ts: step by step here, fast by a table of digits there.
import { encodeUtf8 } from '#bytes/utf8';

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
  // <task 2>
  //? encodeUtf8(text) gives the bytes. Digits above 9 are capitals here: %C3. A space at either end
  //? of the text is an escape too.
  const bytes = encodeUtf8(text);
  const characters: string[] = [];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    const atEnd = i === 0 || i === bytes.length - 1;
    const plain = byte >= (atEnd ? 0x21 : 0x20) && byte <= 0x7e && byte !== 0x25;
    characters.push(
      plain ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    );
  }
  return characters.join('');
  // </task>
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
  // <task 2>
  //? Back to bytes first, then lenientUtf8.decode(bytes): a letter may be several escapes. A `%`
  //? without two hex digits behind it is an ordinary character, and every ordinary character is one
  //? byte.
  if (!/[%\x80-\xff]/.test(text)) return text; // Most texts.
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const pair = text[i] === '%' ? HEX_PAIR.exec(text.slice(i + 1, i + 3)) : null;
    if (pair) {
      bytes.push(Number.parseInt(pair[0], 16));
      i += 2;
    } else {
      bytes.push(text.charCodeAt(i));
    }
  }
  return lenientUtf8.decode(Uint8Array.from(bytes));
  // </task>
}

const HEX_PAIR = /^[0-9a-fA-F]{2}$/;
/** Does not throw for wrong UTF-8, and keeps a byte order mark as the character that it is. */
const lenientUtf8 = new TextDecoder('utf-8', { ignoreBOM: true });
