import type { Clock, TimerHandle } from './clock.ts';
import { DEADLINE_RESOLUTION_MS } from './limits.ts';

/** What can be timed: it is a link in a slot's list itself, so that timing allocates nothing. */
export interface Timed {
  /** When, by the clock's time. */
  deadline: number;
  /** The wheel's own; `undefined` while not on it. */
  slot: number | undefined;
  previous: Timed | undefined;
  next: Timed | undefined;
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
 *        a       b ─ c               what is due in a later turn stays where it is
 * ```
 *
 * Adding and removing is a link in a list. Almost every deadline is removed before it is due, and
 * that is what has to be cheap: `setTimeout` for each call cost more than sending it.
 */
export class DeadlineWheel {
  readonly #clock: Clock;
  /** Made with the first deadline: a channel whose calls have none needs no slots. */
  #slots: (Timed | undefined)[] = [];
  #size = 0;
  #timer: TimerHandle | undefined;
  /** The tick for which the timer is set. */
  #armedFor = Number.POSITIVE_INFINITY;
  /** Every tick up to this one has been looked at. */
  #doneTick = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#size;
  }

  add(timed: Timed): void {
    const now = this.#clock.now();
    if (this.#slots.length === 0) this.#slots = new Array(SLOTS).fill(undefined);
    if (this.#size === 0) this.#doneTick = Math.floor(now / DEADLINE_RESOLUTION_MS);
    // Never in a tick that is done, or it would wait for a whole turn.
    const tick = Math.max(Math.ceil(timed.deadline / DEADLINE_RESOLUTION_MS), this.#doneTick + 1);
    const slot = tick % SLOTS;
    const first = this.#slots[slot];
    timed.slot = slot;
    timed.previous = undefined;
    timed.next = first;
    if (first) first.previous = timed;
    this.#slots[slot] = timed;
    this.#size++;
    if (Math.min(tick, this.#doneTick + SLOTS) < this.#armedFor) this.#arm(now);
  }

  remove(timed: Timed): void {
    if (timed.slot === undefined) return;
    if (timed.previous) timed.previous.next = timed.next;
    else this.#slots[timed.slot] = timed.next;
    if (timed.next) timed.next.previous = timed.previous;
    timed.slot = undefined;
    timed.previous = undefined;
    timed.next = undefined;
    this.#size--;
    // The timer is left to run out: under load the next deadline wants it anyway.
    if (this.#size === 0) this.#disarm();
  }

  /** Sets the timer for the next slot that holds anything; at most one turn ahead. */
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
    this.#timer = undefined;
    this.#armedFor = Number.POSITIVE_INFINITY;
    const now = this.#clock.now();
    const until = Math.floor(now / DEADLINE_RESOLUTION_MS);
    const from = Math.max(this.#doneTick + 1, until - SLOTS + 1);
    this.#doneTick = Math.max(this.#doneTick, until);
    const due: Timed[] = [];
    for (let tick = from; tick <= until; tick++) {
      for (let timed = this.#slots[tick % SLOTS]; timed; timed = timed.next) {
        if (timed.deadline <= now) due.push(timed);
      }
    }
    for (const timed of due) this.remove(timed);
    this.#arm(now);
    for (const timed of due) timed.expired();
  }
}
