import { GrpcError } from '#grpc/grpc-error';
import { mapMessages } from '#grpc/interceptor';
import { Metadata } from '#grpc/metadata';
import { richError } from '#grpc/rich-error';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { Status, type StatusCode } from '#grpc/status';
import type { Any } from '#protobuf/generated/google/protobuf/any';

/**
 * A program has errors of its own: `NoSuchOrder`, `OutOfStock`. What they are called on the wire is
 * said once, here, and not in each handler: handlers then know nothing of gRPC.
 */
export interface Translation<E extends Error = Error> {
  /** Errors of this class, and of those that extend it. */
  readonly type: abstract new (
    ...args: never[]
  ) => E;
  readonly code: Exclude<StatusCode, 0>;
  /** What the caller reads. `error.message` was written for somebody else. */
  text(error: E): string;
  /** What the caller's program reads. */
  details?(error: E): readonly Any[];
}

/** Gives a translation the type of its error: `text` knows which class it is for. */
export function translation<E extends Error>(one: Translation<E>): Translation<E> {
  return one;
}

/**
 * What a caller is to see of an error. The translation of the nearest class counts: its own before
 * that of the class which it extends, in whatever order they stand in the list. A `GrpcError` stays
 * what it is, for somebody has chosen it; so does what has no translation: that is an accident, and
 * for others to report. What is translated keeps the error as its `cause`.
 */
export function translated(error: unknown, translations: readonly Translation[]): unknown {
  if (error instanceof GrpcError || !(error instanceof Error)) return error;
  // Somebody else's way: all that fit, and of those the one that all others are above.
  const fitting = translations.filter(({ type }) => error instanceof type);
  const nearest = fitting.reduce<Translation | undefined>(
    (best, one) => (best === undefined || one.type.prototype instanceof best.type ? one : best),
    undefined,
  );
  if (nearest === undefined) return error;
  const text = nearest.text(error);
  const details = nearest.details?.(error);
  return details?.length
    ? richError(nearest.code, text, details, { cause: error })
    : new GrpcError(nearest.code, text, undefined, { cause: error });
}

/** Translates what handlers of all four kinds throw, also in the middle of a stream. */
export function translate(translations: readonly Translation[]): ServerInterceptor {
  const failed = (error: unknown) => translated(error, translations);
  return async (request, call, next) => {
    try {
      const answer = await next(request, call);
      return mapMessages(answer, call.method.responseStream, (message) => message, failed);
    } catch (error) {
      throw failed(error);
    }
  };
}

/**
 * The codes that are true for the caller's caller too: they speak of time and of what can be reached.
 * All others speak of a request that this server wrote, and of this server's rights and quotas
 * (as gRFC A54 has it for what a control plane answers).
 */
export const PASSED_ON: ReadonlySet<StatusCode> = new Set([
  Status.CANCELLED,
  Status.DEADLINE_EXCEEDED,
  Status.UNAVAILABLE,
]);

/** What a caller reads of a call behind this one: neither who was called, nor what they said. */
export const BEHIND = 'a service behind this one failed';

/**
 * A call that a handler makes, so that its failure is not taken for the handler's own answer: a
 * handler whose stock service says NOT_FOUND has not looked for what its caller asked for.
 *
 * ```ts
 * const left = await downstream(stock.getProduct({ value }));
 * ```
 *
 * @throws GrpcError with the same code if it is one of PASSED_ON, otherwise INTERNAL; its text is
 *   BEHIND, its `cause` the error itself. Whatever is not a status comes out as it is.
 */
export function downstream<T>(call: Promise<T>): Promise<T> {
  return call.catch((cause: unknown) => {
    if (!(cause instanceof GrpcError)) throw cause;
    const { code } = cause;
    throw new GrpcError(PASSED_ON.has(code) ? code : Status.INTERNAL, BEHIND, new Metadata(), {
      cause,
    });
  });
}
