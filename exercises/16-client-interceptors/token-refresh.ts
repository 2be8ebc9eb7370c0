import { notYet } from '#course/exercise/not-yet';
import type { ClientCall, ClientInterceptor } from '#grpc/client/client-call';
import { unlessOver } from '#grpc/client/when-over';
import { GrpcError } from '#grpc/grpc-error';
import { firstCome } from '#grpc/interceptors/first-come';
import { Status } from '#grpc/status';
import { type Clock, systemClock } from '#time/clock';

export interface TokenRefreshOptions {
  /** Fetches a token: for the first call, and when the server does not take the last one any more. */
  fetch(): string | Promise<string>;
  clock?: Clock;
}

/** Under this name a token travels, as `Bearer …` (RFC 6750 §2.1). */
const AUTHORIZATION = 'authorization';

/** Whether the server has said: who are you? */
export const isUnauthenticated = (error: unknown) =>
  error instanceof GrpcError && error.code === Status.UNAUTHENTICATED;

/** The token of all calls of a client. However many of them need a new one, it is fetched once. */
export class SharedToken {
  readonly #fetch: () => string | Promise<string>;
  /** The one that is there, or on its way. */
  #current: Promise<string> | undefined;

  constructor(fetch: () => string | Promise<string>) {
    this.#fetch = fetch;
  }

  /** The token that is there or on its way; otherwise a new one. One that did not come is forgotten. */
  get(): Promise<string> {
    // ── Task 2 ──
    // Keep the promise in this.#current, so that all who need the token wait for the same one.
    // this.#fetch() may throw, and may give a token that is not a promise. If it fails,
    // this.refused(…) lets the next call try again.
    throw notYet(2);
  }

  /** The server did not take this one. Forgets it, unless there is another by now. */
  refused(token: Promise<string>): void {
    // ── Task 2 ──
    // Many calls are refused with the same token. By the time that the last of them says so,
    // another token may be here.
    throw notYet(2);
  }
}

/**
 * Sends a token with every call. If the server does not take it (UNAUTHENTICATED), a new one is
 * fetched, once for all calls that need it, and the call is made again, once.
 *
 * A call whose requests are a stream cannot be made again: the first attempt has read of it, and has
 * closed it. It fails, and the next call has the new token. A stream of responses is handed over when its first
 * message has come; until then it can be asked for again.
 *
 * A call that has an `authorization` of its own is not touched. What `fetch` throws is what the
 * call fails with. A token that is sent over plaintext is everybody’s: use `tls`.
 */
export function tokenRefresh(options: TokenRefreshOptions): ClientInterceptor {
  // ── Task 2 ──
  // Returns async (request, call, next) => …. unlessOver(promise, call, clock) is what the promise
  // gives, or fails if the call is over before: wait for tokens by it.
  // call.metadata.set(AUTHORIZATION, …) replaces what is there. isUnauthenticated(error) tells a
  // refusal. For a stream of responses, await firstCome(answer): it fails if the stream fails
  // before its first message, and otherwise gives the stream.
  throw notYet(2);
}
