import { notYet } from '#course/exercise/not-yet';
import type { Throttle } from '#channel/retries/retry-plan';

/**
 * Stops retries while most calls fail, so that an overloaded server is not given three times the
 * load (gRPC A6, "Throttling Retry Attempts and Hedged RPCs"). All calls of a channel share a
 * bucket of tokens: a failure takes one, a success gives a fraction back. If the bucket is not more
 * than half full, nothing is retried. The first attempt of a call is always made.
 */
export class RetryThrottle implements Throttle {
  /** In thousandths, as all counts here are: ten times 0.1 has to be 1, and in binary it is not. */
  readonly #max: number;
  readonly #ratio: number;
  #left: number;

  constructor(maxTokens: number, tokenRatio: number) {
    this.#max = thousandths(maxTokens);
    this.#ratio = thousandths(tokenRatio);
    this.#left = this.#max;
  }

  /** What is in the bucket. */
  get tokens(): number {
    return this.#left / 1000;
  }

  /** Whether a call may be sent again: the bucket is more than half full. */
  allowsRetry(): boolean {
    // ── Task 3 ──
    // Exactly half is not more than half.
    throw notYet(3);
  }

  /** An attempt has failed. */
  failed(): void {
    // ── Task 3 ──
    // A token is 1000 thousandths. There is no debt.
    throw notYet(3);
  }

  /** A call has ended well. */
  succeeded(): void {
    // ── Task 3 ──
    // this.#ratio comes back, as long as there is room.
    throw notYet(3);
  }
}

/**
 * A number of the service config, in thousandths; what stands behind the third decimal is ignored.
 * (1.001 * 1000 is 1000.9999999999999, so it is not the first step.)
 */
function thousandths(value: number): number {
  // ── Task 3 ──
  // Round away what is only binary, far behind the third decimal; then round down.
  throw notYet(3);
}
