import { notYet } from '#course/exercise/not-yet';
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
  // ── Task 2 ──
  // new TokenError("claim") is what it throws.
  throw notYet(2);
}

/**
 * Checks what a token says (RFC 7519 §4.1, RFC 9068 §4). Only for one whose signature is good.
 *
 * @param now seconds since 1970, perhaps with a fraction
 * @throws TokenError `issuer`, `audience`, `expired`, `not-yet`; `claim` if one that has to be there
 *   (`iss`, `aud`, `exp`, `sub`) is missing, if `sub` is empty, or if one is not of its type
 */
export function checkClaims(claims: JsonObject, rules: ClaimRules, now: number): TokenCaller {
  // ── Task 2 ──
  // iss, aud, exp and sub have to be there; nbf, iat and scope may be. numericDate(value) reads a
  // time, isFor(aud, audience) the audience. scope is a text with names between spaces.
  throw notYet(2);
}

/**
 * Whether `audience` is one of those for whom the token is: `aud` is a string, or an array of them
 * (RFC 7519 §4.1.3). @throws TokenError `claim` if it is something else
 */
function isFor(aud: unknown, audience: string): boolean {
  // ── Task 2 ──
  // A string is one name. An array may have many.
  throw notYet(2);
}
