import type { Connection, ConnectionHandlers } from '#transport/connection';
import type { Clock } from './clock.ts';

/** A connection that remembers when it last heard from the peer, and how much it has sent. */
export class WatchedConnection implements Connection {
  readonly #inner: Connection;
  readonly #clock: Clock;
  /** By the clock's time. */
  lastHeard: number;
  bytesSent = 0;

  constructor(inner: Connection, clock: Clock) {
    this.#inner = inner;
    this.#clock = clock;
    this.lastHeard = clock.now();
  }

  get remote(): string {
    return this.#inner.remote;
  }

  start(handlers: ConnectionHandlers): void {
    this.#inner.start({
      ...handlers,
      data: (chunk) => {
        this.lastHeard = this.#clock.now();
        handlers.data(chunk);
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
