import { createServer } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { cook, dishAt } from './kitchen.ts';

/** The same kitchen over Node's own HTTP/2: what does it say to a client that breaks a rule? */
export async function startNodeServer({ host, port, log }: ServerOptions): Promise<RunningServer> {
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  // A client that breaks a rule is what this lesson is about: it must not end the process.
  server.on('sessionError', (error) => log(`error of a connection: ${error.message}`));
  server.on('stream', (stream, headers) => {
    stream.on('error', () => {});
    const dish = dishAt(headers[':path']);
    stream.respond(
      { ':status': dish === undefined ? 404 : 200 },
      { endStream: dish === undefined },
    );
    if (dish === undefined) return;
    const stop = cook(dish, (step, last) => (last ? stream.end(step) : stream.write(step)));
    stream.on('close', stop);
  });
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
