import {
  compactVerify,
  createRemoteJWKSet,
  customFetch,
  errors,
  importJWK,
  type JWK,
  jwtVerify,
} from 'jose';
import type { ParsedToken } from '#grpc/jwt/compact';
import type { Jwk } from '#grpc/jwt/key-choice';
import { KeyStore } from '#grpc/jwt/key-store';
import { KeysUnavailable } from '#grpc/jwt/token-error';
import { MAX_TOKEN_LENGTH } from '#grpc/limits';
import { AUDIENCE } from '../security/token-server.ts';
import { nowSeconds, type TokenWorld } from './tokens.ts';

/** What a token says. */
export interface Claims {
  readonly sub?: string;
  readonly scope?: unknown;
  readonly exp?: number;
}

/** Gives the claims of a token, or throws. */
export type Verifier = (token: string) => Promise<Claims>;

export const ALGORITHMS = ['ES256'];
export const TYPE = 'at+jwt';
export const LEEWAY_SECONDS = 5;
const FETCH_TIMEOUT_MS = 5_000;

/** Gets the JWKS, or says that it cannot be had. */
export async function fetchJwks(uri: string, init: RequestInit = {}): Promise<Response> {
  const signal = init.signal ?? AbortSignal.timeout(FETCH_TIMEOUT_MS);
  try {
    const response = await fetch(uri, { ...init, signal });
    if (response.status === 200) return response;
    await response.body?.cancel();
    throw new Error(`the token server answered ${response.status}`);
  } catch (cause) {
    throw new KeysUnavailable({ cause });
  }
}

/** What a verifier is made for. */
export interface VerifierOptions {
  tokens: Pick<TokenWorld, 'jwksUri'> & { server: Pick<TokenWorld['server'], 'issuer'> };
  /** Seconds since 1970. */
  now?: () => number;
  /** jose's brake, in milliseconds: its own default is 30 s. */
  cooldownDuration?: number;
}

// #region jose
/** By jose alone. What is not asked for here is not checked. */
export function byJose(options: VerifierOptions): Verifier {
  const { tokens, now = nowSeconds, cooldownDuration } = options;
  const keys = createRemoteJWKSet(new URL(tokens.jwksUri), {
    [customFetch]: fetchJwks,
    ...(cooldownDuration !== undefined && { cooldownDuration }),
  });
  return async (token) => {
    if (token.length > MAX_TOKEN_LENGTH) throw new errors.JWSInvalid();
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      typ: TYPE,
      issuer: tokens.server.issuer,
      audience: AUDIENCE,
      requiredClaims: ['exp', 'sub'],
      clockTolerance: LEEWAY_SECONDS,
      currentDate: new Date(now() * 1000),
    });
    return payload;
  };
}
// #endregion jose

/** Our store of the token server's keys. */
export const ourKeys = ({ jwksUri }: Pick<TokenWorld, 'jwksUri'>) =>
  new KeyStore({
    async fetch() {
      const { keys } = (await (await fetchJwks(jwksUri)).json()) as { keys?: unknown };
      if (!Array.isArray(keys)) throw new TypeError('a JWKS has a list under "keys"');
      // What somebody does not understand they pass over (RFC 7517 §5).
      return keys.filter((key): key is Jwk => typeof key === 'object' && key !== null);
    },
  });

// #region verify
/** For the guard in `src/`: the signature, and nothing else. */
export async function isSigned({ text }: ParsedToken, key: Jwk): Promise<boolean> {
  await compactVerify(text, await importJWK(key as JWK), { algorithms: ALGORITHMS });
  return true;
}
// #endregion verify
