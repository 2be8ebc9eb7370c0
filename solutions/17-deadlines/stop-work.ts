// Derived from src/grpc/deadlines/stop-work.ts by npm run skeletons: change it there.
import { onAbort } from '#grpc/deadlines/on-abort';

/**
 * Work for a caller who may leave. Nobody can stop a handler from outside: it has to ask, or to
 * listen. `call.signal` aborts when nobody waits any more; its reason says why.
 */

/** What work needs to know of the call for which it is done; a `ServerCall` knows it. */
export interface AwaitedCall {
  /** Nobody waits for the answer any more. */
  readonly cancelled: boolean;
  /** Aborts at that moment, with a `GrpcError` as its reason. */
  readonly signal: AbortSignal;
}

/**
 * Waits for work, but no longer than the caller does. Work that listens to its signal stops; work
 * that does not goes on, and what comes of it is dropped, whether it is a result or an error.
 *
 * ```ts
 * const row = await untilCancelled(call, (signal) => database.query(text, { signal }));
 * ```
 *
 * @param work begun only if somebody waits
 * @returns a promise of what the work gives, rejected with what the work throws, or with the
 *   signal's reason as soon as nobody waits. Nobody listens to the signal afterwards.
 */
export async function untilCancelled<T>(
  { signal }: AwaitedCall,
  work: (signal: AbortSignal) => T | PromiseLike<T>,
): Promise<T> {
  signal.throwIfAborted();
  let release = () => {};
  const cancelled = new Promise<never>((_, reject) => {
    release = onAbort(signal, () => reject(signal.reason));
  });
  try {
    return await Promise.race([work(signal), cancelled]);
  } finally {
    release();
  }
}

/**
 * Works through a list for as long as somebody waits. A loop that never pauses would not hear that
 * its caller has left: that stands in a socket which nobody reads while the loop runs. So it takes a
 * breath before every item, and then asks.
 *
 * @param breathe lets the process do other things, such as reading from its sockets:
 *   `() => new Promise(setImmediate)`
 * @returns a promise, rejected with the signal's reason once nobody waits; no item is begun then,
 *   and the source is closed as `for … of` closes what it leaves
 */
export async function inSteps<T>(
  call: AwaitedCall,
  items: Iterable<T>,
  work: (item: T) => unknown,
  breathe: () => unknown,
): Promise<void> {
  for (const item of items) {
    await breathe();
    call.signal.throwIfAborted();
    await work(item);
  }
}
