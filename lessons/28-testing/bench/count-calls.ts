import type { ShopHandlers } from '#course/kit/bench/shop-bench';
import type { ServerCall } from '#grpc/server/server-call';

type Handler = (request: unknown, call: ServerCall) => unknown;

/** The same handlers, and how many of them are at work: a promise is pending, a stream is not over. */
export function countCalls(handlers: ShopHandlers): {
  handlers: ShopHandlers;
  serving(): number;
} {
  let serving = 0;
  const counted = (handler: Handler): Handler => {
    return (request, call) => {
      serving++;
      const done = () => serving--;
      let answer: unknown;
      try {
        answer = handler(request, call);
      } catch (error) {
        done();
        throw error;
      }
      if (isStream(answer)) return untilOver(answer, done);
      return Promise.resolve(answer).finally(done);
    };
  };
  const entries = Object.entries(handlers).map(([name, handler]) => [
    name,
    counted(handler as Handler),
  ]);
  return { handlers: Object.fromEntries(entries), serving: () => serving };
}

const isStream = (answer: unknown): answer is AsyncIterable<unknown> =>
  typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;

async function* untilOver(stream: AsyncIterable<unknown>, done: () => void) {
  try {
    yield* stream;
  } finally {
    done();
  }
}
