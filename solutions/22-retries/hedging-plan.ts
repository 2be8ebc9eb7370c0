// Derived from src/channel/retries/hedging-plan.ts by npm run skeletons: change it there.
import type { Next, Pushback, RetryPlan, Throttle } from '#channel/retries/retry-plan';
import type { HedgingPolicy } from '#channel/retries/retry-policy';
import type { StatusCode } from '#grpc/status';

/** A further attempt before the first has failed, each `hedgingDelay` (gRPC A6, "Hedging Policy"). */
export class HedgingPlan implements RetryPlan {
  readonly #policy: HedgingPolicy;
  readonly #throttle: Throttle | undefined;
  #attempts = 0;
  /** The server has asked for no more of them. */
  #stopped = false;

  constructor(policy: HedgingPolicy, throttle: Throttle | undefined) {
    this.#policy = policy;
    this.#throttle = throttle;
  }

  attemptStarted(): number | undefined {
    this.#attempts++;
    return this.mayStart() ? this.#policy.hedgingDelayMs : undefined;
  }

  attemptFailed(code: StatusCode, pushback: Pushback | undefined, running: number): Next {
    const fatal = !this.#policy.nonFatalStatusCodes.has(code);
    if (!fatal || pushback === 'stop') this.#throttle?.failed();
    if (fatal) return 'give-up';
    if (pushback === 'stop') this.#stopped = true;
    else if (this.mayStart()) return pushback ?? 0;
    return running > 0 ? 'wait' : 'give-up';
  }

  mayStart(): boolean {
    return (
      !this.#stopped &&
      this.#attempts < this.#policy.maxAttempts &&
      this.#throttle?.allowsRetry() !== false
    );
  }

  succeeded(): void {
    this.#throttle?.succeeded();
  }
}
