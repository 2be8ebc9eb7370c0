/** `Timestamp` and `Duration` as JavaScript has them: `Date`, and milliseconds. */
import type { Duration } from './generated/google/protobuf/duration.ts';
import type { Timestamp } from './generated/google/protobuf/timestamp.ts';

const NANOS_PER_MS = 1_000_000;

/** @throws RangeError for an invalid date. */
export function timestampFromDate(date: Date): Timestamp {
  const ms = date.getTime();
  if (Number.isNaN(ms)) throw new RangeError('the date is invalid');
  const seconds = Math.floor(ms / 1000);
  // Before 1970 too the part of a second counts forward.
  return { seconds: BigInt(seconds), nanos: (ms - seconds * 1000) * NANOS_PER_MS };
}

/** What is finer than a millisecond is cut off: `Date` has no room for it. */
export function dateFromTimestamp({ seconds = 0n, nanos = 0 }: Partial<Timestamp>): Date {
  return new Date(Number(seconds) * 1000 + Math.floor(nanos / NANOS_PER_MS));
}

/**
 * @param ms Milliseconds; a fraction of them is kept, to a nanosecond.
 * @throws RangeError if it is not a finite number.
 */
export function durationFromMs(ms: number): Duration {
  if (!Number.isFinite(ms)) throw new RangeError(`${ms} ms is not a duration`);
  const whole = Math.trunc(ms / 1000);
  const nanos = Math.round((ms - whole * 1000) * NANOS_PER_MS);
  // Rounding can fill the second, and −0 is not what anyone wants to read.
  if (Math.abs(nanos) === 1000 * NANOS_PER_MS) {
    return { seconds: BigInt(whole + Math.sign(nanos)), nanos: 0 };
  }
  return { seconds: BigInt(whole), nanos: nanos + 0 };
}

export function msFromDuration({ seconds = 0n, nanos = 0 }: Partial<Duration>): number {
  return Number(seconds) * 1000 + nanos / NANOS_PER_MS;
}
