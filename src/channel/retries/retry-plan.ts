import { Status, type StatusCode, type StatusObject } from '#grpc/status';
import {
  type HedgingPolicy,
  parsePushback,
  type RetryPolicies,
  type RetryPolicy,
  retryBackoff,
} from './retry-policy.ts';
import type { RetryThrottle } from './retry-throttle.ts';

/** What to do after an attempt has failed. */
export type Next =
  /** The call ends with this attempt's status. */
  | 'give-up'
  /** Other attempts are under way, or planned. */
  | 'wait'
  /** A new attempt, so many milliseconds from now. */
  | number;

/**
 * When a call is sent again (gRPC A6). Each call that has a policy has one. It counts attempts, and
 * knows neither connections nor timers.
 */
export interface RetryPlan {
  /**
   * An attempt begins. @returns milliseconds until the next one, even if this one does not fail.
   */
  attemptStarted(): number | undefined;
  /**
   * @param pushback what the server asked by `grpc-retry-pushback-ms`.
   * @param running other attempts that are still under way.
   */
  attemptFailed(code: StatusCode, pushback: number | 'stop' | undefined, running: number): Next;
  /** The server has answered the call. */
  succeeded(): void;
}

export function planRetries(
  policies: RetryPolicies | undefined,
  throttle: RetryThrottle | undefined,
  random: () => number,
): RetryPlan | undefined {
  if (policies?.retryPolicy) return new SequentialPlan(policies.retryPolicy, throttle, random);
  if (policies?.hedgingPolicy) return new HedgingPlan(policies.hedgingPolicy, throttle);
  return undefined;
}

/** What becomes of a call whose attempt has ended with this status. */
export function afterFailure(
  plan: RetryPlan | undefined,
  status: StatusObject,
  running: number,
): Next {
  if (plan === undefined) return 'give-up';
  const pushback = parsePushback(status.metadata?.get('grpc-retry-pushback-ms'));
  return plan.attemptFailed(status.code, pushback, running);
}

class SequentialPlan implements RetryPlan {
  readonly #policy: RetryPolicy;
  readonly #throttle: RetryThrottle | undefined;
  readonly #random: () => number;
  #attempts = 0;
  /** Since the last pushback: it starts the backoff from the beginning. */
  #failures = 0;

  constructor(policy: RetryPolicy, throttle: RetryThrottle | undefined, random: () => number) {
    this.#policy = policy;
    this.#throttle = throttle;
    this.#random = random;
  }

  attemptStarted(): undefined {
    this.#attempts++;
  }

  attemptFailed(code: StatusCode, pushback: number | 'stop' | undefined): Next {
    const retryable = this.#policy.retryableStatusCodes.has(code);
    if (retryable || pushback === 'stop') this.#throttle?.failed();
    if (!retryable || pushback === 'stop') return 'give-up';
    if (this.#attempts >= this.#policy.maxAttempts) return 'give-up';
    if (this.#throttle?.allowsRetry === false) return 'give-up';
    if (pushback !== undefined) {
      this.#failures = 0;
      return pushback;
    }
    return retryBackoff(this.#policy, ++this.#failures, this.#random);
  }

  succeeded(): void {
    this.#throttle?.succeeded();
  }
}

class HedgingPlan implements RetryPlan {
  readonly #policy: HedgingPolicy;
  readonly #throttle: RetryThrottle | undefined;
  #attempts = 0;
  #stopped = false;

  constructor(policy: HedgingPolicy, throttle: RetryThrottle | undefined) {
    this.#policy = policy;
    this.#throttle = throttle;
  }

  attemptStarted(): number | undefined {
    this.#attempts++;
    return this.#mayHedge ? this.#policy.hedgingDelayMs : undefined;
  }

  attemptFailed(code: StatusCode, pushback: number | 'stop' | undefined, running: number): Next {
    const fatal = code === Status.OK || !this.#policy.nonFatalStatusCodes.has(code);
    if (!fatal || pushback === 'stop') this.#throttle?.failed();
    if (fatal) return 'give-up';
    if (pushback === 'stop') this.#stopped = true;
    if (this.#mayHedge) return pushback === undefined || pushback === 'stop' ? 0 : pushback;
    return running > 0 ? 'wait' : 'give-up';
  }

  succeeded(): void {
    this.#throttle?.succeeded();
  }

  get #mayHedge(): boolean {
    return (
      !this.#stopped &&
      this.#attempts < this.#policy.maxAttempts &&
      this.#throttle?.allowsRetry !== false
    );
  }
}
