import type { Connection, ConnectionHandlers } from '#transport/connection';

/** How a peer dies: with a reset, in good order (FIN), or without a word. */
export type Death = 'reset' | 'end' | 'vanish';

export interface Cut {
  /** Which way: bytes of the client's, or of the server's. */
  direction: 'to server' | 'to client';
  /** So many still arrive. */
  after: number;
  death: Death;
}

/** The client's end of a connection that breaks after a given byte, for both ends at once. */
export class CutConnection implements Connection {
  readonly #inner: Connection;
  readonly #cut: Cut | undefined;
  #handlers: ConnectionHandlers | undefined;
  #left: number;
  #dead = false;
  #closed = false;
  /** What went through, each way. */
  readonly passed = { 'to server': 0, 'to client': 0 };

  constructor(inner: Connection, cut?: Cut) {
    this.#inner = inner;
    this.#cut = cut;
    this.#left = cut?.after ?? Number.POSITIVE_INFINITY;
  }

  get remote(): string {
    return this.#inner.remote;
  }

  start(handlers: ConnectionHandlers): void {
    this.#handlers = handlers;
    this.#inner.start({
      data: (chunk) => {
        if (this.#dead) return;
        const some = this.#pass(chunk, 'to client');
        if (some.length > 0) handlers.data(some);
        this.#dieIfDue();
      },
      end: () => this.#dead || handlers.end?.(),
      drain: () => handlers.drain?.(),
      close: (error) => {
        if (this.#dead && this.#cut?.death === 'vanish') return;
        this.#close(error);
      },
    });
    this.#dieIfDue();
  }

  write(bytes: Uint8Array): boolean {
    if (this.#dead) return true;
    const some = this.#pass(bytes, 'to server');
    const room = some.length === 0 || this.#inner.write(some);
    this.#dieIfDue();
    return room;
  }

  end(): void {
    if (!this.#dead) this.#inner.end();
    else if (this.#cut?.death === 'end') this.#inner.end();
  }

  destroy(error?: Error): void {
    if (this.#dead && this.#cut?.death === 'vanish') this.#close(error);
    else this.#inner.destroy(error);
  }

  pause(): void {
    this.#inner.pause();
  }

  resume(): void {
    this.#inner.resume();
  }

  #pass(bytes: Uint8Array, direction: Cut['direction']): Uint8Array {
    const limited = this.#cut?.direction === direction;
    const some = limited ? bytes.subarray(0, this.#left) : bytes;
    if (limited) this.#left -= some.length;
    this.passed[direction] += some.length;
    return some;
  }

  #dieIfDue(): void {
    if (this.#left > 0 || this.#dead) return;
    this.#dead = true;
    const { death } = this.#cut!;
    // Later, as a network would: not from inside of a write.
    queueMicrotask(() => {
      if (death === 'reset') this.#inner.destroy(new Error('cut'));
      if (death === 'end') {
        this.#inner.end();
        this.#handlers?.end?.();
      }
    });
  }

  #close(error?: Error): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#handlers?.close?.(error);
  }
}
