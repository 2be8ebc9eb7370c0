const START_MS = 1e6;
class FakeClock {
  #now = START_MS;
  /** In the order in which they were set. */
  #timers = /* @__PURE__ */ new Set();
  now() {
    return this.#now;
  }
  /** How many timers are set: neither called nor cancelled. */
  get pending() {
    return this.#timers.size;
  }
  setTimer(callback, milliseconds) {
    const timer = { at: this.#now + Math.max(0, milliseconds), callback };
    this.#timers.add(timer);
    return { cancel: () => this.#timers.delete(timer) };
  }
  /**
   * Lets time pass. Each timer that falls due is called at its own moment, the earliest first, and
   * so are the timers that it sets.
   */
  advance(milliseconds) {
    const until = this.#now + milliseconds;
    for (let due = this.#next(until); due !== void 0; due = this.#next(until)) {
      this.#timers.delete(due);
      this.#now = Math.max(this.#now, due.at);
      due.callback();
    }
    this.#now = until;
  }
  #next(until) {
    let next;
    for (const timer of this.#timers) {
      if (timer.at <= until && (next === void 0 || timer.at < next.at)) next = timer;
    }
    return next;
  }
}
export {
  FakeClock as F
};
