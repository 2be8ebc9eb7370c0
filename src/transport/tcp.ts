import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Connection, ConnectionHandlers, Listener } from './connection.ts';

export interface TcpAddress {
  host?: string;
  /** 0 lets the system choose a free one. */
  port: number;
}

/** A file in place of a host and port: for two processes on one machine. */
export interface UnixAddress {
  path: string;
}

export type SocketAddress = TcpAddress | UnixAddress;

export interface ListenOptions {
  /** Ends a connection on which nothing moved for so long, in milliseconds. For ever unless told. */
  idleTimeoutMs?: number;
}

/** Only this machine can reach a server that listens here: the right default for lessons. */
export const LOOPBACK = '127.0.0.1';

/**
 * Connects to a server.
 * @throws the system's error (`code`: `ECONNREFUSED`, `ENOTFOUND`, …), or the signal's reason.
 */
export async function connectTcp(
  address: SocketAddress,
  signal?: AbortSignal,
): Promise<Connection> {
  signal?.throwIfAborted();
  // allowHalfOpen: a server that has said all may still listen.
  const socket = connect({ ...withDefaultHost(address), allowHalfOpen: true });
  await opened(socket, 'connect', signal);
  return new SocketConnection(socket);
}

/** Waits until a socket is open. @throws what went wrong instead, and then it is destroyed. */
export function opened<S extends Socket>(
  socket: S,
  event: 'connect' | 'secureConnect',
  signal?: AbortSignal,
): Promise<S> {
  return new Promise((resolve, reject) => {
    const abort = () => socket.destroy(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    const settled = () => {
      signal?.removeEventListener('abort', abort);
      socket.off('error', failed);
      socket.off('close', failed);
    };
    const failed = (error?: unknown) => {
      settled();
      // One that still comes has nobody left to hear it.
      socket.on('error', () => {});
      reject(error instanceof Error ? error : new Error('the connection closed before it opened'));
    };
    socket.once('error', failed);
    socket.once('close', failed);
    socket.once(event, () => {
      settled();
      resolve(socket);
    });
  });
}

/** Listens, and hands every connection that comes to `onConnection`. */
export function listenTcp(
  { idleTimeoutMs, ...address }: SocketAddress & ListenOptions,
  onConnection: (connection: Connection) => void,
): Promise<Listener> {
  // allowHalfOpen: a peer that has said all may still wait for our answer.
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
    if (idleTimeoutMs !== undefined) socket.setTimeout(idleTimeoutMs, () => socket.destroy());
    onConnection(new SocketConnection(socket));
  });
  return listenOn(server, address);
}

/** Binds a server of `node:net` or `node:tls`. @throws the system's error: `EADDRINUSE`, … */
export function listenOn(server: Server, address: SocketAddress): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const sockets = new Set<Socket>();
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    server.once('error', reject);
    server.listen(withDefaultHost(address), () => {
      // Later ones are of single sockets (no file descriptor is left): no reason to end.
      server.on('error', () => {});
      const bound = server.address();
      const tcp = bound !== null && typeof bound === 'object';
      const close = () => new Promise<void>((done) => server.close(() => done()));
      resolve({
        host: tcp ? bound.address : (bound ?? ''),
        port: tcp ? bound.port : 0,
        close,
        async destroy() {
          const closed = close();
          const gone = [...sockets].map(
            (socket) => new Promise((done) => socket.once('close', done)),
          );
          for (const socket of sockets) socket.destroy();
          await Promise.all([closed, ...gone]);
        },
      });
    });
  });
}

export function withDefaultHost(address: SocketAddress): SocketAddress {
  return 'path' in address
    ? { path: address.path }
    : { host: address.host ?? LOOPBACK, port: address.port };
}

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

  /** Most writes are taken by the system at once, while `write` runs. */
  get flushed(): boolean {
    return this.#socket.writableLength === 0;
  }

  end(): void {
    this.#socket.end();
  }

  destroy(error?: Error): void {
    this.#error ??= error;
    // A reset tells the peer at once that this is no orderly end. Only TCP has it: over TLS and
    // over Unix sockets the method is there, and throws.
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

/** The same memory as a plain `Uint8Array`: above this line nobody meets a `Buffer`. */
function asPlainBytes(chunk: Uint8Array): Uint8Array {
  return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}
