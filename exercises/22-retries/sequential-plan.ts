import { notYet } from '#course/exercise/not-yet';
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
    // ── Task 2 ──
    // It counts.
    throw notYet(2);
  }

  /** Which failure counts against the bucket, and which may be followed by a further attempt. */
  attemptFailed(code: StatusCode, pushback: Pushback | undefined): Next {
    // ── Task 2 ──
    // First what the bucket is told, then what stops it, and then how long to wait: what the server
    // asks, or retryBackoff(this.#policy, n, this.#random). A pushback starts the backoff from the
    // beginning.
    throw notYet(2);
  }

  mayStart(): boolean {
    // ── Task 2 ──
    // What does the bucket say, if there is one?
    throw notYet(2);
  }

  succeeded(): void {
    // ── Task 2 ──
    // The bucket is told.
    throw notYet(2);
  }
}
