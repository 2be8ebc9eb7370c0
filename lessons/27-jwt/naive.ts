import { createHmac, verify } from 'node:crypto';
import { compactVerify, decodeJwt, type JWK, type JWTVerifyGetKey } from 'jose';
import type { Verifier } from './verifier.ts';

/** Verifiers as they stand in real programs. Each lets somebody in whom it should not. */

// #region header
/** Does what the token says: its `alg` decides how it is checked. */
export function byItsHeader(token: string, key: string) {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const { alg } = JSON.parse(text(header)) as { alg: Algorithm };
  const signed = Buffer.from(`${header}.${claims}`);
  const bytes = Buffer.from(signature, 'base64url');
  const hmac = () => createHmac('sha256', key).update(signed).digest();
  const isGood = {
    none: () => true,
    HS256: () => hmac().equals(bytes),
    ES256: () => verify('sha256', signed, { key, dsaEncoding }, bytes),
  }[alg];
  if (!isGood?.()) throw new Error('the signature is wrong');
  return JSON.parse(text(claims));
}
// #endregion header

type Algorithm = 'none' | 'HS256' | 'ES256';
const dsaEncoding = 'ieee-p1363';
const text = (part: string) => Buffer.from(part, 'base64url').toString();

// #region decode
/** `decodeJwt` reads a token. It does not verify it. */
export const onlyDecoded: Verifier = async (token) => decodeJwt(token);
// #endregion decode

// #region signature
/** The signature is good. By whom, for whom, until when? */
export const onlySigned =
  (keys: JWTVerifyGetKey): Verifier =>
  async (token) => {
    await compactVerify(token, keys);
    return decodeJwt(token);
  };
// #endregion signature

// #region keys
/** A key that is not here is fetched: so keys may rotate. */
export function keysByName(jwksUri: string) {
  const known = new Map<string, JWK>();
  return async (kid: string): Promise<JWK> => {
    if (!known.has(kid)) {
      const { keys } = await (await fetch(jwksUri)).json();
      for (const key of keys) known.set(key.kid, key);
    }
    const key = known.get(kid);
    if (key === undefined) throw new Error(`no key ${kid}`);
    return key;
  };
}
// #endregion keys

// #region remember
/** Each token is checked once: to verify is dear. */
export function remembering(verifier: Verifier) {
  const verdicts = new Map<string, ReturnType<Verifier>>();
  const check: Verifier = (token) => {
    const verdict = verdicts.get(token) ?? verifier(token);
    verdicts.set(token, verdict);
    return verdict;
  };
  return { check, tokens: () => [...verdicts.keys()] };
}
// #endregion remember
