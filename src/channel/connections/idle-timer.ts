import type { Clock, TimerHandle } from '#time/clock';

/**
 * Notices that a channel has not had a call for a while. Calls come and go by the thousand, so they
 * do not set and cancel a timer each: the end of the last one only notes the time, and the timer,
 * when it fires, checks how long ago that was.
 */
export class IdleTimer {
  readonly #clock: Clock;
  readonly #timeoutMs: number;
  readonly #busy: () => boolean;
  readonly #idle: () => void;
  #since = 0;
  #timer: TimerHandle | undefined;

  /** @param busy a call is under way. @param idle there has not been one for `timeoutMs`. */
  constructor(clock: Clock, timeoutMs: number, busy: () => boolean, idle: () => void) {
    this.#clock = clock;
    this.#timeoutMs = timeoutMs;
    this.#busy = busy;
    this.#idle = idle;
  }

  /** The last call has ended, or the owner asked for a connection: the time starts now. */
  restart(): void {
    if (this.#timeoutMs === Number.POSITIVE_INFINITY) return;
    this.#since = this.#clock.now();
    if (this.#timer === undefined) this.#wait(this.#timeoutMs);
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  #wait(milliseconds: number): void {
    this.#timer = this.#clock.setTimer(() => this.#look(), milliseconds);
    // A process does not have to live on only because this timer runs.
    this.#timer.unref?.();
  }

  #look(): void {
    this.#timer = undefined;
    // The end of that call starts it again.
    if (this.#busy()) return;
    const left = this.#since + this.#timeoutMs - this.#clock.now();
    if (left > 0) this.#wait(left);
    else this.#idle();
  }
}
