export interface BackoffOptions {
  initialMs: number;
  multiplier: number;
  jitter: number;
  maxMs: number;
}

export const CONNECTION_BACKOFF: BackoffOptions = {
  initialMs: 1000,
  multiplier: 1.6,
  jitter: 0.2,
  maxMs: 120_000,
};

/** Somebody else's way: a generator of bases, begun anew by reset. */
export class Backoff {
  readonly #options: BackoffOptions;
  readonly #random: () => number;
  #bases: Iterator<number>;

  constructor(options: Partial<BackoffOptions> = {}, random: () => number = Math.random) {
    this.#options = { ...CONNECTION_BACKOFF, ...options };
    this.#random = random;
    this.#bases = basesOf(this.#options);
  }

  next(): number {
    const base: number = this.#bases.next().value;
    const least = base * (1 - this.#options.jitter);
    return least + 2 * this.#options.jitter * base * this.#random();
  }

  reset(): void {
    this.#bases = basesOf(this.#options);
  }
}

function* basesOf({ initialMs, multiplier, maxMs }: BackoffOptions): Generator<number, never> {
  for (let base = initialMs; base < maxMs; base *= multiplier) yield base;
  for (;;) yield maxMs;
}
