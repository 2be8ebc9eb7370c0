import type { Throttle } from '#channel/retries/retry-plan';

/** Somebody else's way: what is missing is counted, and by text where decimals are cut off. */
export class RetryThrottle implements Throttle {
  readonly #max: number;
  readonly #ratio: number;
  #missing = 0;

  constructor(maxTokens: number, tokenRatio: number) {
    this.#max = thousandths(maxTokens);
    this.#ratio = thousandths(tokenRatio);
  }

  get tokens(): number {
    return (this.#max - this.#missing) / 1000;
  }

  allowsRetry(): boolean {
    return 2 * this.#missing < this.#max;
  }

  failed(): void {
    this.#missing += 1000;
    if (this.#missing > this.#max) this.#missing = this.#max;
  }

  succeeded(): void {
    this.#missing -= this.#ratio;
    if (this.#missing < 0) this.#missing = 0;
  }
}

function thousandths(value: number): number {
  const [whole = '0', fraction = ''] = value.toFixed(9).split('.');
  return Number(whole) * 1000 + Number(fraction.slice(0, 3));
}
