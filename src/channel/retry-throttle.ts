/**
 * Stops retries while most calls fail, so that an overloaded server is not given three times the
 * load (gRPC A6, "Throttling Retry Attempts and Hedged RPCs"). A bucket of tokens, shared by all
 * calls of a channel: a failure takes one, a success gives back a fraction; below half there are
 * no retries. The first attempt of a call is never held back.
 */
export class RetryThrottle {
  readonly #maxTokens: number;
  readonly #tokenRatio: number;
  #tokens: number;

  constructor(maxTokens: number, tokenRatio: number) {
    this.#maxTokens = maxTokens;
    // Three decimals, as the specification of the service config has it.
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
