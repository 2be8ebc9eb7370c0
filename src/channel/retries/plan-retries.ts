import { HedgingPlan } from '#channel/retries/hedging-plan';
import type { RetryPolicies } from '#channel/retries/retry-policy';
import { SequentialPlan } from '#channel/retries/sequential-plan';
import type { RetryPlan, Throttle } from './retry-plan.ts';

/** The plan of a call, by what the service config says of its method; without a policy: none. */
export function planRetries(
  policies: RetryPolicies | undefined,
  throttle: Throttle | undefined,
  random: () => number,
): RetryPlan | undefined {
  if (policies?.retryPolicy) return new SequentialPlan(policies.retryPolicy, throttle, random);
  if (policies?.hedgingPolicy) return new HedgingPlan(policies.hedgingPolicy, throttle);
  return undefined;
}
