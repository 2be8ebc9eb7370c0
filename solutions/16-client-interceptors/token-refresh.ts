// Derived from src/grpc/interceptors/token-refresh.ts by npm run skeletons: change it there.
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
    if (this.#current !== undefined) return this.#current;
    const coming = Promise.resolve().then(() => this.#fetch());
    coming.catch(() => this.refused(coming));
    this.#current = coming;
    return coming;
  }

  /** The server did not take this one. Forgets it, unless there is another by now. */
  refused(token: Promise<string>): void {
    if (this.#current === token) this.#current = undefined;
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
  const { clock = systemClock } = options;
  const shared = new SharedToken(() => options.fetch());
  const prove = async (call: ClientCall, token: Promise<string>) => {
    call.metadata.set(AUTHORIZATION, `Bearer ${await unlessOver(token, call, clock)}`);
  };
  return async (request, call, next) => {
    if (call.metadata.has(AUTHORIZATION)) return next(request, call);
    const attempt = async () => {
      const answer = await next(request, call);
      return call.method.responseStream ? firstCome(answer) : answer;
    };
    const first = shared.get();
    await prove(call, first);
    try {
      return await attempt();
    } catch (error) {
      if (!isUnauthenticated(error)) throw error;
      shared.refused(first);
      if (call.method.requestStream) throw error;
    }
    await prove(call, shared.get());
    return attempt();
  };
}
