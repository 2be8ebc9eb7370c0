// Derived from src/grpc/jwt/claims.ts by npm run skeletons: change it there.
import type { JsonObject } from '#grpc/jwt/json-object';
import { TokenError } from '#grpc/jwt/token-error';

/** Whose tokens are taken, and for whom they have to be. */
export interface ClaimRules {
  /** The token server, to the letter, as it stands in `iss`. */
  readonly issuer: string;
  /** We, as it stands in `aud`: a token for somebody else is not for us. */
  readonly audience: string;
  /** Seconds by which the clocks of two machines may differ. 0 unless given. */
  readonly leeway?: number;
}

/** Who is meant by a token, once all of it has been checked. */
export interface TokenCaller {
  /** `sub`: who it is about. */
  readonly subject: string;
  /** `scope`: what they may do. */
  readonly scopes: ReadonlySet<string>;
  /** `exp`, in seconds since 1970, as it stands there: without the leeway. */
  readonly expires: number;
}

/**
 * A time in a token (NumericDate, RFC 7519 §2): seconds since 1970, perhaps with a fraction.
 * @throws TokenError `claim` if it is something else. `1e999` is JSON, too: it is read as Infinity.
 */
function numericDate(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new TokenError('claim');
  return value;
}

/**
 * Checks what a token says (RFC 7519 §4.1, RFC 9068 §4). Only for one whose signature is good.
 *
 * @param now seconds since 1970, perhaps with a fraction
 * @throws TokenError `issuer`, `audience`, `expired`, `not-yet`; `claim` if one that has to be there
 *   (`iss`, `aud`, `exp`, `sub`) is missing, if `sub` is empty, or if one is not of its type
 */
export function checkClaims(claims: JsonObject, rules: ClaimRules, now: number): TokenCaller {
  const { iss, sub, scope = '' } = claims;
  const { issuer, audience, leeway = 0 } = rules;
  if (typeof iss !== 'string' || typeof sub !== 'string' || typeof scope !== 'string') {
    throw new TokenError('claim');
  }
  if (sub === '') throw new TokenError('claim');
  if (iss !== issuer) throw new TokenError('issuer');
  if (!isFor(claims.aud, audience)) throw new TokenError('audience');
  const expires = numericDate(claims.exp);
  // Asked for what has to be true: a clock or a leeway that is NaN then lets nobody in.
  if (!(now < expires + leeway)) throw new TokenError('expired');
  // RFC 7519 lets iat say when; that it lies ahead of us can only be a wrong clock, or a lie.
  for (const from of [claims.nbf, claims.iat]) {
    if (from === undefined) continue;
    if (!(numericDate(from) <= now + leeway)) throw new TokenError('not-yet');
  }
  return { subject: sub, scopes: new Set(scope.split(' ').filter(Boolean)), expires };
}

/**
 * Whether `audience` is one of those for whom the token is: `aud` is a string, or an array of them
 * (RFC 7519 §4.1.3). @throws TokenError `claim` if it is something else
 */
function isFor(aud: unknown, audience: string): boolean {
  const all: unknown = typeof aud === 'string' ? [aud] : aud;
  if (!Array.isArray(all) || !all.every((one) => typeof one === 'string')) {
    throw new TokenError('claim');
  }
  return all.includes(audience);
}
