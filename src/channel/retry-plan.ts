import { Status, type StatusCode, type StatusObject } from '#grpc/status';
import {
  type HedgingPolicy,
  parsePushback,
  type RetryPolicy,
  retryBackoff,
} from './retry-policy.ts';
import type { RetryThrottle } from './retry-throttle.ts';
import type { MethodConfig } from './service-config.ts';

/** What to do after an attempt has failed. */
export type Next =
  /** The call ends with this attempt's status. */
  | 'give-up'
  /** Others are still under way, or are planned already. */
  | 'wait'
  /** A new attempt, so many milliseconds from now. */
  | number;

/**
 * When a call is sent again (gRPC A6). One for each call that has a policy: it counts attempts and
 * knows no connection and no timer.
 */
export interface RetryPlan {
  /** An attempt goes out. @returns milliseconds until another one should, whatever happens. */
  attemptStarted(): number | undefined;
  /**
   * @param pushback what the server asked by `grpc-retry-pushback-ms`.
   * @param running other attempts that are still under way.
   */
  attemptFailed(code: StatusCode, pushback: number | 'stop' | undefined, running: number): Next;
  /** It was answered: whatever comes now is the call's. */
  succeeded(): void;
}

export function planRetries(
  config: MethodConfig | undefined,
  throttle: RetryThrottle | undefined,
  random: () => number,
): RetryPlan | undefined {
  if (config?.retryPolicy) return new SequentialPlan(config.retryPolicy, throttle, random);
  if (config?.hedgingPolicy) return new HedgingPlan(config.hedgingPolicy, throttle);
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
