// Derived from src/grpc/telemetry/histogram.ts by npm run skeletons: change it there.
/**
 * How often something took how long, in so many numbers as there are bounds, however often it was
 * measured. One reads from it that 99 of 100 calls took at most 0.1 s, and not what the mean was: a
 * mean tells nobody about the one that took ten seconds.
 */
export class Histogram {
  readonly bounds: readonly number[];
  /** For each bound, those that are above the bound before; then those above the last. */
  readonly #counts: number[];
  #sum = 0;

  /** @param bounds ascending */
  constructor(bounds: readonly number[]) {
    this.bounds = bounds;
    this.#counts = new Array(bounds.length + 1).fill(0);
  }

  /** A bound belongs to its own bucket: `le` is less or equal. */
  observe(value: number): void {
    const at = this.bounds.findIndex((bound) => value <= bound);
    this.#counts[at < 0 ? this.bounds.length : at]! += 1;
    this.#sum += value;
  }

  get count(): number {
    return this.#counts.reduce((sum, count) => sum + count, 0);
  }

  get sum(): number {
    return this.#sum;
  }

  /**
   * For each bound how many were at most that, and then how many there were at all. So they are
   * counted up: who leaves out every second bound still has true numbers. The list is the caller’s.
   */
  cumulative(): number[] {
    let sum = 0;
    return this.#counts.map((count) => {
      sum += count;
      return sum;
    });
  }
}
