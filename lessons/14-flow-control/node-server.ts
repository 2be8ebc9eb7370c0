import { createServer } from 'node:http2';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { listenNode } from '../07-http2-frames/listen-node.ts';
import { UPLOAD_WINDOW } from './server.ts';
import { ORDER } from './shop.ts';

/** The shop over Node's own HTTP/2: what does it say to a peer that breaks a rule? */
export function startNodeServer(options: ServerOptions): Promise<RunningServer> {
  const server = createServer({ settings: { initialWindowSize: UPLOAD_WINDOW } });
  server.on('stream', (stream, headers) => {
    if (headers[':path'] === '/upload') return;
    stream.respond({ ':status': 200 });
    stream.end(ORDER);
  });
  return listenNode(server, options);
}
