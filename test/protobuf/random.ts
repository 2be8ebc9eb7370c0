/** Randomness that comes out the same every time: a test that failed once fails again. */

/** A generator of numbers in 0 … 2³² − 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

export class Random {
  readonly next: () => number;

  constructor(seed: number) {
    this.next = seeded(seed);
  }

  /** 0 … `limit` − 1. */
  below(limit: number): number {
    return this.next() % limit;
  }

  chance(one: number): boolean {
    return this.below(one) === 0;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.next());
  }

  /** 32 bits, and small values as often as large ones. */
  int32(): number {
    return (this.next() >> this.below(32)) | 0;
  }

  int64(): bigint {
    const bits = (BigInt(this.next()) << 32n) | BigInt(this.next());
    return BigInt.asIntN(64, bits) >> BigInt(this.below(64));
  }
}
