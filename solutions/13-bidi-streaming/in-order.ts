// Not derived: it stands beside grpc-js, and src/ has no such piece.

/**
 * Works on what comes, several at once, and hands on the results in the order in which it came:
 *
 *     source   101 ─ 102 ─ 103 ─ 104
 *     work       [101........]           102 and 103 are done before 101,
 *                [102..]                 and wait for it
 *                [103.....]
 *     out                    101 102 103
 *
 * At most `limit` results are being made, or wait for their turn, at any moment: so much is asked of
 * the source, and no more. A result whose turn it is goes out at once, although the source may think
 * about the next for an hour: whoever asks may be waiting for it.
 *
 * What `work` throws comes out in its turn, behind the results before it, and ends everything. So
 * does what the source throws. When the loop is left, the source is told (`return()`).
 */
export async function* inOrder<In, Out>(
  source: AsyncIterable<In>,
  limit: number,
  work: (item: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const iterator = source[Symbol.asyncIterator]();
  // <task 1>
  //? Two things may happen next: the first of those that run is done, or the source gives another.
  //? Promise.race([…]) resolves with whichever comes first. settle(promise), below, never rejects, so
  //? that a failure can wait for its turn without anybody having to catch it meanwhile. What work
  //? throws before it has a promise is such a failure, too.
  const running: Promise<Settled<Out>>[] = [];
  let reading: Promise<Settled<IteratorResult<In>>> | undefined;
  let ended = false;
  try {
    for (;;) {
      if (!ended && running.length < limit) reading ??= settle(iterator.next());
      const [first] = running;
      if (first === undefined && reading === undefined) return;
      const isDone = first?.then(() => true);
      const isRead = reading?.then(() => false);
      if (await Promise.race([isDone, isRead].filter((turn) => turn !== undefined))) {
        yield resultOf(await first!);
        running.shift();
        continue;
      }
      const next = await reading!;
      reading = undefined;
      if ('error' in next) {
        ended = true;
        running.push(Promise.resolve(next));
      } else if (next.value.done) {
        ended = true;
      } else {
        const { value } = next.value;
        running.push(settle((async () => work(value))()));
      }
    }
  } finally {
    if (!ended) void settle(iterator.return?.());
  }
  // </task>
}

/** What became of a promise. */
export type Settled<T> = { value: T } | { error: unknown };

/** A promise that never rejects: with what became of `promise`. */
export function settle<T>(promise: Promise<T> | undefined): Promise<Settled<T>> {
  return Promise.resolve(promise).then(
    (value) => ({ value: value as T }),
    (error) => ({ error }),
  );
}

/** @throws the error, if it is one */
export function resultOf<T>(settled: Settled<T>): T {
  if ('error' in settled) throw settled.error;
  return settled.value;
}
