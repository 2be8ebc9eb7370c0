import type { WatchedEndpoint } from './watched-endpoint.ts';

/** What is known of one address: how its calls end, and whether it is left out (gRPC A50). */
export class WatchedAddress {
  readonly endpoints = new Set<WatchedEndpoint>();
  #successes = 0;
  #failures = 0;
  /** Since when it is left out. */
  #ejectedAt: number | undefined;
  /** How often it was left out lately: each time for longer. */
  #multiplier = 0;
  /** What was counted in the interval that is over. */
  successes = 0;
  failures = 0;

  get ejected(): boolean {
    return this.#ejectedAt !== undefined;
  }

  /** In the interval that is over. */
  get volume(): number {
    return this.successes + this.failures;
  }

  count(succeeded: boolean): void {
    if (succeeded) this.#successes++;
    else this.#failures++;
  }

  /** An interval is over: from here on another one is counted. */
  swap(): void {
    this.successes = this.#successes;
    this.failures = this.#failures;
    this.#successes = 0;
    this.#failures = 0;
  }

  eject(now: number): void {
    this.#ejectedAt = now;
    this.#multiplier++;
    for (const endpoint of this.endpoints) endpoint.eject();
  }

  /** Comes back if its time is up; if it was good for an interval, the next time is shorter. */
  sweep(now: number, baseMs: number, maxMs: number): void {
    if (this.#ejectedAt === undefined) this.#multiplier = Math.max(0, this.#multiplier - 1);
    else if (now >= this.#ejectedAt + Math.min(baseMs * this.#multiplier, maxMs)) this.uneject();
  }

  uneject(): void {
    this.#ejectedAt = undefined;
    for (const endpoint of this.endpoints) endpoint.uneject();
  }
}
