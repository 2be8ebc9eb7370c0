import { contextKey } from '#grpc/context-values';
import { GrpcError } from '#grpc/grpc-error';
import { isStatus } from '#grpc/server/handler-error';
import type { ServerCall } from '#grpc/server/server-call';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { Status } from '#grpc/status';
import { iteratorOf } from '#grpc/user-code';

export const CORRELATION_ID = 'x-correlation-id';
export const correlationId = contextKey<string>('correlation id', '');
const SOUND_ID = /^[\w.-]{1,64}$/;

export interface MaskOptions {
  report(error: unknown, id: string, call: ServerCall): unknown;
  newId?(): string;
}

export function idOf(call: ServerCall, newId: () => string): string {
  const sent = call.metadata.get(CORRELATION_ID);
  return typeof sent === 'string' && SOUND_ID.test(sent) ? sent : newId();
}

export function accident(id: string): GrpcError {
  return new GrpcError(Status.UNKNOWN, `something went wrong here; ask us about ${id}`);
}

/** Somebody else's way: a generator around the answer, where there is a stream. */
export function mask({ report, newId }: MaskOptions): ServerInterceptor {
  return async (request, call, next) => {
    const id = idOf(call, newId ?? (() => crypto.randomUUID()));
    call.responseTrailers.set(CORRELATION_ID, id);
    call.context.set(correlationId, id);

    const keepIn = (error: unknown): never => {
      if (isStatus(error) || call.cancelled) throw error;
      Promise.resolve()
        .then(() => report(error, id, call))
        .catch(() => {});
      throw accident(id);
    };
    /** By hand, and no generator: that would not hear of a reader who leaves while it waits. */
    const through = (messages: AsyncIterable<unknown>): AsyncIterableIterator<unknown> => {
      const iterator = iteratorOf(messages);
      return {
        next: () =>
          Promise.resolve()
            .then(() => iterator.next())
            .catch(keepIn),
        return: async () => {
          await iterator.return?.();
          return { value: undefined, done: true };
        },
        [Symbol.asyncIterator]() {
          return this;
        },
      };
    };
    const answer = await next(request, call).catch(keepIn);
    return call.method.responseStream ? through(answer as AsyncIterable<unknown>) : answer;
  };
}
