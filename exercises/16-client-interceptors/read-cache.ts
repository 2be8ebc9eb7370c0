import { notYet } from '#course/exercise/not-yet';
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
    // ── Task 3 ──
    // this.#kept.get(key) is { bytes, until }, or undefined. this.now() is the time.
    throw notYet(3);
  }

  /** @param asked when this answer was asked for: it may have been true then, and no longer. */
  keep(key: string, bytes: Uint8Array, asked: number): void {
    // ── Task 3 ──
    // A Map keeps its keys in the order in which they were added; one that is set again stays at
    // its place, unless it was deleted before. this.#kept.keys().next().value is the first. No more
    // than this.#most are kept.
    throw notYet(3);
  }
}

/** Two calls with the same key have the same answer: the method, the request, what it varies by. */
export function keyOf(
  request: unknown,
  { method, metadata }: ClientCall,
  vary: readonly string[],
): string {
  // ── Task 3 ──
  // method.encodeRequest(request as object) gives the request’s bytes, toHex(bytes) makes a text of
  // bytes, metadata.getAll(name) is a list of values. JSON.stringify([…]) makes one text of several
  // that cannot run into each other.
  throw notYet(3);
}

/**
 * Answers a read from memory if the same was asked a short while ago. Only methods whose `.proto`
 * says `idempotency_level = NO_SIDE_EFFECTS`, with one request and one response; all others go by.
 * Errors are not kept.
 *
 * What the server changes meanwhile is not seen until `ttlMs` is over.
 */
export function readCache(options: ReadCacheOptions): ClientInterceptor {
  // ── Task 3 ──
  // new Answers(options), once; then return async (request, call, next) => …. call.method has path,
  // idempotency, requestStream, responseStream, encodeResponse(message) and decodeResponse(bytes).
  // Each decodeResponse makes a new message. call.context.set(fromCache, true) marks what came out
  // of the cache.
  throw notYet(3);
}
