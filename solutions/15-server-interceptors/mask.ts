// Derived from src/grpc/interceptors/mask.ts by npm run skeletons: change it there.
import { contextKey } from '#grpc/context-values';
import { GrpcError } from '#grpc/grpc-error';
import { mapMessages } from '#grpc/interceptor';
import { isStatus } from '#grpc/server/handler-error';
import type { ServerCall } from '#grpc/server/server-call';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { Status } from '#grpc/status';
import { runCallback } from '#grpc/user-code';

/** The name by which a caller sends an id, and by which each of our answers has one. */
export const CORRELATION_ID = 'x-correlation-id';

/** The id of a call, for handlers and for those who log. */
export const correlationId = contextKey<string>('correlation id', '');

/** What a caller may choose as an id: it goes into our logs, where a line break would be a lie. */
const SOUND_ID = /^[\w.-]{1,64}$/;

export interface MaskOptions {
  /** Is told of every accident, with the id that its caller got. Stays on this machine. */
  report(error: unknown, id: string, call: ServerCall): unknown;
  /** An id for a call whose caller sent none that is sound. */
  newId?(): string;
}

/** The id that the caller sent, if it is sound; otherwise a new one. */
export function idOf(call: ServerCall, newId: () => string): string {
  const sent = call.metadata.get(CORRELATION_ID);
  return typeof sent === 'string' && SOUND_ID.test(sent) ? sent : newId();
}

/** What a caller reads of an accident: that there was one, and what to ask us about. */
export function accident(id: string): GrpcError {
  return new GrpcError(Status.UNKNOWN, `something went wrong here; ask us about ${id}`);
}

/**
 * Keeps in what is not meant for others. A `GrpcError` that a handler throws goes out as it is:
 * somebody has chosen its words. Anything else is an accident: it is reported, and its caller reads
 * `accident(id)`. Every answer has the id in its trailers, also one that went well.
 *
 * A handler can fail late: when it is called, when its promise settles, or in the middle of the
 * stream that it answered with. Once nobody waits any more (`call.cancelled`), what it throws is
 * only the echo of that, and no accident.
 */
export function mask(options: MaskOptions): ServerInterceptor {
  const { report, newId = () => crypto.randomUUID() } = options;
  return async (request, call, next) => {
    const id = idOf(call, newId);
    call.context.set(correlationId, id);
    call.responseTrailers.set(CORRELATION_ID, id);
    const masked = (error: unknown): unknown => {
      if (isStatus(error) || call.cancelled) return error;
      // One who cannot even report must not be the one who tells.
      runCallback(
        () => report(error, id, call),
        () => {},
      );
      return accident(id);
    };
    try {
      const answer = await next(request, call);
      if (!call.method.responseStream) return answer;
      return mapMessages(answer, true, (message) => message, masked);
    } catch (error) {
      throw masked(error);
    }
  };
}
