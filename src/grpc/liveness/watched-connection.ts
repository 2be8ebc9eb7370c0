import type { Clock } from '#time/clock';
import type { Connection, ConnectionHandlers } from '#transport/connection';

/** A connection that remembers when it last heard from the peer, and how much it has sent. */
export class WatchedConnection implements Connection {
  readonly #inner: Connection;
  readonly #clock: Clock;
  /** By the clock's time. */
  lastHeard: number;
  bytesSent = 0;
  /** Called when it is over in both directions and nothing is left to be written. */
  onClose: (() => void) | undefined;

  constructor(inner: Connection, clock: Clock) {
    this.#inner = inner;
    this.#clock = clock;
    this.lastHeard = clock.now();
  }

  get remote(): string {
    return this.#inner.remote;
  }

  get flushed(): boolean {
    return this.#inner.flushed ?? false;
  }

  start(handlers: ConnectionHandlers): void {
    this.#inner.start({
      ...handlers,
      data: (chunk) => {
        this.lastHeard = this.#clock.now();
        handlers.data(chunk);
      },
      close: (error) => {
        handlers.close?.(error);
        this.onClose?.();
      },
    });
  }

  write(bytes: Uint8Array): boolean {
    this.bytesSent += bytes.length;
    return this.#inner.write(bytes);
  }
  end(): void {
    this.#inner.end();
  }
  destroy(error?: Error): void {
    this.#inner.destroy(error);
  }
  pause(): void {
    this.#inner.pause();
  }
  resume(): void {
    this.#inner.resume();
  }
}
