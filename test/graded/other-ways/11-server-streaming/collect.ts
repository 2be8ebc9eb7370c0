import { CallError } from '#hello/call';

export interface Collected<T> {
  messages: T[];
  complete: boolean;
  error?: CallError;
}

export const DEFAULT_MOST = 1_000;

/** The same, with the iterator in one's own hands. */
export async function collect<T>(
  stream: AsyncIterable<T>,
  most = DEFAULT_MOST,
): Promise<Collected<T>> {
  const iterator = stream[Symbol.asyncIterator]();
  const collected: Collected<T> = { messages: [], complete: false };
  try {
    for (;;) {
      const { done, value } = await iterator.next();
      if (done) return { ...collected, complete: true };
      if (collected.messages.length >= most) break;
      collected.messages.push(value);
    }
  } catch (error) {
    if (error instanceof CallError) return { ...collected, error };
    throw error;
  }
  await iterator.return?.();
  return collected;
}
