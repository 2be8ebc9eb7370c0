import { notYet } from '#course/exercise/not-yet';
import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';
import { decodeBase64, encodeBase64 } from '#grpc/wire/base64';

/**
 * A name and a password as one header value (RFC 7617):
 *
 *     authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==
 *                    │     └ base64 of Aladdin:open sesame, in UTF-8
 *                    └ the scheme, in any case (RFC 9110 §11.1)
 *
 * Base64 hides nothing. Whoever reads the value has the password.
 */

/** Who somebody says they are, and what they prove it with. */
export interface Proof {
  readonly user: string;
  readonly password: string;
}

/**
 * The value that a client sends.
 * @throws RangeError if the user has a colon, or if either has a control character (RFC 7617 §2).
 *   Its text does not say the password.
 */
export function basicValue({ user, password }: Proof): string {
  // ── Task 1 ──
  // encodeUtf8(text) gives bytes; text.normalize("NFC") one of the ways to write an é.
  // encodeBase64(bytes) leaves out the "=" at the end, as gRPC does for -bin: encodeBase64 of one
  // byte has 2 letters, and a receiver of Basic wants 4. hasControl("a\n") is true.
  throw notYet(1);
}

/**
 * What came under `authorization`, taken apart.
 * @param values all of them. Of two nobody knows which one is meant: a proxy may have looked at the
 *   other, so that two are as good as none.
 * @returns undefined if there is not exactly one, or if it is not a name and a password.
 */
export function parseBasic(values: readonly string[]): Proof | undefined {
  // ── Task 1 ──
  // decodeBase64("YTpi") gives bytes, and undefined for what is not base64. decodeUtf8(bytes) gives
  // the text, and throws for what is not UTF-8. hasControl("a\n") is true.
  throw notYet(1);
}

const DELETE = 0x7f;

/** CTL of RFC 5234: what ends a line of a log, or a C string. */
export function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code === DELETE) return true;
  }
  return false;
}
