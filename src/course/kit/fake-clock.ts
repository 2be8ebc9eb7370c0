import type { Timers } from '#rpc/timers';

/** Timers whose hands a test turns: time passes when, and only when, `advance` is called. */
export class FakeClock implements Timers {
  #now = 0;
  #nextHandle = 1;
  readonly #timers = new Map<number, { at: number; callback: () => void }>();

  /** Timers that are set and have not gone off. */
  get pending(): number {
    return this.#timers.size;
  }

  setTimeout(callback: () => void, ms: number): number {
    const handle = this.#nextHandle++;
    this.#timers.set(handle, { at: this.#now + ms, callback });
    return handle;
  }

  clearTimeout(handle: unknown): void {
    this.#timers.delete(handle as number);
  }

  /** Lets `ms` milliseconds pass; what is due goes off, in order. */
  advance(ms: number): void {
    const until = this.#now + ms;
    for (;;) {
      const due = [...this.#timers].filter(([, timer]) => timer.at <= until);
      due.sort(([, a], [, b]) => a.at - b.at);
      const next = due[0];
      if (next === undefined) break;
      const [handle, { at, callback }] = next;
      this.#timers.delete(handle);
      this.#now = at;
      callback();
    }
    this.#now = until;
  }
}
