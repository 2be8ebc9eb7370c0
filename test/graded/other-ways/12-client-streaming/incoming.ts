import * as grpc from '@grpc/grpc-js';
import { CallError } from '#hello/call';

export type Incoming<T> = Pick<
  grpc.ServerReadableStream<T, unknown>,
  'cancelled' | 'iterator' | 'metadata'
>;

export const COUNT = 'order-count';

export const LEFT = 'the client left in the middle';

/** The same with the iterator in one's own hands, and what is left counted down. */
export async function* incoming<T>(call: Incoming<T>): AsyncGenerator<T, void> {
  const iterator = call.iterator({ destroyOnReturn: false });
  const announced = call.metadata.get(COUNT).map(String);
  let came = 0;
  try {
    for (;;) {
      const step = await iterator.next().catch((error: unknown) => {
        if (call.cancelled) return { done: true as const, value: undefined };
        throw error;
      });
      if (step.done) break;
      came += 1;
      yield step.value as T;
    }
  } finally {
    await iterator.return?.(undefined);
  }
  if (call.cancelled) throw new CallError(grpc.status.CANCELLED, LEFT);
  for (const count of announced) {
    if (count === `${came}`) continue;
    throw new CallError(grpc.status.INVALID_ARGUMENT, `${came} of ${count} have come`);
  }
}
