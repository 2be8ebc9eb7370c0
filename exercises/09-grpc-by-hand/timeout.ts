import { notYet } from '#course/exercise/not-yet';
/**
 * `grpc-timeout`: how long the caller is still willing to wait, as 1 to 8 digits and a unit
 * (PROTOCOL-HTTP2.md, "Timeout"):
 *
 * ```
 * 250m     H hour · M minute · S second · m millisecond · u microsecond · n nanosecond
 * ```
 *
 * It is a duration and not a moment, because two machines' clocks never agree; every hop subtracts
 * what it has used up.
 */

/** Milliseconds in one unit. */
const UNITS: Readonly<Record<string, number>> = {
  H: 3_600_000,
  M: 60_000,
  S: 1000,
  m: 1,
  u: 1e-3,
  n: 1e-6,
};

/** The most that eight digits can say. */
const MAX_DIGITS_VALUE = 99_999_999;

/**
 * Milliseconds as header text, never less than was asked: a peer that gives up too early cuts off
 * an answer that was still welcome. A whole number of milliseconds is said in `m` if eight digits
 * are enough (5000 ms is `5000m`), anything else in the finest unit from `u` on that they are enough
 * for, rounded up. Below zero is zero, and what no unit can say is 99999999H.
 */
export function formatTimeout(milliseconds: number): string {
  // ── Task 1 ──
  // Whole digits only, eight at the most: 5000 ms is 5000m. 1.5 ms, and 100,000,000 ms, need
  // another unit than m; take the finest that fits, and round up.
  throw notYet(1);
}

/** Header text as milliseconds; `undefined` if it breaks the grammar. */
export function parseTimeout(text: string): number | undefined {
  // ── Task 5 ──
  // One to eight digits and one letter, nothing before, between or behind: Number('') is 0 and
  // Number(' 1e3') is 1000, and neither is a timeout.
  throw notYet(5);
}
