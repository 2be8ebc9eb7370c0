import type { Clock } from '#time/clock';
import type { Connection, ConnectionHandlers } from '#transport/connection';

export interface LineOptions {
  /** How long a byte is under way, one way, in milliseconds. */
  delayMs: number;
  /** How fast bytes can be put on the line. Without a limit if left out. */
  octetsPerMs?: number;
}

/** What may wait in front of the line; above it `write` says `false`, as a socket does. */
const SOCKET_BUFFER = 131_072;

/**
 * Two connected ends with a distance between them. What is written waits until the line is free,
 * takes its time to be put on the line, and then its time to arrive. The clock may be a fake one:
 * then a second of it takes as long as the work in it, and is the same on every machine.
 */
export function createSlowLine(
  clock: Clock,
  options: LineOptions,
): [client: Connection, server: Connection] {
  const client = new SlowEnd(clock, options);
  const server = new SlowEnd(clock, options);
  client.peer = server;
  server.peer = client;
  return [client, server];
}

class SlowEnd implements Connection {
  readonly remote = 'a slow line';
  peer!: SlowEnd;
  readonly #clock: Clock;
  readonly #options: LineOptions;
  #handlers: ConnectionHandlers | undefined;
  /** The moment from which the line is free. */
  #freeAt = 0;
  #wantsDrain = false;
  #ended = false;
  #closed = false;

  constructor(clock: Clock, options: LineOptions) {
    this.#clock = clock;
    this.#options = options;
  }

  start(handlers: ConnectionHandlers): void {
    this.#handlers = handlers;
  }

  // #region write
  write(bytes: Uint8Array): boolean {
    if (this.#ended || this.#closed) return true;
    const { delayMs, octetsPerMs = Number.POSITIVE_INFINITY } = this.#options;
    const now = this.#clock.now();
    this.#freeAt = Math.max(now, this.#freeAt) + bytes.length / octetsPerMs;
    const chunk = bytes.slice();
    this.#at(this.#freeAt + delayMs, () => this.peer.#handlers?.data(chunk));
    const waiting = (this.#freeAt - now) * octetsPerMs;
    if (!(waiting > SOCKET_BUFFER)) return true;
    this.#drainLater((waiting - SOCKET_BUFFER) / octetsPerMs);
    return false;
  }
  // #endregion write

  end(): void {
    if (this.#ended || this.#closed) return;
    this.#ended = true;
    const at = Math.max(this.#clock.now(), this.#freeAt) + this.#options.delayMs;
    this.#at(at, () => {
      this.peer.#handlers?.end?.();
      if (this.peer.#ended) this.destroy();
    });
  }

  destroy(error?: Error): void {
    for (const end of [this, this.peer]) {
      if (end.#closed) continue;
      end.#closed = true;
      end.#handlers?.close?.(error);
    }
  }

  pause(): void {}
  resume(): void {}

  /** A fake clock calls in order; of the system's, two timers of one moment come as they were set. */
  #at(moment: number, action: () => void): void {
    this.#clock.setTimer(
      () => {
        if (!this.#closed) action();
      },
      Math.max(0, moment - this.#clock.now()),
    );
  }

  #drainLater(ms: number): void {
    if (this.#wantsDrain) return;
    this.#wantsDrain = true;
    this.#clock.setTimer(() => {
      this.#wantsDrain = false;
      this.#handlers?.drain?.();
    }, ms);
  }
}
