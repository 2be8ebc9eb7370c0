/**
 * The clock, as an argument. Code that asked the machine for the time could only be tested by
 * waiting; code that gets a clock is tested with one that the test moves (`FakeClock`).
 */
export interface Clock {
  /** Milliseconds since some fixed moment. It never goes back. */
  now(): number;
  /** Calls `callback` once, `milliseconds` from now. */
  setTimer(callback: () => void, milliseconds: number): TimerHandle;
}

/** A timer that was set. */
export interface TimerHandle {
  /** The callback will not be called. Does nothing if it was called already. */
  cancel(): void;
  /** Lets the process end although this timer is still set. Absent if there is no process. */
  unref?(): void;
}

/** The longest wait that `setTimeout` knows; a longer one is waited in several steps. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/** The machine's clock, in Node and in a browser. */
export const systemClock: Clock = {
  now: () => performance.now(),
  setTimer(callback, milliseconds) {
    let timeout: ReturnType<typeof setTimeout>;
    let unref = false;
    const wait = (left: number) => {
      const step = Math.min(left, LONGEST_TIMEOUT_MS);
      timeout = setTimeout(() => (left > step ? wait(left - step) : callback()), step);
      if (unref) timeout.unref?.();
    };
    wait(Math.max(0, milliseconds));
    return {
      cancel: () => clearTimeout(timeout),
      unref() {
        unref = true;
        timeout.unref?.(); // in a browser it is a number
      },
    };
  },
};
