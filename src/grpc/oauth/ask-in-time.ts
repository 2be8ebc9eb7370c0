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
export function checkToken({ value, lifeMs }: AccessToken): AccessToken {
  const isToken = typeof value === 'string' && TOKEN.test(value);
  if (!isToken) throw new GrpcError(Status.UNAUTHENTICATED, 'what came is not a token');
  if (typeof lifeMs === 'number' && lifeMs > 0) return { value, lifeMs };
  throw new GrpcError(Status.UNAUTHENTICATED, 'the token that came is dead already');
}

/**
 * Asks for a token, and does not wait for it for ever: after `timeoutMs` the signal aborts, and it
 * fails with UNAVAILABLE. What `fetch` throws, at once or later, it fails with. No timer stays
 * behind.
 */
export function askInTime(
  fetch: FetchToken,
  timeoutMs: number,
  clock: Clock,
): Promise<AccessToken> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const timer = clock.setTimer(() => {
      const details = `the token server has not answered within ${timeoutMs} ms`;
      const error = new GrpcError(Status.UNAVAILABLE, details);
      reject(error);
      controller.abort(error);
    }, timeoutMs);
    Promise.resolve()
      .then(() => fetch(controller.signal))
      .then(checkToken)
      .then(resolve, reject)
      .then(() => timer.cancel());
  });
}
