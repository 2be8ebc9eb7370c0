import { notYet } from '#course/exercise/not-yet';
import * as grpc from '@grpc/grpc-js';
import { type Clock, systemClock } from '#time/clock';

/** How long calls that are running may go on when their server is to end, in milliseconds. */
export const DEFAULT_GRACE_MS = 10_000;

/**
 * Listens on `address`: `127.0.0.1:50051`, or `…:0` for a port that is free.
 * @returns the port
 * @throws Error if grpc-js cannot listen there: somebody else does, or it is not an address
 */
export function listen(
  server: grpc.Server,
  address: string,
  credentials = grpc.ServerCredentials.createInsecure(),
): Promise<number> {
  // ── Task 5 ──
  // server.bindAsync(address, credentials, callback) as a promise. The callback gets an error (or
  // null) and the port.
  throw notYet(5);
}

export interface StopOptions {
  /** What is not done by then is cut off. */
  graceMs?: number;
  clock?: Clock;
}

/**
 * Ends a server properly: no new calls from now on; those that are running may end, but not take
 * for ever. Resolves when all is over.
 */
export function stop(
  server: grpc.Server,
  { graceMs = DEFAULT_GRACE_MS, clock = systemClock }: StopOptions = {},
): Promise<void> {
  // ── Task 5 ──
  // server.tryShutdown(callback) takes no new calls and calls back when the last one is over,
  // however long that takes. server.forceShutdown() cuts off what is still running; after it the
  // callback comes too. Between them a timer: clock.setTimer(callback, milliseconds)
  // returns one, and it has a method cancel().
  throw notYet(5);
}
