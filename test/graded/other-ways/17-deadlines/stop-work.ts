import { onAbort } from '#grpc/deadlines/on-abort';

export interface AwaitedCall {
  readonly cancelled: boolean;
  readonly signal: AbortSignal;
}

/** Somebody else's way: a promise by hand, which whoever is first settles. */
export function untilCancelled<T>(
  { signal }: AwaitedCall,
  work: (signal: AbortSignal) => T | PromiseLike<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const release = onAbort(signal, () => reject(signal.reason));
    new Promise<T>((begun) => begun(work(signal))).then(
      (result) => {
        release();
        resolve(result);
      },
      (error) => {
        release();
        reject(error);
      },
    );
  });
}

/** And a loop over an iterator, with its end in one place. */
export async function inSteps<T>(
  call: AwaitedCall,
  items: Iterable<T>,
  work: (item: T) => unknown,
  breathe: () => unknown,
): Promise<void> {
  const iterator = items[Symbol.iterator]();
  try {
    for (let step = iterator.next(); !step.done; step = iterator.next()) {
      await breathe();
      if (call.cancelled || call.signal.aborted) throw call.signal.reason;
      await work(step.value);
    }
  } catch (error) {
    iterator.return?.();
    throw error;
  }
}
