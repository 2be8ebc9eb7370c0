import { connect, createServer, type Socket } from 'node:net';
import { LOOPBACK } from '#transport/tcp';

/** What a proxy does with the bytes that the server sends. */
export interface Plan {
  /** Every chunk is this much late. */
  delayMs?: number;
  /** No more than so many bytes get through; what then becomes of the connection is `end`. */
  most?: number;
  end?: 'closes' | 'resets' | 'is silent';
}

export interface Proxy {
  port: number;
  close(): Promise<void>;
}

/** Stands between a client and a server of a test, and does what networks do. */
// #region proxy
export function startProxy(port: number, plan: Plan): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, LOOPBACK);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        upstream.destroy();
        client.destroy();
      });
    }
    client.pipe(upstream);
    let left = plan.most ?? Number.POSITIVE_INFINITY;
    if (left === 0) breakOff(client, plan.end);
    upstream.on('data', (chunk) => {
      const part = chunk.subarray(0, left);
      left -= part.length;
      later(plan.delayMs, () => client.write(part));
      if (left === 0) breakOff(client, plan.end);
    });
  });
  // #endregion proxy
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, LOOPBACK, () => {
      resolve({
        port: (server.address() as { port: number }).port,
        close: () =>
          new Promise((done) => {
            for (const socket of sockets) socket.destroy();
            server.close(() => done());
          }),
      });
    });
  });
}

function later(milliseconds: number | undefined, act: () => void): void {
  if (milliseconds === undefined) act();
  else setTimeout(act, milliseconds);
}

function breakOff(client: Socket, end: Plan['end']): void {
  if (end === 'closes') client.end();
  // What was written goes out first: a reset drops what is still here.
  if (end === 'resets') client.write('', () => client.resetAndDestroy());
}
