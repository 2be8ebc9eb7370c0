import type { Clock, TimerHandle } from '#time/clock';

export interface KeepaliveOptions {
  /** Silence for so long makes us ask, in milliseconds. */
  intervalMs: number;
  /** So long the answer may take. */
  timeoutMs: number;
  clock: Clock;
  /** When the peer was last heard, by the clock. Anything counts, not only answers. */
  lastHeard: () => number;
  /** Whether to ask at all now: with no call under way most servers do not want it. */
  wanted: () => boolean;
  ping: () => void;
  /** No answer: the peer is gone, or the way to it. */
  dead: () => void;
}

/**
 * Finds out that the other side is gone although nobody told us: a cable was pulled, a NAT forgot
 * the connection, a machine lost its power. TCP itself would find out after many minutes
 * (gRPC A8, grpc/grpc doc/keepalive.md).
 */
export class Keepalive {
  readonly #options: KeepaliveOptions;
  #timer: TimerHandle | undefined;
  #askedAt: number | undefined;

  constructor(options: KeepaliveOptions) {
    this.#options = options;
    this.#wait(options.intervalMs);
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  #wait(milliseconds: number): void {
    this.#timer = this.#options.clock.setTimer(() => this.#check(), milliseconds);
  }

  #check(): void {
    const { clock, intervalMs, timeoutMs, lastHeard, wanted, ping, dead } = this.#options;
    const now = clock.now();
    const heard = lastHeard();
    if (this.#askedAt !== undefined) {
      if (heard < this.#askedAt) {
        dead();
        return;
      }
      this.#askedAt = undefined;
    }
    const silence = now - heard;
    if (silence < intervalMs || !wanted()) {
      this.#wait(silence < intervalMs ? intervalMs - silence : intervalMs);
      return;
    }
    this.#askedAt = now;
    ping();
    this.#wait(timeoutMs);
  }
}
