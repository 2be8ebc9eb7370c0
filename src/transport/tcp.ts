import { connect, createServer, type Socket } from 'node:net';
import type { Connection, ConnectionHandlers, Listener } from './connection.ts';

export interface TcpAddress {
  host?: string;
  /** 0 lets the system choose a free one. */
  port: number;
}

export interface ListenOptions extends TcpAddress {
  /** Ends a connection on which nothing moved for so long, in milliseconds. For ever unless told. */
  idleTimeoutMs?: number;
}

/** Only this machine can reach a server that listens here: the right default for lessons. */
export const LOOPBACK = '127.0.0.1';

/**
 * Connects to a server.
 * @throws the system's error (`code`: `ECONNREFUSED`, `ENOTFOUND`, …), or the signal's reason.
 */
export function connectTcp(address: TcpAddress, signal?: AbortSignal): Promise<Connection> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const socket = connect({ host: address.host ?? LOOPBACK, port: address.port });
    const abort = () => socket.destroy(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    socket.once('error', reject);
    socket.once('connect', () => {
      signal?.removeEventListener('abort', abort);
      socket.off('error', reject);
      resolve(new SocketConnection(socket));
    });
  });
}

/** Listens, and hands every connection that comes to `onConnection`. */
export function listenTcp(
  { host = LOOPBACK, port, idleTimeoutMs }: ListenOptions,
  onConnection: (connection: Connection) => void,
): Promise<Listener> {
  return new Promise((resolve, reject) => {
    // allowHalfOpen: a peer that has said all may still wait for our answer.
    const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
      if (idleTimeoutMs !== undefined) socket.setTimeout(idleTimeoutMs, () => socket.destroy());
      onConnection(new SocketConnection(socket));
    });
    server.once('error', reject);
    server.listen(port, host, () => {
      const bound = server.address() as { address: string; port: number };
      resolve({
        host: bound.address,
        port: bound.port,
        close: () => new Promise((done) => server.close(() => done())),
      });
    });
  });
}

/** A `node:net` (or `node:tls`) socket as a `Connection`. */
export class SocketConnection implements Connection {
  readonly remote: string;
  readonly #socket: Socket;
  #error: Error | undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
    this.remote = `${socket.remoteAddress}:${socket.remotePort}`;
    // Nagle's algorithm would hold a small reply back until the last one is acknowledged.
    socket.setNoDelay(true);
    // Kept from the first moment: an 'error' that nobody listens for ends the whole process.
    socket.on('error', (error) => {
      this.#error = error;
    });
  }

  start(handlers: ConnectionHandlers): void {
    const socket = this.#socket;
    socket.on('data', (chunk: Uint8Array) => handlers.data(asPlainBytes(chunk)));
    socket.on('end', () => handlers.end?.());
    socket.on('drain', () => handlers.drain?.());
    if (socket.destroyed) queueMicrotask(() => handlers.close?.(this.#error));
    else socket.once('close', () => handlers.close?.(this.#error));
    socket.resume();
  }

  write(bytes: Uint8Array): boolean {
    if (!this.#socket.writable) return true;
    return this.#socket.write(bytes);
  }

  end(): void {
    this.#socket.end();
  }

  destroy(error?: Error): void {
    this.#error ??= error;
    // A reset tells the peer at once that this is no orderly end; only TCP sockets have it.
    if (this.#socket.connecting || typeof this.#socket.resetAndDestroy !== 'function') {
      this.#socket.destroy();
    } else {
      this.#socket.resetAndDestroy();
    }
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }
}

/** The same memory as a plain `Uint8Array`: above this line nobody meets a `Buffer`. */
function asPlainBytes(chunk: Uint8Array): Uint8Array {
  return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}
