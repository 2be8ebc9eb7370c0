/**
 * `grpc-timeout`: how long the caller is still willing to wait, as 1 to 8 digits and a unit
 * (PROTOCOL-HTTP2.md, "Timeout"):
 *
 * ```
 * 250m     H hour · M minute · S second · m millisecond · u microsecond · n nanosecond
 * ```
 *
 * It is a duration and no moment, because two machines' clocks never agree; every hop subtracts
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
 * Milliseconds as header text, in the finest unit that fits and never less than was asked: a peer
 * that gives up too early cuts off an answer that was still welcome.
 */
export function formatTimeout(milliseconds: number): string {
  const ms = Math.max(0, milliseconds);
  if (ms <= MAX_DIGITS_VALUE) {
    if (Number.isInteger(ms)) return `${ms}m`;
    const micros = Math.ceil(ms * 1000);
    return micros <= MAX_DIGITS_VALUE ? `${micros}u` : `${Math.ceil(ms)}m`;
  }
  for (const unit of ['S', 'M', 'H']) {
    const amount = Math.ceil(ms / UNITS[unit]!);
    if (amount <= MAX_DIGITS_VALUE) return `${amount}${unit}`;
  }
  return `${MAX_DIGITS_VALUE}H`;
}

/** Header text as milliseconds; `undefined` where it breaks the grammar. */
export function parseTimeout(text: string): number | undefined {
  const factor = UNITS[text.charAt(text.length - 1)];
  const digits = text.length - 1;
  if (factor === undefined || digits < 1 || digits > 8) return undefined;
  let amount = 0;
  for (let i = 0; i < digits; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    amount = amount * 10 + digit;
  }
  return amount * factor;
}
