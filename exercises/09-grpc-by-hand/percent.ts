import { notYet } from '#course/exercise/not-yet';
import { encodeUtf8 } from '#bytes/utf8';

/**
 * `grpc-message` carries any text through header fields that know only printable ASCII: the text
 * is written as UTF-8, and every byte outside 0x20–0x7E, and `%` itself, becomes `%XX`
 * (PROTOCOL-HTTP2.md, "Status-Message" and "Percent-Encoded"):
 *
 *     no café 100%    →    no caf%C3%A9 100%25
 *
 * `encodeURIComponent` is not it: that one escapes spaces and much more, and fails on half a
 * surrogate pair.
 */
export function percentEncode(text: string): string {
  // ── Task 2 ──
  // encodeUtf8(text) gives the bytes. Digits above 9 are capitals here: %C3.
  throw notYet(2);
}

/**
 * The way back. It must never fail: a status that cannot be read helps nobody, so a wrong escape
 * stays as it stands and wrong UTF-8 becomes "�" (PROTOCOL-HTTP2.md: implementations MUST NOT
 * error or throw away the message).
 */
export function percentDecode(text: string): string {
  // ── Task 2 ──
  // Back to bytes first, then lenientUtf8.decode(bytes): a character may be several escapes.
  // A `%` without two hex digits behind it is an ordinary character.
  throw notYet(2);
}

const HEX_PAIR = /^[0-9a-fA-F]{2}$/;
/** Does not throw for what is no UTF-8, and keeps a byte order mark for the character that it is. */
const lenientUtf8 = new TextDecoder('utf-8', { ignoreBOM: true });
