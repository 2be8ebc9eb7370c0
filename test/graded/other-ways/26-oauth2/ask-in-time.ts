import { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import type { Clock } from '#time/clock';

/** A token, as a token server gives it (RFC 6749 §5.1). */
export interface AccessToken {
  /** What is sent. Whoever reads it can call in our name: it stands in no log and in no error. */
  readonly value: string;
  /**
   * How long it lives, in milliseconds, counted from when it was asked for; `Infinity` if the server
   * does not say.
   */
  readonly lifeMs: number;
}

/** Asks a token server. It stops when the signal aborts, for nobody waits any more. */
export type FetchToken = (signal: AbortSignal) => AccessToken | Promise<AccessToken>;

/** What a token is made of (`b64token`, RFC 6750 §2.1): no space, and nothing that ends a header. */
export const TOKEN = /^[A-Za-z0-9\-._~+/]+=*$/;

/** @throws GrpcError UNAUTHENTICATED if there is nothing in it that one could send. */
export function checkToken(token: AccessToken): AccessToken {
  const refuse = (why: string) => new GrpcError(Status.UNAUTHENTICATED, why);
  if (typeof token.value !== 'string') throw refuse('no text');
  if (!TOKEN.test(token.value)) throw refuse('odd letters');
  if (typeof token.lifeMs !== 'number' || Number.isNaN(token.lifeMs)) throw refuse('no life');
  if (token.lifeMs <= 0) throw refuse('no life left');
  const { value, lifeMs } = token;
  return { lifeMs, value };
}

/**
 * Asks for a token, and does not wait for it for ever: after `timeoutMs` the signal aborts, and it
 * fails with UNAVAILABLE. What `fetch` throws, at once or later, it fails with. No timer stays
 * behind.
 */
export async function askInTime(
  fetch: FetchToken,
  timeoutMs: number,
  clock: Clock,
): Promise<AccessToken> {
  const abort = new AbortController();
  let timer = { cancel() {} };
  const late = new Promise<never>((_, reject) => {
    timer = clock.setTimer(() => {
      const error = new GrpcError(Status.UNAVAILABLE, 'too late');
      reject(error);
      abort.abort(error);
    }, timeoutMs);
  });
  const ask = async () => checkToken(await fetch(abort.signal));
  try {
    return await Promise.race([late, ask()]);
  } finally {
    timer.cancel();
  }
}
