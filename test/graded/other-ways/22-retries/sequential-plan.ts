import type { Next, Pushback, RetryPlan, Throttle } from '#channel/retries/retry-plan';
import { type RetryPolicy, retryBackoff } from '#channel/retries/retry-policy';
import type { StatusCode } from '#grpc/status';

/** Somebody else's way: it counts down, and a pushback is a backoff that begins again. */
export class SequentialPlan implements RetryPlan {
  readonly #policy: RetryPolicy;
  readonly #throttle: Throttle | undefined;
  readonly #random: () => number;
  #left: number;
  #n = 1;

  constructor(policy: RetryPolicy, throttle: Throttle | undefined, random: () => number) {
    this.#policy = policy;
    this.#throttle = throttle;
    this.#random = random;
    this.#left = policy.maxAttempts;
  }

  attemptStarted(): undefined {
    this.#left -= 1;
  }

  attemptFailed(code: StatusCode, pushback: Pushback | undefined): Next {
    const again = this.#policy.retryableStatusCodes.has(code) && pushback !== 'stop';
    if (!again) {
      const isTrouble = pushback === 'stop' || this.#policy.retryableStatusCodes.has(code);
      if (isTrouble) this.#throttle?.failed();
      return 'give-up';
    }
    this.#throttle?.failed();
    if (this.#left < 1 || !this.mayStart()) return 'give-up';
    if (typeof pushback === 'number') this.#n = 1;
    return typeof pushback === 'number'
      ? pushback
      : retryBackoff(this.#policy, this.#n++, this.#random);
  }

  mayStart(): boolean {
    return this.#throttle ? this.#throttle.allowsRetry() : true;
  }

  succeeded(): void {
    this.#throttle?.succeeded();
  }
}
