import { MAX_PING_STRIKES, MIN_PING_INTERVAL_IDLE_MS, MIN_PING_INTERVAL_MS } from './limits.ts';

export interface PingRules {
  minIntervalMs?: number | undefined;
  /** Pings are fine on a connection that carries no call. */
  permitWithoutCalls?: boolean | undefined;
}

/**
 * Counts a client's keepalive pings (gRPC A8): each that comes too early is a strike, the third
 * ends the connection. A million phones that ask "still there?" each second are an attack, whether
 * they mean it or not. Whatever we send in between wipes the slate, since after data a ping is fair.
 */
export class PingPolice {
  readonly #minIntervalMs: number;
  readonly #permitWithoutCalls: boolean;
  #strikes = 0;
  #last = Number.NEGATIVE_INFINITY;

  constructor(rules: PingRules = {}) {
    this.#minIntervalMs = rules.minIntervalMs ?? MIN_PING_INTERVAL_MS;
    this.#permitWithoutCalls = rules.permitWithoutCalls ?? false;
  }

  /** @returns false: too many; say `too_many_pings` and end it. */
  ping(now: number, openCalls: number): boolean {
    const idle = openCalls === 0 && !this.#permitWithoutCalls;
    const least = idle
      ? Math.max(MIN_PING_INTERVAL_IDLE_MS, this.#minIntervalMs)
      : this.#minIntervalMs;
    if (now - this.#last < least) this.#strikes++;
    this.#last = now;
    return this.#strikes <= MAX_PING_STRIKES;
  }

  /** We have sent headers or data. */
  sent(): void {
    this.#strikes = 0;
    this.#last = Number.NEGATIVE_INFINITY;
  }
}
