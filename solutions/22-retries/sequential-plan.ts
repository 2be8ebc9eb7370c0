// Derived from src/channel/retries/sequential-plan.ts by npm run skeletons: change it there.
import type { Next, Pushback, RetryPlan, Throttle } from '#channel/retries/retry-plan';
import { type RetryPolicy, retryBackoff } from '#channel/retries/retry-policy';
import type { StatusCode } from '#grpc/status';

/** One attempt after the other, with longer and longer waits between them (gRPC A6, "Retry Policy"). */
export class SequentialPlan implements RetryPlan {
  readonly #policy: RetryPolicy;
  readonly #throttle: Throttle | undefined;
  readonly #random: () => number;
  #attempts = 0;
  /** Since the last pushback: it starts the backoff from the beginning. */
  #failures = 0;

  /** @param random a number in [0, 1), for the backoff. */
  constructor(policy: RetryPolicy, throttle: Throttle | undefined, random: () => number) {
    this.#policy = policy;
    this.#throttle = throttle;
    this.#random = random;
  }

  /** Nothing follows as long as this one may still be answered. */
  attemptStarted(): undefined {
    this.#attempts++;
  }

  /** Which failure counts against the bucket, and which may be followed by a further attempt. */
  attemptFailed(code: StatusCode, pushback: Pushback | undefined): Next {
    const retryable = this.#policy.retryableStatusCodes.has(code);
    if (retryable || pushback === 'stop') this.#throttle?.failed();
    if (!retryable || pushback === 'stop') return 'give-up';
    if (this.#attempts >= this.#policy.maxAttempts || !this.mayStart()) return 'give-up';
    if (pushback !== undefined) {
      this.#failures = 0;
      return pushback;
    }
    return retryBackoff(this.#policy, ++this.#failures, this.#random);
  }

  mayStart(): boolean {
    return this.#throttle?.allowsRetry() !== false;
  }

  succeeded(): void {
    this.#throttle?.succeeded();
  }
}
