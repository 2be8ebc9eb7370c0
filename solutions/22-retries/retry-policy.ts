// Derived from src/channel/retries/retry-policy.ts by npm run skeletons: change it there.
import type { Pushback } from '#channel/retries/retry-plan';
import type { StatusCode } from '#grpc/status';

/** "Try again, one attempt after the other" (gRPC A6, "Retry Policy"). */
export interface RetryPolicy {
  /** With the first one. */
  maxAttempts: number;
  initialBackoffMs: number;
  maxBackoffMs: number;
  backoffMultiplier: number;
  retryableStatusCodes: ReadonlySet<StatusCode>;
}

/** "Send it again before the first has failed, and take what comes first" (A6, "Hedging"). */
export interface HedgingPolicy {
  maxAttempts: number;
  /** 0: all at once. */
  hedgingDelayMs: number;
  /** After these the next attempt starts at once; after all others the call ends. */
  nonFatalStatusCodes: ReadonlySet<StatusCode>;
}

/** What a method has of the two: one at most. */
export interface RetryPolicies {
  retryPolicy?: RetryPolicy;
  hedgingPolicy?: HedgingPolicy;
}

/**
 * The wait before retry `n` (1 is the first retry), in milliseconds: exponential, at most
 * `maxBackoffMs`, and up to 20 % longer or shorter at random (A6 as amended; at first it was a
 * random part of the whole).
 * @param random a number in [0, 1).
 */
export function retryBackoff(policy: RetryPolicy, n: number, random: () => number): number {
  const base = policy.initialBackoffMs * policy.backoffMultiplier ** (n - 1);
  return Math.min(base, policy.maxBackoffMs) * (0.8 + 0.4 * random());
}

/** The largest number of 32 bits with a sign. */
const MAX_PUSHBACK_MS = 2 ** 31 - 1;

/**
 * What the server asks by `grpc-retry-pushback-ms`: to wait so many milliseconds; `'stop'` if it is
 * negative or not a whole number of 32 bits, "with no unnecessary leading zeros"; `undefined` if
 * the server asks nothing (A6, "Pushback").
 */
export function parsePushback(value: string | undefined): Pushback | undefined {
  if (value === undefined) return undefined;
  const isNumber = /^(0|[1-9]\d{0,9})$/.test(value);
  return isNumber && Number(value) <= MAX_PUSHBACK_MS ? Number(value) : 'stop';
}
