import type { Duplex } from 'node:stream';
import type { Connection, ConnectionHandlers } from '#transport/connection';

/** One end of Node's `duplexPair()` as a `Connection`: what would otherwise be a socket. */
export class DuplexConnection implements Connection {
  readonly remote = 'in-process';
  readonly #duplex: Duplex;

  constructor(duplex: Duplex) {
    this.#duplex = duplex;
    duplex.on('error', () => {});
  }

  start(handlers: ConnectionHandlers): void {
    this.#duplex.on('data', (chunk: Uint8Array) => handlers.data(new Uint8Array(chunk)));
    this.#duplex.on('end', () => handlers.end?.());
    this.#duplex.on('drain', () => handlers.drain?.());
    this.#duplex.once('close', () => handlers.close?.());
  }

  write(bytes: Uint8Array): boolean {
    return this.#duplex.write(bytes);
  }

  end(): void {
    this.#duplex.end();
  }

  destroy(error?: Error): void {
    this.#duplex.destroy(error);
  }

  pause(): void {
    this.#duplex.pause();
  }

  resume(): void {
    this.#duplex.resume();
  }
}
