import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Connection, Listener } from './connection.ts';
import { SocketConnection } from './socket-connection.ts';

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
  /** Ends a connection on which nothing moved for so long, in milliseconds. By default never. */
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
  // allowHalfOpen: a server that has sent everything may still listen.
  const socket = connect({ ...withDefaultHost(address), allowHalfOpen: true });
  await opened(socket, 'connect', signal);
  return new SocketConnection(socket);
}

/** Waits until a socket is open. @throws what went wrong; the socket is then destroyed. */
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
      // An error that still comes must have a listener, or it ends the process.
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
  // allowHalfOpen: a peer that has sent everything may still wait for our answer.
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
      // Later errors are of single sockets (no file descriptor is left). The server goes on.
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
