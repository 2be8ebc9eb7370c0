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
  if (user.includes(':')) throw new RangeError('a user’s name has no colon');
  if (hasControl(user)) throw new RangeError('a user’s name has no control characters');
  if (hasControl(password)) throw new RangeError('a password has no control characters');
  // A letter with an accent may be one character or two; the server has hashed one of them (§2.1).
  const letters = encodeBase64(encodeUtf8(`${user}:${password}`.normalize('NFC')));
  return `Basic ${letters}${'='.repeat(-letters.length & 3)}`;
}

/**
 * What came under `authorization`, taken apart.
 * @param values all of them. Of two nobody knows which one is meant: a proxy may have looked at the
 *   other, so that two are as good as none.
 * @returns undefined if there is not exactly one, or if it is not a name and a password.
 */
export function parseBasic(values: readonly string[]): Proof | undefined {
  if (values.length !== 1) return undefined;
  // The scheme, and one word: a list of two values has a comma, which base64 has not.
  const letters = /^basic +([^ ]+)$/i.exec(values[0]!)?.[1];
  const bytes = letters === undefined ? undefined : decodeBase64(letters);
  if (bytes === undefined) return undefined;
  try {
    // Strictly: with "�" for whatever is wrong, two passwords would become one.
    const text = decodeUtf8(bytes);
    // The first: a password may have colons, a name may not.
    const colon = text.indexOf(':');
    if (colon < 0 || hasControl(text)) return undefined;
    return { user: text.slice(0, colon), password: text.slice(colon + 1) };
  } catch {
    return undefined;
  }
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
