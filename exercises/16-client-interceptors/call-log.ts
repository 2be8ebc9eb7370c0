import { notYet } from '#course/exercise/not-yet';
import type { ClientCall, ClientInterceptor } from '#grpc/client/client-call';
import { CORRELATION_ID, correlationId } from '#grpc/interceptors/mask';
import type { StatusCode } from '#grpc/status';
import { runCallback } from '#grpc/user-code';
import { type Clock, systemClock } from '#time/clock';

/** What is known of a call when it is over. */
export interface CallRecord {
  /** The same that went out with the call, and stands in the server’s log (see `mask`). */
  readonly id: string;
  readonly path: string;
  readonly code: StatusCode;
  /** What went wrong; empty if nothing did. */
  readonly details: string;
  /** From the call to its end; for a stream to the end of the stream. */
  readonly ms: number;
}

export interface CallLogOptions {
  /** Is told of every call, once, when it is over. */
  write(record: CallRecord): unknown;
  /** An id for a call that has none yet. */
  newId?(): string;
  clock?: Clock;
}

/**
 * The id of a call: the one that its caller has set; otherwise that of the call for which this one
 * is made, so that one id goes through all servers; otherwise a new one.
 */
export function idFor({ metadata, options }: ClientCall, newId: () => string): string {
  // ── Task 1 ──
  // metadata.get(CORRELATION_ID) is what the caller has set, if it has. options.parent is the call
  // that this one is made for, if there is one; its id is parent.context.get(correlationId), "" if
  // it has none. Otherwise newId().
  throw notYet(1);
}

/**
 * A record of every call: how it ended and how long it took. Also of those that fail, of streams
 * to their end, of those that never got as far as the wire. An id goes out with the call, by which
 * the server’s log knows it.
 *
 * It knows how a call ended from `call.ended`: `next` of a stream resolves long before that.
 */
export function callLog(options: CallLogOptions): ClientInterceptor {
  // ── Task 1 ──
  // Returns (request, call, next) => …. Without a newId, crypto.randomUUID() makes one; without a
  // clock, systemClock is it. call.ended is a promise of { code, details }, resolved once when the
  // call is over; it never rejects. runCallback(callback, failed) runs write, whatever it does.
  throw notYet(1);
}
