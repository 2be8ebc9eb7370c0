// Derived from src/grpc/oauth/token-source.ts by npm run skeletons: change it there.
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

  /** A token that lives. Rejects with what the fetch failed with, if there is none. */
  async get(): Promise<string> {
    const now = this.#clock.now();
    const kept = this.#kept;
    if (kept === undefined || now >= kept.dead) return this.#refresh(now);
    // If it fails, this one is still good, and the next call may try.
    if (now >= kept.ageing) this.#refresh(now).catch(() => {});
    return kept.value;
  }

  /** The fetch that is on its way, or a new one, unless one has just failed. */
  #refresh(asked: number): Promise<string> {
    if (this.#coming !== undefined) return this.#coming;
    if (this.#failed !== undefined && asked < this.#failed.until) {
      return Promise.reject(this.#failed.error);
    }
    this.#coming = askInTime(this.#fetch, this.#timeoutMs, this.#clock)
      .then(
        ({ value, lifeMs }) => {
          const dead = asked + lifeMs;
          const ageing = dead - Math.min(this.#earlyMs, lifeMs / 2);
          this.#kept = { value, asked, ageing, dead };
          return value;
        },
        (error) => {
          this.#failed = { error, until: this.#clock.now() + this.#pauseMs };
          throw error;
        },
      )
      .finally(() => {
        this.#coming = undefined;
      });
    return this.#coming;
  }

  /**
   * A server did not take this token (UNAUTHENTICATED). Forgets it, unless there is another by now.
   * One that was asked for less than `pauseMs` ago is kept: a server that takes none, not even a new
   * one, would otherwise have us fetch one for each call.
   * @returns whether `get` may give another one
   */
  refused(value: string): boolean {
    const kept = this.#kept;
    if (kept?.value !== value) return true;
    const now = this.#clock.now();
    if (now < kept.dead && now - kept.asked < this.#pauseMs) return false;
    this.#kept = undefined;
    return true;
  }
}
