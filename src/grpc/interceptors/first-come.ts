import { iteratorOf } from '#grpc/user-code';
import type { Source } from '#protobuf/schema/service-definition';

/**
 * Waits for the first message of a stream, or for its end, and gives back the stream with all of its
 * messages. A call that a server refuses fails before its first message: so it fails here, and not
 * later, where it is read. Nothing more is read ahead.
 */
export async function firstCome(stream: unknown): Promise<AsyncIterableIterator<unknown>> {
  const iterator = iteratorOf(stream as Source<unknown>);
  let first: IteratorResult<unknown> | undefined = await iterator.next();
  const whole: AsyncIterableIterator<unknown> = {
    async next() {
      const result = first ?? (await iterator.next());
      first = undefined;
      return result;
    },
    async return() {
      first = undefined;
      await iterator.return?.();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]: () => whole,
  };
  return whole;
}
