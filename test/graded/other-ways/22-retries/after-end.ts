import { MAX_TRANSPARENT_RETRIES } from '#channel/limits';
import type { Next, RetryPlan } from '#channel/retries/retry-plan';
import { parsePushback } from '#channel/retries/retry-policy';
import { Status, type StatusObject } from '#grpc/status';

export interface CallSoFar {
  readonly committed: boolean;
  readonly transparentRetries: number;
  readonly running: number;
  readonly plan: RetryPlan | undefined;
}

/** Somebody else's way: from the rarest to the last. */
export function afterEnd(status: StatusObject, unprocessed: boolean, call: CallSoFar): Next {
  const { plan, running, committed, transparentRetries } = call;
  const failed = status.code !== Status.OK;
  if (failed && !committed) {
    const isFree = unprocessed && transparentRetries + 1 <= MAX_TRANSPARENT_RETRIES;
    if (isFree) return 'transparent';
    if (plan) {
      const [asked] = status.metadata?.getAll('grpc-retry-pushback-ms') ?? [];
      return plan.attemptFailed(status.code, parsePushback(asked), running);
    }
  }
  if (!failed && plan) plan.succeeded();
  return 'give-up';
}
