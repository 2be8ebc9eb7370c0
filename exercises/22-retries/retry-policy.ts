import { notYet } from '#course/exercise/not-yet';
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
  // ── Task 1 ──
  // n is 1 before the first retry. First what is due, at most maxBackoffMs; then up to 20 % longer
  // or shorter.
  throw notYet(1);
}

/** The largest number of 32 bits with a sign. */
const MAX_PUSHBACK_MS = 2 ** 31 - 1;

/**
 * What the server asks by `grpc-retry-pushback-ms`: to wait so many milliseconds; `'stop'` if it is
 * negative or not a whole number of 32 bits, "with no unnecessary leading zeros"; `undefined` if
 * the server asks nothing (A6, "Pushback").
 */
export function parsePushback(value: string | undefined): Pushback | undefined {
  // ── Task 1 ──
  // Three kinds of answers. A text that is not exactly a whole number, written as one writes it
  // ("0", "250", not "007", "+5" or "1e3"), or that is above MAX_PUSHBACK_MS, asks to be left
  // alone.
  throw notYet(1);
}
