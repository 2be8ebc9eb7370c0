import { notYet } from '#course/exercise/not-yet';
import { GrpcError } from '#grpc/grpc-error';
import { mapMessages } from '#grpc/interceptor';
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
  // ── Task 1 ──
  // Object.getPrototypeOf(error) is what its class calls prototype: (class).prototype. Of that,
  // Object.getPrototypeOf gives the one of the class that it extends, and null in the end. With
  // details: richError(code, text, details, { cause: error }). Without, or if the list is empty:
  // new GrpcError(code, text, undefined, { cause: error }).
  throw notYet(1);
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
 * All others speak of a request that this server wrote, and of this server's rights and quotas.
 * (gRFC A54 makes INTERNAL of seven of them, if a control plane answers so.)
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
export async function downstream<T>(call: Promise<T>): Promise<T> {
  // ── Task 1 ──
  // await call gives its answer, or throws its error. PASSED_ON.has(error.code).
  throw notYet(1);
}
