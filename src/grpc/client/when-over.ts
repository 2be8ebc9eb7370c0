import { followCancellation } from '#grpc/deadlines/cancellation';
import { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import type { Clock } from '#time/clock';
import type { ClientCall } from './client-call.ts';

/** What says that a call is wanted no more. */
type Wanted = Pick<ClientCall, 'timeLeft' | 'options'>;

/**
 * Calls `over` once if nobody waits for the call any more: its time is up, or its signal has
 * aborted, or that of the call that it is made for. Never before `whenOver` has returned.
 *
 * @param over is told what the call fails with: DEADLINE_EXCEEDED, CANCELLED, or as its parent ended.
 * @returns stops it: `over` is not called any more, and no timer and no listener stays behind.
 */
export function whenOver(call: Wanted, clock: Clock, over: (error: GrpcError) => void): () => void {
  let stopped = false;
  let release = () => {};
  const stop = () => {
    if (stopped) return;
    stopped = true;
    timer?.cancel();
    release();
  };
  const tell = (error: GrpcError) => {
    if (stopped) return;
    stop();
    over(error);
  };
  const late = () => tell(new GrpcError(Status.DEADLINE_EXCEEDED, 'the deadline came first'));

  const left = call.timeLeft();
  const timer = left === undefined ? undefined : clock.setTimer(late, left);
  try {
    release = followCancellation(call.options, (why) => {
      release = () => {}; // Nobody listens any more.
      tell(why);
    });
  } catch (error) {
    // It is over already: told in a moment, as everything else is.
    Promise.resolve().then(() => tell(error as GrpcError));
  }
  return stop;
}

/** What the promise gives, unless the call is over before that: then what it fails with is thrown. */
export function unlessOver<T>(promise: Promise<T>, call: Wanted, clock: Clock): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = whenOver(call, clock, reject);
    promise.then(resolve, reject).then(stop);
  });
}
