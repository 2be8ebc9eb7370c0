import { createServer } from 'node:http2';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { cook, dishAt } from './kitchen.ts';
import { listenNode } from './listen-node.ts';

/** The same kitchen over Node's own HTTP/2: what does it say to a client that breaks a rule? */
export function startNodeServer(options: ServerOptions): Promise<RunningServer> {
  const server = createServer();
  server.on('stream', (stream, headers) => {
    const dish = dishAt(headers[':path']);
    stream.respond(
      { ':status': dish === undefined ? 404 : 200 },
      { endStream: dish === undefined },
    );
    if (dish === undefined) return;
    const stop = cook(dish, (step, last) => (last ? stream.end(step) : stream.write(step)));
    stream.on('close', stop);
  });
  return listenNode(server, options);
}
