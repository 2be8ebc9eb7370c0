// Derived from src/channel/retries/after-end.ts by npm run skeletons: change it there.
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
  const { plan } = call;
  if (status.code === Status.OK) {
    plan?.succeeded();
    return 'give-up';
  }
  if (call.committed) return 'give-up';
  if (unprocessed && call.transparentRetries < MAX_TRANSPARENT_RETRIES) return 'transparent';
  if (plan === undefined) return 'give-up';
  const pushback = parsePushback(status.metadata?.get('grpc-retry-pushback-ms'));
  return plan.attemptFailed(status.code, pushback, call.running);
}
