/**
 * Stops retries while most calls fail, so that an overloaded server is not given three times the
 * load (gRPC A6, "Throttling Retry Attempts and Hedged RPCs"). All calls of a channel share a
 * bucket of tokens: a failure takes one, a success gives a fraction back. If the bucket is not more
 * than half full, nothing is retried. The first attempt of a call is always made.
 */
export class RetryThrottle {
  readonly #maxTokens: number;
  readonly #tokenRatio: number;
  #tokens: number;

  constructor(maxTokens: number, tokenRatio: number) {
    this.#maxTokens = maxTokens;
    // The specification of the service config keeps three decimals.
    this.#tokenRatio = Math.floor(tokenRatio * 1000) / 1000;
    this.#tokens = maxTokens;
  }

  get tokens(): number {
    return this.#tokens;
  }

  get allowsRetry(): boolean {
    return this.#tokens > this.#maxTokens / 2;
  }

  failed(): void {
    this.#tokens = Math.max(0, this.#tokens - 1);
  }

  succeeded(): void {
    this.#tokens = Math.min(this.#maxTokens, this.#tokens + this.#tokenRatio);
  }
}
