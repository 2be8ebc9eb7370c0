import type { StatusCode } from '#grpc/status';

/** What to do after an attempt has ended. */
export type Next =
  /** The call ends with this attempt's status. */
  | 'give-up'
  /** Other attempts are under way, and one of them may still be answered. */
  | 'wait'
  /** The same attempt once more, now: the server has not seen it. */
  | 'transparent'
  /** A new attempt, so many milliseconds from now. */
  | number;

/** What the server asks by `grpc-retry-pushback-ms`: to wait so long, or to be left alone. */
export type Pushback = number | 'stop';

// #region plan
/**
 * When a call is sent again (gRPC A6). Each call whose method has a policy has a plan of its own. It
 * counts attempts, and knows neither connections nor timers.
 */
export interface RetryPlan {
  /**
   * An attempt begins. @returns milliseconds until the next one, even if this one does not fail.
   */
  attemptStarted(): number | undefined;
  /**
   * @param running other attempts that are still under way.
   */
  attemptFailed(code: StatusCode, pushback: Pushback | undefined, running: number): Next;
  /** Asked when a wait is over: may the attempt for which it was begin now? */
  mayStart(): boolean;
  /** The server has answered the call. */
  succeeded(): void;
}
// #endregion plan

/** The bucket of tokens that all calls of a channel share (`retry-throttle.ts`). */
export interface Throttle {
  /** A call may be sent again. */
  allowsRetry(): boolean;
  failed(): void;
  succeeded(): void;
}
