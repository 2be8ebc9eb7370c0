// Derived from src/grpc/interceptors/read-cache.ts by npm run skeletons: change it there.
import { toHex } from '#bytes/hex';
import { checkNumber } from '#grpc/check-number';
import type { ClientCall, ClientInterceptor } from '#grpc/client/client-call';
import { contextKey } from '#grpc/context-values';
import { MAX_CACHED_ANSWERS } from '#grpc/limits';
import { type Clock, systemClock } from '#time/clock';

export interface ReadCacheOptions {
  /** How long an answer may be used again, in milliseconds, counted from when it was asked for. */
  ttlMs: number;
  /** How many answers are kept; one more, and the oldest goes. Default: `MAX_CACHED_ANSWERS`. */
  most?: number;
  /** What of the metadata an answer depends on. Default: who asks, `authorization`. */
  vary?: readonly string[];
  clock?: Clock;
}

/** Whether an answer came out of the cache, for those who read the call’s context. */
export const fromCache = contextKey('from the cache', false);

/** Answers as bytes: nobody who gets one can change what the next one gets. */
export class Answers {
  readonly #ttlMs: number;
  readonly #most: number;
  readonly #clock: Clock;
  /** By key, the oldest first; each with the moment from which on it is too old. */
  readonly #kept = new Map<string, { bytes: Uint8Array; until: number }>();

  /** @throws RangeError if `ttlMs` or `most` is not a number that makes sense. */
  constructor({ ttlMs, most = MAX_CACHED_ANSWERS, clock = systemClock }: ReadCacheOptions) {
    checkNumber('ttlMs', ttlMs);
    checkNumber('most', most, 1);
    this.#ttlMs = ttlMs;
    this.#most = most;
    this.#clock = clock;
  }

  /** Milliseconds on the clock. */
  now(): number {
    return this.#clock.now();
  }

  /** The bytes that were kept under this key, if they are not too old. */
  find(key: string): Uint8Array | undefined {
    const found = this.#kept.get(key);
    return found !== undefined && this.now() < found.until ? found.bytes : undefined;
  }

  /** @param asked when this answer was asked for: it may have been true then, and no longer. */
  keep(key: string, bytes: Uint8Array, asked: number): void {
    this.#kept.delete(key); // so that it becomes the youngest
    this.#kept.set(key, { bytes, until: asked + this.#ttlMs });
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value!);
  }
}

/** Two calls with the same key have the same answer: the method, the request, what it varies by. */
export function keyOf(
  request: unknown,
  { method, metadata }: ClientCall,
  vary: readonly string[],
): string {
  const bytes = toHex(method.encodeRequest(request as object));
  return JSON.stringify([method.path, bytes, ...vary.map((name) => metadata.getAll(name))]);
}

/**
 * Answers a read from memory if the same was asked a short while ago. Only methods whose `.proto`
 * says `idempotency_level = NO_SIDE_EFFECTS`, with one request and one response; all others go by.
 * Errors are not kept.
 *
 * What the server changes meanwhile is not seen until `ttlMs` is over.
 */
export function readCache(options: ReadCacheOptions): ClientInterceptor {
  const { vary = ['authorization'] } = options;
  const answers = new Answers(options);
  return async (request, call, next) => {
    const { method } = call;
    const isRead = method.idempotency === 'NO_SIDE_EFFECTS';
    if (!isRead || method.requestStream || method.responseStream) return next(request, call);
    const key = keyOf(request, call, vary);
    const found = answers.find(key);
    if (found !== undefined) {
      call.context.set(fromCache, true);
      return method.decodeResponse(found);
    }
    const asked = answers.now();
    const answer = await next(request, call);
    answers.keep(key, method.encodeResponse(answer as object), asked);
    return answer;
  };
}
