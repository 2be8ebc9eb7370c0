import { notYet } from '#course/exercise/not-yet';
import type { Clock, TimerHandle } from '#time/clock';
import { DEADLINE_RESOLUTION_MS } from '#time/limits';

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
    // ── Task 2 ──
    // Which tick, and so which slot? Put it in front of the slot’s list: timed.slot, timed.next,
    // the previous of the one that stood there first, and the slot itself. (What is not on the
    // wheel has no previous.) this.#slots is empty before the first deadline. this.#arm(now) sets
    // the timer: only if this tick comes before the one for which it is set.
    throw notYet(2);
  }

  remove(timed: DeadlineEntry): void {
    // ── Task 2 ──
    // Take it out of its list, whether it stands first, last or between, and leave it as it was
    // before it was added. It may not be on the wheel at all. An empty wheel needs no timer:
    // this.#disarm().
    throw notYet(2);
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
    // ── Task 2 ──
    // The timer has fired. Look at the slots of all ticks that have passed since this.#doneTick,
    // but at none twice. What is due comes off the wheel and is told: due.expired(). What belongs
    // to a later turn stays. And who is told may add and remove as they like: one that was due as
    // well and has just been taken off is not told, and one that has been put off is told later.
    // this.#arm(now) sets the timer for what is left.
    throw notYet(2);
  }
}
