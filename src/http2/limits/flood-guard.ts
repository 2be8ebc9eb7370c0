import { ErrorCode } from '#http2/error-code';
import { connectionError } from '#http2/http2-error';
import type { Rate } from './limits.ts';

/**
 * A token bucket for one kind of frame that costs us more than the peer: it starts full, each
 * frame takes a token, time and useful work put some back, and a peer that finds it empty is told
 * to calm down.
 */
export class FloodGuard {
  readonly #rate: Rate;
  readonly #what: string;
  #tokens: number;
  #filledAt: number | undefined;

  constructor(what: string, rate: Rate) {
    this.#what = what;
    this.#rate = rate;
    this.#tokens = rate.burst;
  }

  /**
   * @param now milliseconds from any fixed point.
   * @throws Http2Error ENHANCE_YOUR_CALM for the connection.
   */
  spend(now: number): void {
    if (this.#tokens < 1) this.#refill(now);
    if (this.#tokens < 1) {
      throw connectionError(ErrorCode.ENHANCE_YOUR_CALM, `too many ${this.#what}`);
    }
    this.#filledAt ??= now;
    this.#tokens--;
  }

  /** The peer did something useful that such frames belong to. */
  earn(tokens: number): void {
    this.#tokens = Math.min(this.#rate.burst, this.#tokens + tokens);
  }

  /** Reckoned only when the bucket is empty: an honest peer never pays for the arithmetic. */
  #refill(now: number): void {
    const seconds = Math.max(0, now - (this.#filledAt ?? now)) / 1000;
    this.#filledAt = now;
    this.earn(seconds * this.#rate.perSecond);
  }
}
