import { notYet } from '#course/exercise/not-yet';
import { type Settled, settle } from '#bidi/in-order';
import type { Clock, TimerHandle } from '#time/clock';

export interface BatchOptions {
  /** A batch is full with so many. */
  size: number;
  /** The first of a batch waits no longer than so many milliseconds. */
  ms: number;
  clock: Clock;
}

/**
 * Puts together what comes, into batches: as soon as one is full, or its first member has waited for
 * `ms`, or the source has ended, it goes out. There is no empty batch.
 *
 *     source   101 102 103 ─────── 104 ──────────── (the end)
 *     size 3             [101 102 103]     ms later [104]
 *
 * What the source throws comes behind the batch that was begun. While the reader of batches is busy
 * nothing more is asked of the source. When the loop is left the source is told, and no timer is
 * left behind.
 */
export async function* batches<T>(
  source: AsyncIterable<T>,
  { size, ms, clock }: BatchOptions,
): AsyncGenerator<T[]> {
  const iterator = source[Symbol.asyncIterator]();
  // ── Task 2 ──
  // clock.setTimer(callback, ms) calls once, and returns a handle whose cancel() takes it back.
  // Again two things may happen next: the source gives another, or the time is up. What was asked of
  // the source must not be asked again when the time was up first: keep the promise.
  throw notYet(2);
}
