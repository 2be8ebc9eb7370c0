import { notYet } from '#course/exercise/not-yet';
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
    // ── Task 4 ──
    // It counts, and says when the next one begins if nothing comes: or undefined.
    throw notYet(4);
  }

  attemptFailed(code: StatusCode, pushback: Pushback | undefined, running: number): Next {
    // ── Task 4 ──
    // A code that is fatal ends the call. Otherwise the next one begins at once (0), or when the
    // server asks for it; or there is none any more, and then it depends on whether others are
    // still running.
    throw notYet(4);
  }

  mayStart(): boolean {
    // ── Task 4 ──
    // Three things may forbid it.
    throw notYet(4);
  }

  succeeded(): void {
    // ── Task 4 ──
    // The bucket is told.
    throw notYet(4);
  }
}
