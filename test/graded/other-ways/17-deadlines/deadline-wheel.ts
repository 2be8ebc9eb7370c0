import type { Clock, TimerHandle } from '#time/clock';
import { DEADLINE_RESOLUTION_MS } from '#time/limits';

export interface DeadlineEntry {
  deadline: number;
  slot: number | undefined;
  previous: DeadlineEntry | undefined;
  next: DeadlineEntry | undefined;
  expired(): void;
}

/** The longest that it sleeps. */
const LONGEST_MS = 4_096;

/**
 * Somebody else's way: a set for each tick in which somebody is due, whenever that is. No list, no
 * turns; the nearest tick is looked for when the timer has fired.
 */
export class DeadlineWheel {
  readonly #clock: Clock;
  readonly #ticks = new Map<number, Set<DeadlineEntry>>();
  #size = 0;
  #timer: TimerHandle | undefined;
  #wakesAt = Number.POSITIVE_INFINITY;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#size;
  }

  add(timed: DeadlineEntry): void {
    const now = this.#clock.now();
    const next = Math.floor(now / DEADLINE_RESOLUTION_MS) + 1;
    const tick = Math.max(next, Math.ceil(timed.deadline / DEADLINE_RESOLUTION_MS));
    const due = this.#ticks.get(tick) ?? new Set();
    this.#ticks.set(tick, due.add(timed));
    timed.slot = tick;
    this.#size++;
    this.#wakeAt(tick * DEADLINE_RESOLUTION_MS, now);
  }

  remove(timed: DeadlineEntry): void {
    const { slot } = timed;
    if (slot === undefined) return;
    const due = this.#ticks.get(slot)!;
    due.delete(timed);
    if (due.size === 0) this.#ticks.delete(slot);
    timed.slot = undefined;
    if (--this.#size === 0) this.#sleep();
  }

  #wakeAt(wanted: number, now: number): void {
    const at = Math.min(wanted, now + LONGEST_MS);
    if (at >= this.#wakesAt) return;
    this.#timer?.cancel();
    this.#wakesAt = at;
    this.#timer = this.#clock.setTimer(() => this.#wake(), at - now);
  }

  #sleep(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#wakesAt = Number.POSITIVE_INFINITY;
  }

  #wake(): void {
    this.#sleep();
    const now = this.#clock.now();
    const ticks = [...this.#ticks.keys()].sort((a, b) => a - b);
    const over = ticks.filter((tick) => tick * DEADLINE_RESOLUTION_MS <= now);
    const due = over.flatMap((tick) => [...this.#ticks.get(tick)!]);
    for (const timed of due) {
      const isStillDue = timed.slot !== undefined && timed.deadline <= now;
      if (!isStillDue) continue;
      this.remove(timed);
      timed.expired();
    }
    const nearest = Math.min(...this.#ticks.keys());
    if (this.#size > 0) this.#wakeAt(nearest * DEADLINE_RESOLUTION_MS, now);
  }
}
