// Derived from src/grpc/jwt/key-choice.ts by npm run skeletons: change it there.
import type { JsonObject } from '#grpc/jwt/json-object';
import { TokenError } from '#grpc/jwt/token-error';

/** A public key of a token server, as its JWKS has it (RFC 7517 §4). */
export interface Jwk {
  readonly kty?: string;
  readonly kid?: string;
  readonly alg?: string;
  readonly use?: string;
  readonly key_ops?: readonly string[];
  readonly crv?: string;
  readonly [member: string]: unknown;
}

/** What we take, decided by us and not by the token (RFC 8725 §3.1). */
export interface HeaderRules {
  /** `['ES256']`. Short: what nobody here signs with does not belong in it. */
  readonly algorithms: readonly string[];
  /** What `typ` may say, in small letters: `['at+jwt']` for access tokens (RFC 9068 §2.1). */
  readonly types: readonly string[];
}

/** What a header says that we go by. */
export interface TokenHeader {
  readonly alg: string;
  readonly kid: string;
}

/**
 * Which keys an algorithm takes (RFC 7518 §3.1, RFC 8037 §3.1). Only algorithms with a public key:
 * HS256 would take any bytes for its secret, also those of a public key.
 */
const KINDS: ReadonlyMap<string, { kty: string; crv?: string }> = new Map([
  ['ES256', { kty: 'EC', crv: 'P-256' }],
  ['ES384', { kty: 'EC', crv: 'P-384' }],
  ['RS256', { kty: 'RSA' }],
  ['PS256', { kty: 'RSA' }],
  ['EdDSA', { kty: 'OKP', crv: 'Ed25519' }],
]);

/**
 * Checks a header, before anybody asks for a key.
 *
 * @throws TokenError `critical` if it has `crit`, for there is no extension that we know (RFC 7515
 *   §4.1.11); `algorithm`, `type` if that is not one of ours (`typ` in any case, with
 *   `application/` in front or without, RFC 7515 §4.1.9); `key` if `kid` is missing or empty
 */
export function checkHeader(header: JsonObject, rules: HeaderRules): TokenHeader {
  const { alg, typ, kid } = header;
  if (Object.hasOwn(header, 'crit')) throw new TokenError('critical');
  if (typeof alg !== 'string' || !rules.algorithms.includes(alg)) {
    throw new TokenError('algorithm');
  }
  const type = typeof typ === 'string' ? typ.toLowerCase().replace(/^application\//, '') : '';
  if (!rules.types.includes(type)) throw new TokenError('type');
  if (typeof kid !== 'string' || kid === '') throw new TokenError('key');
  return { alg, kid };
}

/**
 * The key that the header names. It has to fit: `kty` and `crv` to the algorithm (`KINDS`), and
 * what the key says of itself: its `alg` if it has one, `use` for signatures, `key_ops` to verify
 * (RFC 7517 §4). Two keys may have one name, if they are of different kinds (§4.5).
 *
 * @throws TokenError `key` if there is none
 */
export function chooseKey({ alg, kid }: TokenHeader, keys: readonly Jwk[]): Jwk {
  const kind = KINDS.get(alg);
  const found = keys.find(
    (key) =>
      kind !== undefined &&
      key.kid === kid &&
      key.kty === kind.kty &&
      key.crv === kind.crv &&
      (key.alg ?? alg) === alg &&
      (key.use ?? 'sig') === 'sig' &&
      (key.key_ops ?? ['verify']).includes('verify'),
  );
  if (found === undefined) throw new TokenError('key');
  return found;
}
