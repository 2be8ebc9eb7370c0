import { notYet } from '#course/exercise/not-yet';
import { MAX_TRANSPARENT_RETRIES } from '#channel/limits';
import type { Next, RetryPlan } from '#channel/retries/retry-plan';
import { parsePushback } from '#channel/retries/retry-policy';
import { Status, type StatusObject } from '#grpc/status';

/** Where a call stands when one of its attempts has ended. */
export interface CallSoFar {
  /** The server has begun to answer: what came, the application has, and cannot forget. */
  readonly committed: boolean;
  /** How often it was sent again because the server had not touched it. */
  readonly transparentRetries: number;
  /** Other attempts that are under way. */
  readonly running: number;
  /** Absent if the service config has no policy for the method. */
  readonly plan: RetryPlan | undefined;
}

/**
 * What may follow the end of an attempt (gRPC A6, "When Retries are Valid" and "Transparent
 * Retries").
 * @param unprocessed the server has not begun: REFUSED_STREAM, or a GOAWAY that leaves it out.
 */
export function afterEnd(status: StatusObject, unprocessed: boolean, call: CallSoFar): Next {
  // ── Task 2 ──
  // Four questions, in this order: did it go well? has the application seen a part of it? has the
  // server not touched it? what does the plan say? parsePushback reads what the trailer
  // grpc-retry-pushback-ms asks: status.metadata?.get(name).
  throw notYet(2);
}
