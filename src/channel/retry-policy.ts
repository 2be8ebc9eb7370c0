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
  /** Others end the call; these only bring the next attempt forward. */
  nonFatalStatusCodes: ReadonlySet<StatusCode>;
}

/**
 * The wait before retry `n` (1 is the first retry): exponential, with ±20 % of chance (A6 as
 * amended; it once was a random part of the whole).
 */
export function retryBackoff(policy: RetryPolicy, n: number, random: () => number): number {
  const base = policy.initialBackoffMs * policy.backoffMultiplier ** (n - 1);
  return Math.min(base, policy.maxBackoffMs) * (0.8 + 0.4 * random());
}

/**
 * What the server's `grpc-retry-pushback-ms` asks: a number of milliseconds to wait, `'stop'` for
 * anything negative or unreadable, `undefined` where there is none (A6, "Pushback").
 */
export function parsePushback(value: string | undefined): number | 'stop' | undefined {
  if (value === undefined) return undefined;
  return /^\d{1,9}$/.test(value) ? Number(value) : 'stop';
}
