import type { Clock, TimerHandle } from './clock.ts';
import { DEADLINE_RESOLUTION_MS } from './limits.ts';

/**
 * What has a deadline. It is itself a link in a slot's list, so that the wheel allocates nothing.
 */
export interface DeadlineEntry {
  /** In the clock's time. */
  deadline: number;
  /** Belongs to the wheel; `undefined` while it is not on the wheel. */
  slot: number | undefined;
  previous: DeadlineEntry | undefined;
  next: DeadlineEntry | undefined;
  expired(): void;
}

const SLOTS = 1024;

/**
 * All deadlines of a channel or server on one timer (Varghese & Lauck 1987, "Hashed and
 * Hierarchical Timing Wheels", scheme 6):
 *
 * ```
 * slot   0   1   2   3  …  1023     one slot is 4 ms, one turn about 4 s
 *        │       │
 *        a       b ─ c               an entry of a later turn stays in its slot
 * ```
 *
 * To add or to remove an entry changes a link in a list. Almost every deadline is removed before it
 * is due, so that has to be cheap: a `setTimeout` for each call cost more than sending the call.
 */
export class DeadlineWheel {
  readonly #clock: Clock;
  /** Made with the first deadline: a channel whose calls have no deadlines needs no slots. */
  #slots: (DeadlineEntry | undefined)[] = [];
  #size = 0;
  #timer: TimerHandle | undefined;
  /** The tick for which the timer is set. */
  #armedFor = Number.POSITIVE_INFINITY;
  /** Every tick up to this one is done. */
  #doneTick = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#size;
  }

  add(timed: DeadlineEntry): void {
    const now = this.#clock.now();
    if (this.#slots.length === 0) this.#slots = new Array(SLOTS).fill(undefined);
    if (this.#size === 0) this.#doneTick = Math.floor(now / DEADLINE_RESOLUTION_MS);
    // Not in a tick that is done: there it would wait for a whole turn.
    const tick = Math.max(Math.ceil(timed.deadline / DEADLINE_RESOLUTION_MS), this.#doneTick + 1);
    const slot = tick % SLOTS;
    const first = this.#slots[slot];
    timed.slot = slot;
    timed.next = first;
    if (first) first.previous = timed;
    this.#slots[slot] = timed;
    this.#size++;
    if (Math.min(tick, this.#doneTick + SLOTS) < this.#armedFor) this.#arm(now);
  }

  remove(timed: DeadlineEntry): void {
    if (timed.slot === undefined) return;
    if (timed.previous) timed.previous.next = timed.next;
    else this.#slots[timed.slot] = timed.next;
    if (timed.next) timed.next.previous = timed.previous;
    timed.slot = undefined;
    timed.previous = undefined;
    timed.next = undefined;
    this.#size--;
    // The timer keeps running: under load the next deadline needs it anyway.
    if (this.#size === 0) this.#disarm();
  }

  /** Sets the timer for the next slot that is not empty; at most one turn ahead. */
  #arm(now: number): void {
    this.#disarm();
    if (this.#size === 0) return;
    let tick = this.#doneTick + 1;
    while (tick < this.#doneTick + SLOTS && this.#slots[tick % SLOTS] === undefined) tick++;
    this.#armedFor = tick;
    const wait = Math.max(0, tick * DEADLINE_RESOLUTION_MS - now);
    this.#timer = this.#clock.setTimer(() => this.#turn(), wait);
  }

  #disarm(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#armedFor = Number.POSITIVE_INFINITY;
  }

  #turn(): void {
    const now = this.#clock.now();
    const until = Math.floor(now / DEADLINE_RESOLUTION_MS);
    const from = Math.max(this.#doneTick + 1, until - SLOTS + 1);
    this.#doneTick = Math.max(this.#doneTick, until);
    const due: DeadlineEntry[] = [];
    for (let tick = from; tick <= until; tick++) {
      for (let timed = this.#slots[tick % SLOTS]; timed; timed = timed.next) {
        if (timed.deadline <= now) due.push(timed);
      }
    }
    try {
      for (const timed of due) {
        // Somebody who was told a moment ago may have taken it off, or put it off.
        if (timed.slot === undefined || timed.deadline > now) continue;
        this.remove(timed);
        timed.expired();
      }
    } finally {
      this.#arm(this.#clock.now());
    }
  }
}
