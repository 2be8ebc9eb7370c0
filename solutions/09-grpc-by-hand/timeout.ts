// Derived from src/grpc/wire/timeout.ts by npm run skeletons: change it there.
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
  const ms = Math.max(0, milliseconds);
  if (Number.isInteger(ms) && ms <= MAX_DIGITS_VALUE) return `${ms}m`;
  for (const unit of ['u', 'm', 'S', 'M', 'H']) {
    const amount = Math.ceil(ms / UNITS[unit]!);
    if (amount <= MAX_DIGITS_VALUE) return `${amount}${unit}`;
  }
  return `${MAX_DIGITS_VALUE}H`;
}

/** Header text as milliseconds; `undefined` if it breaks the grammar. */
export function parseTimeout(text: string): number | undefined {
  const match = /^(\d{1,8})([HMSmun])$/.exec(text);
  if (match === null) return undefined;
  const [, digits, unit = ''] = match;
  return Number(digits) * UNITS[unit]!;
}
