/**
 * Time as an argument: what waits asks a clock, so that tests can own it.
 */
export interface Clock {
  /** Milliseconds from any fixed point; never goes back. */
  now(): number;
  /** Calls `callback` once, `milliseconds` from now. */
  setTimer(callback: () => void, milliseconds: number): TimerHandle;
}

export interface TimerHandle {
  cancel(): void;
  /** Does not keep the process alive for this; where there is no such thing, nothing. */
  unref?(): void;
}

/** `setTimeout` takes no more than this; a longer wait fires early and is asked for again. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => performance.now(),
  setTimer(callback, milliseconds) {
    let handle: ReturnType<typeof setTimeout>;
    let unref = false;
    const wait = (left: number) => {
      const step = Math.min(left, LONGEST_TIMER_MS);
      handle = setTimeout(() => (left > step ? wait(left - step) : callback()), step);
      if (unref) handle.unref?.();
    };
    wait(Math.max(0, milliseconds));
    return {
      cancel: () => clearTimeout(handle),
      unref() {
        unref = true;
        handle.unref?.(); // a browser's is a number
      },
    };
  },
};
