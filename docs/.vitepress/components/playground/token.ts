import { encodeUtf8 } from '#bytes/utf8';
import { parseToken } from '#grpc/jwt/compact';
import { TokenError } from '#grpc/jwt/token-error';
import { encodeBase64 } from '#grpc/wire/base64';
import { SIGNED, SIGNED_KEY } from '../../../../lessons/27-jwt/rfc.ts';

const [header = '', claims = '', signature = ''] = SIGNED.split('.');

/** What the example says, and how it says that it is signed. */
export const CLAIMS = decodeURIComponent(
  [...atob(claims)].map((byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`).join(''),
);
export const ALGORITHMS = ['ES256', 'HS256', 'none'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

export interface Written {
  parts: { text: string; changed: boolean }[];
  /** `malformed` and the like, if a strict reader stops at the form. */
  fault: string | undefined;
  /** Whether the key of the RFC has signed this. */
  signed: boolean;
}

export const canVerify = () => globalThis.crypto?.subtle !== undefined;

const toBase64Url = (text: string) =>
  encodeBase64(encodeUtf8(text)).replaceAll('+', '-').replaceAll('/', '_');

/** The example with other claims, or another algorithm, under the signature that it has. */
export async function write(algorithm: Algorithm, says: string): Promise<Written> {
  // The text of the RFC has line breaks of its own, which a box for text does not keep.
  const isSame = says.replace(/\s+/g, '') === CLAIMS.replace(/\s+/g, '');
  const texts = [
    algorithm === 'ES256' ? header : toBase64Url(JSON.stringify({ alg: algorithm })),
    isSame ? claims : toBase64Url(says),
    signature,
  ];
  const text = texts.join('.');
  return {
    parts: texts.map((one, i) => ({ text: one, changed: one !== [header, claims, signature][i] })),
    fault: faultOf(text),
    signed: await verify(text),
  };
}

function faultOf(text: string): string | undefined {
  try {
    parseToken(text);
    return undefined;
  } catch (error) {
    return error instanceof TokenError ? error.fault : 'malformed';
  }
}

/** By the browser’s own cryptography, with the public key that stands in RFC 7515, A.3. */
async function verify(text: string): Promise<boolean> {
  const ES256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('jwk', SIGNED_KEY, ES256, false, ['verify']);
  const bytes = Uint8Array.from(
    atob(signature.replaceAll('-', '+').replaceAll('_', '/')),
    (letter) => letter.charCodeAt(0),
  );
  const signed = encodeUtf8(text.slice(0, text.lastIndexOf('.')));
  return crypto.subtle.verify(ES256, key, bytes, signed);
}
