import { contextKey } from '#grpc/context-values';
import { GrpcError } from '#grpc/grpc-error';
import { type ClaimRules, checkClaims, type TokenCaller } from '#grpc/jwt/claims';
import { type ParsedToken, parseToken } from '#grpc/jwt/compact';
import { checkHeader, chooseKey, type HeaderRules, type Jwk } from '#grpc/jwt/key-choice';
import type { KeyStore } from '#grpc/jwt/key-store';
import { KeysUnavailable, TokenError, type TokenFault } from '#grpc/jwt/token-error';
import type { Metadata } from '#grpc/metadata';
import type { ServerCall } from '#grpc/server/server-call';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { Status } from '#grpc/status';

export const NOT_PROVEN = 'this call needs a valid token';
export const CANNOT_CHECK = 'tokens cannot be checked now';
export const NOT_ALLOWED = 'your token does not allow this call';
export const tokenCaller = contextKey<TokenCaller>('token caller');

export interface TokenGuardOptions extends HeaderRules, ClaimRules {
  readonly keys: Pick<KeyStore, 'find'>;
  verify(token: ParsedToken, key: Jwk): boolean | Promise<boolean>;
  scopeOf(path: string): string | undefined;
  now(): number;
  report?(fault: TokenFault, call: ServerCall): unknown;
}

/** With promises, and a status made at once for each fault. */
export function bearerToken(metadata: Metadata): string {
  const [value, ...more] = metadata.getAll('authorization').map(String);
  const [scheme, token, ...rest] = (value ?? '').split(' ').filter(Boolean);
  const isOne = more.length === 0 && rest.length === 0 && token !== undefined;
  if (!isOne || scheme?.toLowerCase() !== 'bearer') throw new TokenError('missing');
  return token;
}

export async function verifyToken(text: string, options: TokenGuardOptions): Promise<TokenCaller> {
  const token = parseToken(text);
  const { alg, kid } = checkHeader(token.header, options);
  const keys = await options.keys.find(kid);
  const key = chooseKey({ alg, kid }, keys);
  const isGood = await new Promise((resolve) => resolve(options.verify(token, key))).catch(
    () => false,
  );
  if (isGood !== true) throw new TokenError('signature');
  return checkClaims(token.claims, options, options.now());
}

export function tokenGuard(options: TokenGuardOptions): ServerInterceptor {
  return async (request, call, next) => {
    const caller = await Promise.resolve(call.metadata)
      .then(bearerToken)
      .then((text) => verifyToken(text, options))
      .catch((error) => {
        if (error instanceof KeysUnavailable) {
          throw new GrpcError(Status.UNAVAILABLE, CANNOT_CHECK);
        }
        if (error instanceof TokenError) {
          Promise.resolve()
            .then(() => options.report?.(error.fault, call))
            .catch(() => {});
          throw new GrpcError(Status.UNAUTHENTICATED, NOT_PROVEN);
        }
        throw error;
      });
    const scope = options.scopeOf(call.method.path);
    if (![...caller.scopes].some((one) => one === scope)) {
      throw new GrpcError(Status.PERMISSION_DENIED, NOT_ALLOWED);
    }
    call.context.set(tokenCaller, caller);
    return next(request, call);
  };
}
