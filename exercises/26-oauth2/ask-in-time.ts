import { notYet } from '#course/exercise/not-yet';
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
  // ── Task 1 ──
  // TOKEN.test(text) says whether a text can be sent as a token. new
  // GrpcError(Status.UNAUTHENTICATED, details), and no token in the details. Return a new object
  // with value and lifeMs, and nothing else.
  throw notYet(1);
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
  // ── Task 1 ──
  // const timer = clock.setTimer(() => …, timeoutMs) calls once, timer.cancel() stops it. new
  // AbortController() has signal and abort(reason). fetch may throw, give a token, or promise one.
  // new GrpcError(Status.UNAVAILABLE, details).
  throw notYet(1);
}
