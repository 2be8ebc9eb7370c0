/** Of the whole budget this part is left for calls that have nothing yet. */
const SPARE_PART = 1 / 8;

/**
 * What one connection can make us hold, all of it together, in the measure of `costs.ts`. One
 * budget for everything: limits side by side, each harmless, would add up.
 */
export class Budget {
  readonly #limit: number;
  readonly #spare: number;
  #used = 0;
  /** There is room again after there was none. */
  onRoom: () => void = () => {};

  constructor(limit: number) {
    this.#limit = limit;
    this.#spare = limit * SPARE_PART;
  }

  get used(): number {
    return this.#used;
  }

  /** Nothing more fits. */
  get exhausted(): boolean {
    return this.#used >= this.#limit;
  }

  /** So full that whoever can wait should. */
  get crowded(): boolean {
    return this.#used * 2 >= this.#limit;
  }

  /** Takes something that can be refused. @returns false: it does not fit, nothing was taken. */
  take(cost: number): boolean {
    if (this.#used + cost > this.#limit) return false;
    this.#used += cost;
    return true;
  }

  /**
   * Takes more for somebody who has something already. The last part of the budget is not for them:
   * whoever hoards must not stop those who come with little and go.
   */
  takeMore(cost: number): boolean {
    return this.#used + cost <= this.#limit - this.#spare && this.take(cost);
  }

  /** Counts what is here already and cannot be refused any more: others get less. */
  charge(cost: number): void {
    this.#used += cost;
  }

  /** What was taken or charged is gone. */
  release(cost: number): void {
    const before = this.exhausted;
    this.#used -= cost;
    if (before && !this.exhausted) this.onRoom();
  }
}
