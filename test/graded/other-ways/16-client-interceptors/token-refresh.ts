import type { ClientInterceptor } from '#grpc/client/client-call';
import { unlessOver } from '#grpc/client/when-over';
import { firstCome } from '#grpc/interceptors/first-come';
import { Status } from '#grpc/status';
import { type Clock, systemClock } from '#time/clock';

export interface TokenRefreshOptions {
  fetch(): string | Promise<string>;
  clock?: Clock;
}

export const isUnauthenticated = (error: unknown) =>
  (error as { code?: unknown } | undefined)?.code === Status.UNAUTHENTICATED;

export class SharedToken {
  readonly #fetch: () => string | Promise<string>;
  #now: Promise<string> | null = null;

  constructor(fetch: () => string | Promise<string>) {
    this.#fetch = fetch;
  }

  get(): Promise<string> {
    this.#now ??= this.#begin();
    return this.#now;
  }

  refused(token: Promise<string>): void {
    if (token === this.#now) this.#now = null;
  }

  async #begin(): Promise<string> {
    await undefined; // so that #now is set before anything fails
    try {
      return await this.#fetch();
    } catch (error) {
      this.#now = null;
      throw error;
    }
  }
}

/** Somebody else's way: a loop over the attempts, and an answer that is an error until the last. */
export function tokenRefresh({
  fetch,
  clock = systemClock,
}: TokenRefreshOptions): ClientInterceptor {
  const shared = new SharedToken(() => fetch());
  return async (request, call, next) => {
    const { requestStream, responseStream } = call.method;
    if (call.metadata.get('authorization') !== undefined) return next(request, call);
    const attempts = requestStream ? 1 : 2;
    for (let attempt = 1; ; attempt++) {
      const token = shared.get();
      const text = await unlessOver(token, call, clock);
      call.metadata.set('authorization', `Bearer ${text}`);
      try {
        const answer = await next(request, call);
        return responseStream ? await firstCome(answer) : answer;
      } catch (error) {
        if (isUnauthenticated(error)) shared.refused(token);
        if (attempt === attempts || !isUnauthenticated(error)) throw error;
      }
    }
  };
}
