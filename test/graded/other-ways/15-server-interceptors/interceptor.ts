import { closeIterator, iteratorOf } from '#grpc/user-code';

/** Somebody else's way: the chain walks along the list by an index, the stream is an object. */
export type Interceptor<Call> = (
  request: unknown,
  call: Call,
  next: Next<Call>,
) => Promise<unknown>;
export type Next<Call> = (request: unknown, call: Call) => Promise<unknown>;
export type Nexts = 'once' | 'again';
export const NEXT_TWICE = 'an interceptor has called next twice for one call';

export function chain<Call>(
  interceptors: readonly Interceptor<Call>[],
  innermost: Next<Call>,
  nexts: Nexts = 'once',
): Next<Call> {
  async function go(at: number, request: unknown, call: Call): Promise<unknown> {
    const interceptor = interceptors[at];
    if (interceptor === undefined) return innermost(request, call);
    let left = nexts === 'again' ? Number.POSITIVE_INFINITY : 1;
    return interceptor(request, call, (asked, changed) =>
      left-- > 0 ? go(at + 1, asked, changed) : Promise.reject(new Error(NEXT_TWICE)),
    );
  }
  return (request, call) => go(0, request, call);
}

export function mapMessages(
  messages: unknown,
  streaming: boolean,
  each: (message: unknown) => unknown,
  failed: (error: unknown) => unknown = (error) => error,
): unknown {
  if (!streaming) return each(messages);
  let iterator: Iterator<unknown> | AsyncIterator<unknown> | undefined;
  const source = () => {
    iterator ??= iteratorOf(messages as AsyncIterable<unknown>);
    return iterator;
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      let result: IteratorResult<unknown>;
      try {
        result = await source().next();
      } catch (error) {
        throw failed(error);
      }
      if (result.done) return { done: true, value: undefined };
      return Promise.resolve(result.value)
        .then(each)
        .then(
          (value) => ({ done: false, value }),
          (error) => {
            closeIterator(source());
            throw error;
          },
        );
    },
    async return() {
      closeIterator(source());
      return { done: true, value: undefined };
    },
  };
}
