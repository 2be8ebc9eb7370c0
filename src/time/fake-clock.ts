import type { Clock, TimerHandle } from './clock.ts';

/** Where a fake clock begins: not at 0, which code might take for "never". */
const START_MS = 1_000_000;

interface FakeTimer {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock for tests: time passes when `advance` is called, and only then. */
export class FakeClock implements Clock {
  #now = START_MS;
  /** In the order in which they were set. */
  readonly #timers = new Set<FakeTimer>();

  now(): number {
    return this.#now;
  }

  /** How many timers are set: neither called nor cancelled. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Milliseconds until the next timer falls due; `undefined` if none is set. */
  get untilNext(): number | undefined {
    const next = this.#next(Number.POSITIVE_INFINITY);
    return next && next.at - this.#now;
  }

  setTimer(callback: () => void, milliseconds: number): TimerHandle {
    const timer = { at: this.#now + Math.max(0, milliseconds), callback };
    this.#timers.add(timer);
    return { cancel: () => this.#timers.delete(timer) };
  }

  /**
   * Lets time pass. Each timer that falls due is called at its own moment, the earliest first, and
   * so are the timers that it sets.
   */
  advance(milliseconds: number): void {
    const until = this.#now + milliseconds;
    for (let due = this.#next(until); due !== undefined; due = this.#next(until)) {
      this.#timers.delete(due);
      this.#now = Math.max(this.#now, due.at);
      due.callback();
    }
    this.#now = until;
  }

  #next(until: number): FakeTimer | undefined {
    let next: FakeTimer | undefined;
    for (const timer of this.#timers) {
      if (timer.at <= until && (next === undefined || timer.at < next.at)) next = timer;
    }
    return next;
  }
}
