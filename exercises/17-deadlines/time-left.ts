import { notYet } from '#course/exercise/not-yet';
import { parseTimeout } from '#grpc/wire/timeout';

/**
 * A deadline is a moment, by one machine's clock. What travels is what is left until then, because
 * two machines' clocks never agree. So each server makes a moment of the duration that came, and a
 * duration of the moment when it calls others:
 *
 * ```
 * client            order             stock             price
 *   │ 200m            │                 │                 │
 *   ├────────────────▶│ 40 ms of work   │                 │
 *   │                 ├─ 160m ─────────▶│ 60 ms of work   │
 *   │                 │                 ├─ 100m ─────────▶│
 * ```
 */

/** The deadline of a call that has none: its caller waits for ever. */
export const NEVER = Number.POSITIVE_INFINITY;

/** Milliseconds in the units that a timeout is passed on in, the finest first. */
const UNITS = [
  ['m', 1],
  ['S', 1000],
  ['M', 60_000],
  ['H', 3_600_000],
] as const;

/** The most that the eight digits of `grpc-timeout` can say. */
const MAX_DIGITS_VALUE = 99_999_999;

/**
 * The moment at which a timeout is over that begins now.
 *
 * @param timeoutMs `undefined`: there is none. Below zero is zero.
 * @param now by the clock of this machine, in milliseconds
 */
export function deadlineAt(timeoutMs: number | undefined, now: number): number {
  // ── Task 1 ──
  // A moment, in milliseconds: now + timeoutMs.
  throw notYet(1);
}

/** Milliseconds until a deadline: 0 if it has passed, `undefined` if there is none. */
export function timeLeft(deadline: number, now: number): number | undefined {
  // ── Task 1 ──
  // Three answers: undefined, 0, or how far away it is. 0 is not undefined.
  throw notYet(1);
}

/**
 * How long a call may take that is made for another one: what it may take itself, or what the other
 * one has left, whichever is shorter. A child that has more time than its parent works for nobody
 * in the end, so what is lent is rounded down to whole milliseconds; what a caller wants is not.
 *
 * @param ownMs the call's own timeout, `undefined` or `Infinity` if it has none
 * @param lentMs what the parent has left; `undefined` if it has no limit, or there is no parent
 * @returns `undefined`: as long as it wants. 0: it is over before it has begun.
 */
export function timeoutFor(
  ownMs: number | undefined,
  lentMs: number | undefined,
): number | undefined {
  // ── Task 1 ──
  // Either of the two may be undefined, which means no limit, and either may be 0, which is a very
  // strict one. Only what is lent is rounded.
  throw notYet(1);
}

/**
 * What somebody writes as `grpc-timeout` who passes a call on, as a proxy does: what came, less what
 * was spent on it. In `m` if eight digits are enough, otherwise in the next unit in which they are,
 * and rounded down: `99999999S` less 1 ms is `99999998S`.
 *
 * @param text as it came
 * @param spentMs how long it was held
 * @returns `0m` if nothing is left, and `undefined` if what came breaks the grammar
 */
export function passedOn(text: string, spentMs: number): string | undefined {
  // ── Task 1 ──
  // parseTimeout(text) gives milliseconds, or undefined if the text is not a timeout:
  // parseTimeout("2S") is 2000. UNITS has the units in which to write it, the finest first.
  throw notYet(1);
}
