import { checkNumber } from '#grpc/check-number';
import { askInTime, type FetchToken } from '#grpc/oauth/ask-in-time';
import { type Clock, systemClock } from '#time/clock';

/** So long before its end a token is replaced, in milliseconds. gRPC A83 has a minute, too. */
export const EARLY_MS = 60_000;

/** So long after a fetch that failed no other one begins, in milliseconds. */
export const PAUSE_MS = 1_000;

/** So long a fetch may take, in milliseconds. */
export const FETCH_TIMEOUT_MS = 10_000;

export interface TokenSourceOptions {
  /** Asks the token server. */
  fetch: FetchToken;
  /** Default: `EARLY_MS`. Never more than half of the token's life. */
  earlyMs?: number;
  /** Default: `PAUSE_MS`. */
  pauseMs?: number;
  /** Default: `FETCH_TIMEOUT_MS`. */
  timeoutMs?: number;
  clock?: Clock;
}

/** A token that is there, with moments on the clock. */
interface KeptToken {
  readonly value: string;
  /** When it was asked for. */
  readonly asked: number;
  /** From here on another one is fetched, while this one is still sent. */
  readonly ageing: number;
  /** From here on nobody takes it. */
  readonly dead: number;
}

/**
 * The token of all calls of a client (gRPC A83, “Call Credentials”).
 *
 *     asked ──────────── ageing ─────── dead
 *       │  this one        │ this one,    │ the next one,
 *       │                  │ and a fetch  │ for which all wait
 *
 * However many calls need a token, one fetch is on its way. A fetch that fails harms nobody while
 * the old token lives; then no other begins for `pauseMs`, and who needs one fails as it did.
 */
export class TokenSource {
  readonly #fetch: FetchToken;
  readonly #earlyMs: number;
  readonly #pauseMs: number;
  readonly #timeoutMs: number;
  readonly #clock: Clock;
  #kept: KeptToken | undefined;
  /** The fetch that is on its way. */
  #coming: Promise<string> | undefined;
  /** Why the last fetch failed, and until when no other begins. */
  #failed: { readonly error: unknown; readonly until: number } | undefined;

  /** @throws RangeError if a number is not one that makes sense. */
  constructor(options: TokenSourceOptions) {
    const { earlyMs = EARLY_MS, pauseMs = PAUSE_MS, timeoutMs = FETCH_TIMEOUT_MS } = options;
    checkNumber('earlyMs', earlyMs);
    checkNumber('pauseMs', pauseMs);
    checkNumber('timeoutMs', timeoutMs, 1);
    this.#fetch = (signal) => options.fetch(signal);
    this.#earlyMs = earlyMs;
    this.#pauseMs = pauseMs;
    this.#timeoutMs = timeoutMs;
    this.#clock = options.clock ?? systemClock;
  }

  get(): Promise<string> {
    const now = this.#clock.now();
    const state =
      this.#kept === undefined || now >= this.#kept.dead
        ? 'none'
        : now < this.#kept.ageing
          ? 'young'
          : 'ageing';
    if (state === 'young') return Promise.resolve(this.#kept!.value);
    const isPaused = now < (this.#failed?.until ?? Number.NEGATIVE_INFINITY);
    if (this.#coming === undefined && !isPaused) {
      this.#coming = this.#refresh(now);
      this.#coming.then(
        () => {},
        () => {},
      );
    }
    if (state === 'ageing') return Promise.resolve(this.#kept!.value);
    return this.#coming ?? Promise.reject(this.#failed!.error);
  }

  async #refresh(asked: number): Promise<string> {
    try {
      const { value, lifeMs } = await askInTime(this.#fetch, this.#timeoutMs, this.#clock);
      const dead = asked + lifeMs;
      this.#kept = {
        value,
        asked,
        dead,
        ageing: Math.max(dead - this.#earlyMs, asked + lifeMs / 2),
      };
      this.#failed = undefined;
      return value;
    } catch (error) {
      this.#failed = { error, until: this.#clock.now() + this.#pauseMs };
      throw error;
    } finally {
      this.#coming = undefined;
    }
  }

  refused(value: string): boolean {
    if (this.#kept === undefined || this.#kept.value !== value) return true;
    const now = this.#clock.now();
    const isDead = now >= this.#kept.dead;
    const isNew = now < this.#kept.asked + this.#pauseMs;
    if (isNew && !isDead) return false;
    this.#kept = undefined;
    return true;
  }
}
