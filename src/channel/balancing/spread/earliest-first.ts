/**
 * Picks in proportion to weights, evenly mixed ("earliest deadline first", gRPC A58): each entry has
 * a period of 1 / weight, and the one that is due first is picked, and comes again a period later.
 *
 * ```
 *   weight 2   ●     ●     ●     ●
 *   weight 1      ●           ●
 * ```
 */
export class EarliestFirst {
  readonly #periods: readonly number[];
  readonly #due: number[];

  /** @param weights all above 0. @param random where in its first period each begins */
  constructor(weights: readonly number[], random: () => number) {
    this.#periods = weights.map((weight) => 1 / weight);
    this.#due = this.#periods.map((period) => period * random());
  }

  /** The place in the list of the one that is picked. There has to be one. */
  next(): number {
    let first = 0;
    for (let i = 1; i < this.#due.length; i++) if (this.#due[i]! < this.#due[first]!) first = i;
    this.#due[first]! += this.#periods[first]!;
    return first;
  }
}
