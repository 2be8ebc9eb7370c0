import type { Throttle } from './retry-plan.ts';

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
    return this.#left > this.#max / 2;
  }

  /** An attempt has failed. */
  failed(): void {
    this.#left = Math.max(0, this.#left - 1000);
  }

  /** A call has ended well. */
  succeeded(): void {
    this.#left = Math.min(this.#max, this.#left + this.#ratio);
  }
}

/**
 * A number of the service config, in thousandths; what stands behind the third decimal is ignored.
 * (1.001 * 1000 is 1000.9999999999999, so it is not the first step.)
 */
function thousandths(value: number): number {
  return Math.floor(Math.round(value * 1e9) / 1e6);
}
