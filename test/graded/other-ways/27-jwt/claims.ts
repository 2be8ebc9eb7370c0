import type { JsonObject } from '#grpc/jwt/json-object';
import { TokenError, type TokenFault } from '#grpc/jwt/token-error';

export interface ClaimRules {
  readonly issuer: string;
  readonly audience: string;
  readonly leeway?: number;
}

export interface TokenCaller {
  readonly subject: string;
  readonly scopes: ReadonlySet<string>;
  readonly expires: number;
}

function unless(isRight: boolean, fault: TokenFault): asserts isRight {
  if (!isRight) throw new TokenError(fault);
}

const isTime = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) < Number.POSITIVE_INFINITY;
const isText = (value: unknown): value is string => typeof value === 'string';

/** The times first. */
export function checkClaims(claims: JsonObject, rules: ClaimRules, now: number): TokenCaller {
  const { exp, nbf = Number.MIN_SAFE_INTEGER, iat = Number.MIN_SAFE_INTEGER } = claims;
  const leeway = rules.leeway ?? 0;
  unless(isTime(exp) && isTime(nbf) && isTime(iat), 'claim');
  unless(Math.max(nbf, iat) - leeway <= now, 'not-yet');
  unless(now - leeway < exp, 'expired');
  unless('aud' in claims, 'claim');
  const audiences = [claims.aud].flat() as unknown[];
  unless((isText(claims.aud) || Array.isArray(claims.aud)) && audiences.every(isText), 'claim');
  unless(new Set(audiences).has(rules.audience), 'audience');
  const scope = 'scope' in claims ? claims.scope : '';
  unless(isText(claims.iss) && isText(scope) && isText(claims.sub) && claims.sub !== '', 'claim');
  unless(claims.iss === rules.issuer, 'issuer');
  return { expires: exp, subject: claims.sub, scopes: new Set(scope.match(/[^ ]+/g)) };
}
