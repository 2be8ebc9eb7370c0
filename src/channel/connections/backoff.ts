/**
 * How long to wait before the next attempt to connect: longer after each failure, and not at the
 * same moments as the thousand other clients that lost the same server (grpc/grpc
 * doc/connection-backoff.md).
 */
export interface BackoffOptions {
  initialMs: number;
  multiplier: number;
  /** By how much a wait is longer or shorter at random, as a share of it. */
  jitter: number;
  maxMs: number;
}

export const CONNECTION_BACKOFF: BackoffOptions = {
  initialMs: 1000,
  multiplier: 1.6,
  jitter: 0.2,
  maxMs: 120_000,
};

export class Backoff {
  readonly #options: BackoffOptions;
  readonly #random: () => number;
  #base: number;

  /** @param random a number in [0, 1). */
  constructor(options: Partial<BackoffOptions> = {}, random: () => number = Math.random) {
    const all = { ...CONNECTION_BACKOFF, ...options };
    this.#options = all;
    this.#random = random;
    this.#base = all.initialMs;
  }

  /** The next wait in milliseconds. */
  next(): number {
    const { jitter, maxMs, multiplier } = this.#options;
    const base = Math.min(this.#base, maxMs);
    this.#base = base * multiplier;
    return base * (1 + jitter * (2 * this.#random() - 1));
  }

  /** A connection was made: the next failure starts from the beginning. */
  reset(): void {
    this.#base = this.#options.initialMs;
  }
}
