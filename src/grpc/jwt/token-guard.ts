import { contextKey } from '#grpc/context-values';
import { bearerTokenOf } from '#grpc/credentials/bearer-token';
import { GrpcError } from '#grpc/grpc-error';
import { type ClaimRules, checkClaims, type TokenCaller } from '#grpc/jwt/claims';
import { type ParsedToken, parseToken } from '#grpc/jwt/compact';
import { checkHeader, chooseKey, type HeaderRules, type Jwk } from '#grpc/jwt/key-choice';
import type { KeyStore } from '#grpc/jwt/key-store';
import type { Metadata } from '#grpc/metadata';
import type { ServerCall } from '#grpc/server/server-call';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { Status } from '#grpc/status';
import { runCallback } from '#grpc/user-code';
import { KeysUnavailable, TokenError, type TokenFault } from './token-error.ts';

/** What everybody reads whose token proves nothing, whatever is wrong with it. */
export const NOT_PROVEN = 'this call needs a valid token';
/** What everybody reads while nobody can know. */
export const CANNOT_CHECK = 'tokens cannot be checked now';
/** What they read whose token is good, and not for this method. */
export const NOT_ALLOWED = 'your token does not allow this call';

/** Who calls, for handlers and for those further in: `call.context.get(tokenCaller)`. */
export const tokenCaller = contextKey<TokenCaller>('token caller');

export interface TokenGuardOptions extends HeaderRules, ClaimRules {
  readonly keys: Pick<KeyStore, 'find'>;
  /** Whether the signature over `token.signed` was made with this key: a library’s work. */
  verify(token: ParsedToken, key: Jwk): boolean | Promise<boolean>;
  /** The scope that a method asks for. `undefined`: nobody may call it. */
  scopeOf(path: string): string | undefined;
  /** Seconds since 1970. */
  now(): number;
  /** Is told what is wrong with a token that is refused. Stays on this machine. */
  report?(fault: TokenFault, call: ServerCall): unknown;
}

/**
 * The token of `authorization: Bearer …` (RFC 6750 §2.1).
 * @throws TokenError `missing` if there is none, or more than one
 */
export function bearerToken(metadata: Metadata): string {
  const token = bearerTokenOf(metadata.getAll('authorization').map(String));
  if (token === undefined) throw new TokenError('missing');
  return token;
}

/**
 * Checks a token, from what costs least to what costs most, and believes nothing of it before its
 * signature is good.
 *
 * @throws TokenError, KeysUnavailable
 */
export async function verifyToken(text: string, options: TokenGuardOptions): Promise<TokenCaller> {
  const token = parseToken(text);
  const header = checkHeader(token.header, options);
  const key = chooseKey(header, await options.keys.find(header.kid));
  if (!(await isGood(token, key, options))) throw new TokenError('signature');
  return checkClaims(token.claims, options, options.now());
}

/** A library throws at what it cannot read. That is not proof, either. */
async function isGood(token: ParsedToken, key: Jwk, { verify }: TokenGuardOptions) {
  try {
    return (await verify(token, key)) === true;
  } catch {
    return false;
  }
}

/**
 * Lets nobody in without a token that is good, and for that method, in calls of all four kinds. The
 * requests are not touched.
 *
 * @returns an interceptor that fails with UNAUTHENTICATED, NOT_PROVEN for all that is wrong with a
 *   token, so that it is not an oracle; with UNAVAILABLE, CANNOT_CHECK if the keys cannot be had; with
 *   PERMISSION_DENIED, NOT_ALLOWED if the token is good and lacks the scope
 */
export function tokenGuard(options: TokenGuardOptions): ServerInterceptor {
  const { scopeOf, report } = options;
  const refused = (error: unknown, call: ServerCall): unknown => {
    if (error instanceof KeysUnavailable) return new GrpcError(Status.UNAVAILABLE, CANNOT_CHECK);
    if (!(error instanceof TokenError)) return error;
    runCallback(
      () => report?.(error.fault, call),
      () => {},
    );
    return new GrpcError(Status.UNAUTHENTICATED, NOT_PROVEN);
  };
  return async (request, call, next) => {
    let caller: TokenCaller;
    try {
      caller = await verifyToken(bearerToken(call.metadata), options);
    } catch (error) {
      throw refused(error, call);
    }
    const scope = scopeOf(call.method.path);
    if (scope === undefined || !caller.scopes.has(scope)) {
      throw new GrpcError(Status.PERMISSION_DENIED, NOT_ALLOWED);
    }
    call.context.set(tokenCaller, caller);
    return next(request, call);
  };
}
