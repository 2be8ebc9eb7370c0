/** A quota is counted in periods of this length, as the kernel does by default. */
export const PERIOD_MS = 100;

// #region quota
/** Work is counted by the millisecond, in periods; who has spent the quota stands still. */
export class Quota {
  readonly #quotaMs: number;
  #periodEnds = Number.NEGATIVE_INFINITY;
  #spent = 0;

  /** @param quotaMs work in a period; 0: no limit */
  constructor(quotaMs: number) {
    this.#quotaMs = quotaMs;
  }

  /**
   * A millisecond of work, which began at that moment, is done.
   * @returns how long to stand still from then on; 0: not at all
   */
  worked(began: number, now: number): number {
    if (began >= this.#periodEnds) {
      this.#periodEnds = began + PERIOD_MS;
      this.#spent = 0;
    }
    this.#spent++;
    if (this.#quotaMs === 0 || this.#spent < this.#quotaMs) return 0;
    return Math.max(0, this.#periodEnds - now);
  }
}
// #endregion quota

/** Five calls that come at the same time: when is each of them answered, on a machine of its own? */
export function burstOnPaper(quotaMs: number, costMs: number, calls: number): number[] {
  const quota = new Quota(quotaMs);
  const answered: number[] = [];
  let now = 0;
  for (let call = 0; call < calls; call++) {
    let still = 0;
    for (let done = 0; done < costMs; done++) {
      now += still + 1;
      still = quota.worked(now - 1, now);
    }
    // What stands still after its last millisecond has answered before.
    answered.push(now);
    now += still;
  }
  return answered;
}
