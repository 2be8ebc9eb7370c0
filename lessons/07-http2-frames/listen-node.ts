import type { Http2Server } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';

/**
 * Lets a server of Node's own HTTP/2 listen, until it is closed with its connections. A client that
 * breaks a rule is what these lessons are about: that is told, and does not end the process.
 */
export async function listenNode(
  server: Http2Server,
  { host, port, log }: ServerOptions,
): Promise<RunningServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('sessionError', (error) => log(`error of a connection: ${error.message}`));
  server.on('stream', (stream) => stream.on('error', () => {}));
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  const { port: actual } = server.address() as AddressInfo;
  return {
    host,
    port: actual,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
