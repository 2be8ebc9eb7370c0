import { createHmac, createPublicKey } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

/** What somebody writes who has no key, or a token that was made for something else. */

type Members = Record<string, unknown>;

const partOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const membersOf = (part = ''): Members => JSON.parse(Buffer.from(part, 'base64url').toString());

/** A token with another header, other claims, or another signature. */
function changed(token: string, header: Members, claims: Members, sign?: (text: string) => string) {
  const [first, second, third = ''] = token.split('.');
  const text = [
    partOf({ ...membersOf(first), ...header }),
    partOf({ ...membersOf(second), ...claims }),
  ].join('.');
  return `${text}.${sign ? sign(text) : third}`;
}

const ADMIN = { sub: 'admin' };

/** Other claims, under the signature that was there. */
export const swapped = (token: string) => changed(token, {}, ADMIN);

/** “Not signed”, and nothing behind the second dot. */
export const unsigned = (token: string) => changed(token, { alg: 'none' }, ADMIN, () => '');

/** Signed by HS256, with what everybody has: the text of the public key. */
export function withPublicKey(token: string, publicKey: string): string {
  return changed(token, { alg: 'HS256' }, ADMIN, (text) =>
    createHmac('sha256', publicKey).update(text).digest('base64url'),
  );
}

/** Another name for the key, so that somebody goes and looks for it. */
export const withKid = (token: string, kid: string) => changed(token, { kid }, {});

/** So long, and otherwise as it was. */
export const padded = (token: string, length: number) =>
  changed(token, {}, { pad: 'x'.repeat(Math.floor((length - token.length) * 0.75)) });

/** Signed by a key that the sender has made, and has brought along. */
export async function withOwnKey(token: string): Promise<string> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = await exportJWK(publicKey);
  const [, claims] = token.split('.');
  return new SignJWT({ ...membersOf(claims), ...ADMIN })
    .setProtectedHeader({
      alg: 'ES256',
      typ: 'at+jwt',
      jwk,
      kid: await calculateJwkThumbprint(jwk),
    })
    .sign(privateKey);
}

/** A key of a JWKS as most programs keep it: PEM, for everybody to read. */
export const asPem = (key: JWK): string =>
  createPublicKey({ key: key as never, format: 'jwk' })
    .export({ type: 'spki', format: 'pem' })
    .toString();
