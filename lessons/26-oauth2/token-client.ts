import * as oauth from 'oauth4webapi';
import { GrpcError } from '#grpc/grpc-error';
import type { AccessToken, FetchToken } from '#grpc/oauth/ask-in-time';
import type { ActiveToken } from '#grpc/oauth/introspection-cache';
import { FETCH_TIMEOUT_MS } from '#grpc/oauth/token-source';
import { Status } from '#grpc/status';
import { statusFromHttp } from '#grpc/wire/http-status';

/** A program that the token server knows. */
export interface Credentials {
  readonly id: string;
  readonly secret: string;
}

export interface TokenClient {
  /** Client credentials (RFC 6749 §4.4): a token for this program itself, with this scope. */
  fetchToken(scope: string): FetchToken;
  /**
   * Introspection (RFC 7662): whom this token stands for, if it was made for `audience`. Rejects with
   * UNAVAILABLE after `timeoutMs`: a question without an end would hold its place for ever.
   */
  introspect(
    audience: string,
    timeoutMs?: number,
  ): (token: string) => Promise<ActiveToken | undefined>;
  /** Revocation (RFC 7009): it is not good any more, although its time is not over. */
  revoke(token: string): Promise<void>;
}

/** The loopback interface is as private as TLS; anywhere else a token server is asked over `https:`. */
const PLAIN = { [oauth.allowInsecureRequests]: true };

/** Asks a token server, with `oauth4webapi`: where it is asked for what, it tells itself (OpenID Connect Discovery 1.0). */
export function connectTokenServer(issuer: string, { id, secret }: Credentials): TokenClient {
  const client: oauth.Client = { client_id: id };
  const proof = oauth.ClientSecretBasic(secret);
  let known: oauth.AuthorizationServer | undefined;
  const discover = async (signal?: AbortSignal): Promise<oauth.AuthorizationServer> => {
    const options = { ...PLAIN, ...(signal && { signal }) };
    const url = new URL(issuer);
    known ??= await oauth.processDiscoveryResponse(
      url,
      answered(await oauth.discoveryRequest(url, options)),
    );
    return known;
  };
  return {
    // #region fetch
    fetchToken: (scope) => (signal) =>
      inTermsOfCalls(async (): Promise<AccessToken> => {
        const server = await discover(signal);
        const answer = await oauth.clientCredentialsGrantRequest(
          server,
          client,
          proof,
          { scope },
          { ...PLAIN, signal },
        );
        const { access_token, expires_in = Infinity } =
          await oauth.processClientCredentialsResponse(server, client, answered(answer));
        return { value: access_token, lifeMs: expires_in * 1000 };
      }),
    // #endregion fetch
    // #region introspect
    introspect:
      (audience, timeoutMs = FETCH_TIMEOUT_MS) =>
      (token) =>
        inTermsOfCalls(async (): Promise<ActiveToken | undefined> => {
          const signal = AbortSignal.timeout(timeoutMs);
          const server = await discover(signal);
          const options = { ...PLAIN, signal };
          const answer = await oauth.introspectionRequest(server, client, proof, token, options);
          const { active, aud, exp, scope, client_id } = await oauth.processIntrospectionResponse(
            server,
            client,
            answered(answer),
          );
          // A token for another shop has the same scopes, perhaps.
          const isOurs = Array.isArray(aud) ? aud.includes(audience) : aud === audience;
          if (!active || !isOurs || typeof client_id !== 'string') return undefined;
          const lifeMs = exp === undefined ? Infinity : exp * 1000 - Date.now();
          return { client: client_id, scope: scope ?? '', lifeMs };
        }),
    // #endregion introspect
    revoke: (token) =>
      inTermsOfCalls(async () => {
        const server = await discover();
        const answer = await oauth.revocationRequest(server, client, proof, token, PLAIN);
        await oauth.processRevocationResponse(answered(answer));
      }),
  };
}

/** @throws GrpcError UNAVAILABLE if the answer says that somebody should ask again later */
function answered(response: Response): Response {
  if (statusFromHttp(response.status) !== Status.UNAVAILABLE) return response;
  response.body?.cancel();
  throw new GrpcError(Status.UNAVAILABLE, `the token server says ${response.status}`);
}

/**
 * What a call fails with if its token cannot be had (gRPC A83): UNAVAILABLE if there was no answer,
 * UNAUTHENTICATED if the answer was no. Of the library's error only OAuth's own word goes on, such
 * as `invalid_scope`: the rest may hold what was sent.
 */
async function inTermsOfCalls<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof GrpcError) throw error;
    if (
      error instanceof oauth.ResponseBodyError ||
      error instanceof oauth.WWWAuthenticateChallengeError
    ) {
      const word = error instanceof oauth.ResponseBodyError ? error.error : `${error.status}`;
      throw new GrpcError(Status.UNAUTHENTICATED, `the token server says ${word}`);
    }
    if (error instanceof oauth.OperationProcessingError) {
      throw new GrpcError(Status.UNAUTHENTICATED, 'the token server’s answer makes no sense');
    }
    throw new GrpcError(Status.UNAVAILABLE, 'the token server cannot be reached');
  }
}
