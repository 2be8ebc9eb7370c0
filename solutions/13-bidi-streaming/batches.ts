// Not derived: it stands beside grpc-js, and src/ has no such piece.
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
  // <task 2>
  //? clock.setTimer(callback, ms) calls once, and returns a handle whose cancel() takes it back.
  //? Again two things may happen next: the source gives another, or the time is up. What was asked of
  //? the source must not be asked again when the time was up first: keep the promise.
  let batch: T[] = [];
  let reading: Promise<Settled<IteratorResult<T>>> | undefined;
  let timer: TimerHandle | undefined;
  let isUp: Promise<'up'> | undefined;
  let ended = false;
  const take = () => {
    timer?.cancel();
    timer = undefined;
    isUp = undefined;
    const full = batch;
    batch = [];
    return full;
  };
  try {
    for (;;) {
      reading ??= settle(iterator.next());
      const turn = await (isUp === undefined ? reading : Promise.race([reading, isUp]));
      if (turn === 'up') {
        yield take();
        continue;
      }
      reading = undefined;
      if ('error' in turn || turn.value.done) {
        ended = true;
        if (batch.length > 0) yield take();
        if ('error' in turn) throw turn.error;
        return;
      }
      batch.push(turn.value.value);
      if (batch.length === size) {
        yield take();
      } else if (batch.length === 1) {
        isUp = new Promise((resolve) => {
          timer = clock.setTimer(() => resolve('up'), ms);
        });
      }
    }
  } finally {
    timer?.cancel();
    if (!ended) void settle(iterator.return?.());
  }
  // </task>
}
