/**
 * How the stack deals with code that is not its own: handlers, interceptors, callbacks, sources.
 * Such code may throw anywhere, and may hand out promises that another library or another realm has
 * made, which are not instances of our `Promise`. What it does hurts no call but its own.
 */

/** Whether a value is a promise of any make: something with a `then`. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    value instanceof Promise ||
    (typeof value === 'object' &&
      value !== null &&
      typeof (value as { then?: unknown }).then === 'function')
  );
}

/**
 * Runs a callback for whose end nobody waits.
 * @param failed is told what it throws, or what the promise that it returns is rejected with.
 */
export function runCallback(callback: () => unknown, failed: (error: unknown) => void): void {
  try {
    const result = callback();
    if (isThenable(result)) Promise.resolve(result).then(undefined, failed);
  } catch (error) {
    failed(error);
  }
}

/** Of an iterable of either kind. @throws TypeError if it is not iterable. */
export function iteratorOf<T>(
  source: Iterable<T> | AsyncIterable<T>,
): Iterator<T> | AsyncIterator<T> {
  return Symbol.asyncIterator in source
    ? source[Symbol.asyncIterator]()
    : source[Symbol.iterator]();
}

/**
 * Tells a source that no more is wanted, so that its `finally` runs.
 * @returns settles when that has run, and never rejects; `undefined`: it has run already.
 */
export function closeIterator(
  iterator: Iterator<unknown> | AsyncIterator<unknown>,
): Promise<void> | undefined {
  // A source that cannot even be closed has nobody left to tell.
  const ignored = () => {};
  try {
    const closed = iterator.return?.();
    return isThenable(closed) ? Promise.resolve(closed).then(ignored, ignored) : undefined;
  } catch {
    return undefined;
  }
}

/** The text of anything that was thrown. Never throws itself. */
export function errorText(error: unknown): string {
  try {
    return error instanceof Error ? error.message : String(error);
  } catch {
    return 'an error without a text';
  }
}
