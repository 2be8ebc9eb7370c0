import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';
import { decodeBase64, encodeBase64 } from '#grpc/wire/base64';

export interface Proof {
  readonly user: string;
  readonly password: string;
}

export function basicValue({ user, password }: Proof): string {
  for (const [what, text, forbidden] of [
    ['name', user, /[:\p{Cc}]/u],
    ['password', password, /\p{Cc}/u],
  ] as const) {
    const found = forbidden.exec(text)?.[0];
    // C1, which \p{Cc} has too, is not what RFC 5234 calls CTL.
    if (found !== undefined && [...text].some((one) => one < ' ' || one === '\u007f')) {
      throw new RangeError(`the ${what} has a character that it may not have`);
    }
    if (what === 'name' && text.split(':').length > 1) throw new RangeError('a colon in the name');
  }
  let letters = encodeBase64(
    encodeUtf8([user, password].map((one) => one.normalize('NFC')).join(':')),
  );
  while (letters.length % 4 > 0) letters += '=';
  return `Basic ${letters}`;
}

export function parseBasic([value, ...more]: readonly string[]): Proof | undefined {
  if (value === undefined || more.length > 0) return undefined;
  const [scheme = '', ...words] = value.split(' ');
  const letters = words.filter((word) => word !== '');
  if (scheme.toLowerCase() !== 'basic' || letters.length !== 1) return undefined;
  const bytes = decodeBase64(letters[0]!);
  if (bytes === undefined || bytes.some((byte) => byte < 0x20 || byte === 0x7f)) return undefined;
  const at = bytes.indexOf(0x3a);
  if (at === -1) return undefined;
  try {
    const user = decodeUtf8(bytes.subarray(0, at));
    return { user, password: decodeUtf8(bytes.subarray(at + 1)) };
  } catch {
    return undefined;
  }
}

export function hasControl(text: string): boolean {
  return [...text].some((one) => one < ' ' || one === '\u007f');
}
