import type { Pushback } from '#channel/retries/retry-plan';
import type { StatusCode } from '#grpc/status';

export interface RetryPolicy {
  maxAttempts: number;
  initialBackoffMs: number;
  maxBackoffMs: number;
  backoffMultiplier: number;
  retryableStatusCodes: ReadonlySet<StatusCode>;
}

export interface HedgingPolicy {
  maxAttempts: number;
  hedgingDelayMs: number;
  nonFatalStatusCodes: ReadonlySet<StatusCode>;
}

export interface RetryPolicies {
  retryPolicy?: RetryPolicy;
  hedgingPolicy?: HedgingPolicy;
}

/** Somebody else's way: step by step, and it stops at the maximum. */
export function retryBackoff(policy: RetryPolicy, n: number, random: () => number): number {
  let wait = policy.initialBackoffMs;
  for (let i = 1; i < n && Number.isFinite(wait); i++) wait *= policy.backoffMultiplier;
  if (wait > policy.maxBackoffMs) wait = policy.maxBackoffMs;
  return wait + wait * 0.2 * (random() * 2 - 1);
}

/** Somebody else's way: a number that is written as it came. */
export function parsePushback(value: string | undefined): Pushback | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isInteger(number) || Object.is(number, -0)) return 'stop';
  if (number < 0 || number >= 2 ** 31 || String(number) !== value) return 'stop';
  return number;
}
