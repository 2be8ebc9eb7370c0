import { MAX_PING_STRIKES, MIN_PING_INTERVAL_IDLE_MS, MIN_PING_INTERVAL_MS } from '#grpc/limits';

export interface PingRules {
  minIntervalMs?: number | undefined;
  /** Pings are fine on a connection that carries no call. */
  permitWithoutCalls?: boolean | undefined;
}

/** What the answer to a PING takes on the wire (RFC 9113 §6.7). */
const PING_ACK_BYTES = 17;

/**
 * Counts a client's keepalive pings (gRPC A8): each that comes too early is a strike, the third
 * ends the connection. A million phones that ask "still there?" each second are an attack, whether
 * they mean it or not.
 *
 * Whatever we send in between wipes the slate: after data a ping is fair, and some clients measure
 * the bandwidth with one. What we have sent is told by the bytes that have gone out, less those
 * that are answers to pings; so it is right for a response that flow control stretches over many
 * round trips, and costs a call nothing.
 */
export class PingStrikes {
  readonly #minIntervalMs: number;
  readonly #permitWithoutCalls: boolean;
  #strikes = 0;
  #last = Number.NEGATIVE_INFINITY;
  #answers = 0;
  #sentBefore = 0;

  constructor(rules: PingRules = {}) {
    this.#minIntervalMs = rules.minIntervalMs ?? MIN_PING_INTERVAL_MS;
    this.#permitWithoutCalls = rules.permitWithoutCalls ?? false;
  }

  /**
   * @param bytesSent in all, on this connection.
   * @returns false: too many; say `too_many_pings` and end it.
   */
  ping(now: number, openCalls: number, bytesSent: number): boolean {
    // Answers that still wait to be written make this too small, never too large.
    const sent = bytesSent - PING_ACK_BYTES * this.#answers++;
    if (sent > this.#sentBefore) {
      this.#sentBefore = sent;
      this.#strikes = 0;
    } else if (now - this.#last < this.#leastInterval(openCalls)) {
      this.#strikes++;
    }
    this.#last = now;
    return this.#strikes <= MAX_PING_STRIKES;
  }

  #leastInterval(openCalls: number): number {
    return openCalls > 0 || this.#permitWithoutCalls
      ? this.#minIntervalMs
      : Math.max(MIN_PING_INTERVAL_IDLE_MS, this.#minIntervalMs);
  }
}
