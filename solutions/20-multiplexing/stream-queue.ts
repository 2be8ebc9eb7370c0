// Derived from src/channel/connections/stream-queue.ts by npm run skeletons: change it there.
/** A call that waits for its place on a connection. */
export interface StreamWaiter {
  /** There is a place for it, now. It may not want it any more. */
  streamAvailable(): void;
  /** There will not be one on this connection: it looks for another. */
  transportLost(): void;
}

/**
 * The calls for which a connection has no stream left. A server says how many it takes at once
 * (SETTINGS_MAX_CONCURRENT_STREAMS, RFC 9113 §5.1.2); what is beyond that waits here, in the order
 * in which it came.
 *
 * ```
 *   newcomer ── open? ──▶ a stream, at once
 *        │
 *        └─ join ▶ [ 4 3 2 1 ] ── serve: a stream has ended ──▶ a stream
 *                      │    └──── close: GOAWAY ──────────────▶ another connection
 *                      └───────── leave: its deadline, a cancel
 * ```
 */
export class StreamQueue {
  readonly #hasRoom: () => boolean;
  readonly #most: number;
  /** In the order of their arrival. Each of ten thousand may leave from where it stands. */
  readonly #waiting = new Set<StreamWaiter>();
  #closed = false;

  /**
   * @param hasRoom whether the connection takes one more stream now
   * @param most so many may wait: a server that ends no call must not fill our memory
   */
  constructor(hasRoom: () => boolean, most: number) {
    this.#hasRoom = hasRoom;
    this.#most = most;
  }

  /** A newcomer may open its stream at once: there is room, and nobody waits for it. */
  get open(): boolean {
    return !this.#closed && this.#waiting.size === 0 && this.#hasRoom();
  }

  /** @returns false: too many wait already, or the connection takes no more streams. */
  join(waiter: StreamWaiter): boolean {
    if (this.#closed || this.#waiting.size >= this.#most) return false;
    this.#waiting.add(waiter);
    return true;
  }

  /** Its deadline has passed, or it was cancelled. Does nothing if it does not wait. */
  leave(waiter: StreamWaiter): void {
    this.#waiting.delete(waiter);
  }

  /** There is room again: the first get it, as many as it is for. */
  serve(): void {
    for (const waiter of this.#waiting) {
      if (!this.#hasRoom()) return;
      // First: it may join again, for its next try.
      this.#waiting.delete(waiter);
      waiter.streamAvailable();
    }
  }

  /** The connection takes no more streams, ever: GOAWAY, or its end. Nobody waits any longer. */
  close(): void {
    this.#closed = true;
    for (const waiter of this.#waiting) {
      this.#waiting.delete(waiter);
      waiter.transportLost();
    }
  }
}
