import { iteratorOf } from '#grpc/user-code';
import type { Source } from '#protobuf/schema/service-definition';

/**
 * The same stream, and `ended` is called when its reader has come to its end, has met an error in
 * it, or has left. (Who never reads it calls nobody.)
 */
export function endingWith(stream: unknown, ended: () => void): AsyncIterableIterator<unknown> {
  const iterator = iteratorOf(stream as Source<unknown>);
  return {
    async next() {
      try {
        const result = await iterator.next();
        if (result.done) ended();
        return result;
      } catch (error) {
        ended();
        throw error;
      }
    },
    async return() {
      ended();
      await iterator.return?.();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
