import type { ContextValues } from '#grpc/context-values';
import { timeoutFor } from '#grpc/deadlines/time-left';
import type { Metadata } from '#grpc/metadata';
import type { ServerCall } from '#grpc/server/server-call';
import type { StatusObject } from '#grpc/status';
import type { CallCredentials } from './call-credentials.ts';

/** What a caller can ask for one call. */
export interface CallOptions {
  /**
   * Give up after this long. Sent along, so that the server gives up too. `Infinity`: wait for ever,
   * whatever the client's defaults say.
   */
  timeoutMs?: number | undefined;
  /** Gives up when it aborts. */
  signal?: AbortSignal | undefined;
  /** Goes out with the request. */
  metadata?: Metadata | undefined;
  /** Called with what the server sent before its first message. */
  onHeaders?: ((metadata: Metadata) => void) | undefined;
  /** Called with what the server sent with the status, whatever that is. */
  onTrailers?: ((metadata: Metadata, status: StatusObject) => void) | undefined;
  /** Wait for a connection rather than fail while there is none (doc/wait-for-ready.md). */
  waitForReady?: boolean | undefined;
  /**
   * Compress requests: the name of one of the channel's `compressions`, such as `gzip`; another
   * name is a RangeError. The server may not have it; it then says UNIMPLEMENTED.
   * `uncompressed(message)` (`compressed-flag.ts`) exempts a single message.
   */
  compression?: string | undefined;
  /** Proof of who is calling, for this call; never over plaintext. */
  credentials?: CallCredentials | undefined;
  /**
   * The call that this one is made for: it lends its deadline, and its cancellation cancels this
   * one, so that work stops along the whole chain when nobody waits at its beginning.
   */
  parent?: ServerCall | undefined;
  /** Values for the client's interceptors; none of them travels. */
  context?: ContextValues | undefined;
}

/**
 * How long a call may take, in milliseconds: its own timeout, or what its parent has left, whichever
 * is shorter. `undefined`: as long as it wants.
 * @throws RangeError if the timeout is not a number.
 */
export function callTimeout({ timeoutMs, parent }: CallOptions): number | undefined {
  if (timeoutMs !== undefined && (typeof timeoutMs !== 'number' || Number.isNaN(timeoutMs))) {
    throw new RangeError(`timeoutMs is ${String(timeoutMs)}: a number of milliseconds is expected`);
  }
  return timeoutFor(timeoutMs, parent?.timeLeft());
}

/** Options of a call on top of its client's. One that is `undefined` leaves the client's as it is. */
export function withDefaults(defaults: CallOptions | undefined, options: CallOptions): CallOptions {
  if (defaults === undefined) return options;
  const all: Record<string, unknown> = { ...defaults };
  for (const [name, value] of Object.entries(options)) if (value !== undefined) all[name] = value;
  return all;
}

/** The shorter of two timeouts, either of which may be missing. */
export function shorterTimeout(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}
