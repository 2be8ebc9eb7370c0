import type { Connection, ConnectionHandlers } from './connection.ts';

/**
 * Two connected ends without a network: what one end writes, the other receives, in a later
 * microtask and in the same chunks. For tests, and for pages that run both ends in a browser.
 */
export function createPipe(): [client: Connection, server: Connection] {
  const client = new MemoryConnection();
  const server = new MemoryConnection();
  client.peer = server;
  server.peer = client;
  return [client, server];
}

type Delivery = { type: 'data'; chunk: Uint8Array } | { type: 'end' };

class MemoryConnection implements Connection {
  readonly remote = 'memory';
  peer!: MemoryConnection;
  #handlers: ConnectionHandlers | undefined;
  #inbox: Delivery[] = [];
  #scheduled = false;
  #paused = false;
  #ended = false;
  #peerEnded = false;
  #closed = false;
  #closeError: Error | undefined;

  start(handlers: ConnectionHandlers): void {
    this.#handlers = handlers;
    if (this.#closed) this.#reportClose();
    else this.#schedule();
  }

  write(bytes: Uint8Array): boolean {
    // A network copies, too: the writer may use its buffer again.
    if (this.#ended || this.#closed) return true;
    this.peer.#accept({ type: 'data', chunk: new Uint8Array(bytes) });
    return true;
  }

  end(): void {
    if (this.#ended || this.#closed) return;
    this.#ended = true;
    this.peer.#accept({ type: 'end' });
    this.#closeIfBothEnded();
  }

  destroy(error?: Error): void {
    this.#close(error);
    this.peer.#close(error ?? new Error('the peer reset the connection'));
  }

  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    this.#schedule();
  }

  #accept(delivery: Delivery): void {
    this.#inbox.push(delivery);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      this.#deliver();
    });
  }

  #deliver(): void {
    while (this.#handlers && !this.#paused && !this.#closed) {
      const next = this.#inbox.shift();
      if (next === undefined) return;
      if (next.type === 'data') {
        this.#handlers.data(next.chunk);
      } else {
        this.#peerEnded = true;
        this.#handlers.end?.();
        this.#closeIfBothEnded();
      }
    }
  }

  #closeIfBothEnded(): void {
    if (this.#ended && this.#peerEnded) this.#close();
  }

  #close(error?: Error): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#closeError = error;
    if (this.#handlers) this.#reportClose();
  }

  #reportClose(): void {
    queueMicrotask(() => this.#handlers?.close?.(this.#closeError));
  }
}
