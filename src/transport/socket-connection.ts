import type { Socket } from 'node:net';
import type { Connection, ConnectionHandlers } from './connection.ts';

/** A `node:net` (or `node:tls`) socket as a `Connection`. */
export class SocketConnection implements Connection {
  readonly remote: string;
  readonly #socket: Socket;
  #error: Error | undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
    this.remote = socket.remoteAddress
      ? `${socket.remoteAddress}:${socket.remotePort}`
      : 'unix socket';
    // Nagle's algorithm would hold a small reply back until the previous one is acknowledged.
    socket.setNoDelay(true);
    // From the first moment on: an 'error' without a listener ends the whole process.
    socket.on('error', (error) => {
      this.#error = this.readable(error);
    });
  }

  /** An error of the socket's, in words. */
  protected readable(error: Error): Error {
    return error;
  }

  start(handlers: ConnectionHandlers): void {
    const socket = this.#socket;
    socket.on('data', (chunk: Uint8Array) => handlers.data(asPlainBytes(chunk)));
    // Node sends an 'end' after an error, too. It must not pass for an orderly end.
    socket.on('end', () => {
      if (this.#error === undefined) handlers.end?.();
    });
    socket.on('drain', () => handlers.drain?.());
    if (socket.destroyed) queueMicrotask(() => handlers.close?.(this.#error));
    else socket.once('close', () => handlers.close?.(this.#error));
    socket.resume();
  }

  write(bytes: Uint8Array): boolean {
    if (!this.#socket.writable) return true;
    return this.#socket.write(bytes);
  }

  /** Most writes are taken by the system at once, while `write` runs. */
  get flushed(): boolean {
    return this.#socket.writableLength === 0;
  }

  end(): void {
    this.#socket.end();
  }

  destroy(error?: Error): void {
    this.#error ??= error;
    const { writableEnded, writableFinished } = this.#socket;
    if (writableEnded && !writableFinished) {
      // Our end is on its way. The system then refuses a reset, and the socket would stay open.
      this.#socket.destroy();
      return;
    }
    // A reset tells the peer at once that this is not an orderly end. Only TCP has it: over TLS and
    // over Unix sockets the method exists, and throws.
    try {
      this.#socket.resetAndDestroy();
    } catch {
      this.#socket.destroy();
    }
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }
}

/** The same memory as a plain `Uint8Array`: the code above never sees a `Buffer`. */
function asPlainBytes(chunk: Uint8Array): Uint8Array {
  return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}
