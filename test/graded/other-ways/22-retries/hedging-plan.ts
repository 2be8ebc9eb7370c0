import type { Next, Pushback, RetryPlan, Throttle } from '#channel/retries/retry-plan';
import type { HedgingPolicy } from '#channel/retries/retry-policy';
import type { StatusCode } from '#grpc/status';

/** Somebody else's way: it counts down, and a stop leaves nothing. */
export class HedgingPlan implements RetryPlan {
  readonly #policy: HedgingPolicy;
  readonly #throttle: Throttle | undefined;
  #left: number;

  constructor(policy: HedgingPolicy, throttle: Throttle | undefined) {
    this.#policy = policy;
    this.#throttle = throttle;
    this.#left = policy.maxAttempts;
  }

  attemptStarted(): number | undefined {
    this.#left -= 1;
    if (!this.mayStart()) return undefined;
    return this.#policy.hedgingDelayMs;
  }

  attemptFailed(code: StatusCode, pushback: Pushback | undefined, running: number): Next {
    if (pushback === 'stop') this.#left = 0;
    if (!this.#policy.nonFatalStatusCodes.has(code)) {
      if (pushback === 'stop') this.#throttle?.failed();
      return 'give-up';
    }
    this.#throttle?.failed();
    if (!this.mayStart()) return running === 0 ? 'give-up' : 'wait';
    return typeof pushback === 'number' ? pushback : 0;
  }

  mayStart(): boolean {
    if (this.#left <= 0) return false;
    return this.#throttle === undefined || this.#throttle.allowsRetry();
  }

  succeeded(): void {
    this.#throttle?.succeeded();
  }
}
