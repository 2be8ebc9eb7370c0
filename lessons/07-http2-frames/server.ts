import { encodeUtf8 } from '#bytes/utf8';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import type { HeaderField } from '#hpack/header-field';
import { attachHttp2 } from '#http2/attach';
import { createHttp2Server } from '#http2/connection';
import type { StreamHandler } from '#http2/events';
import type { Http2Stream } from '#http2/stream';
import { listenTcp } from '#transport/tcp';
import { cook, dishAt } from './kitchen.ts';

/** The windows that hold if nobody says anything: how they work is lesson 14. */
const WINDOWS = { streamWindow: 65_535, connectionWindow: 65_535 };

// #region server
/** The kitchen over our own HTTP/2: each request comes as a stream, and is answered on it. */
export async function startServer({ host, port, log }: ServerOptions): Promise<RunningServer> {
  const listener = await listenTcp({ host, port }, (connection) => {
    log(`${connection.remote} connected`);
    const stream = (stream: Http2Stream, fields: readonly HeaderField[]) =>
      answer(stream, fields.find(({ name }) => name === ':path')?.value, log);
    attachHttp2(createHttp2Server({ stream }, WINDOWS), connection);
  });
  return { host: listener.host, port: listener.port, close: () => listener.destroy() };
}

function answer(
  stream: Http2Stream,
  path: string | undefined,
  log: (line: string) => void,
): StreamHandler {
  const dish = dishAt(path);
  log(`stream ${stream.id}: GET ${path}`);
  if (dish === undefined) {
    stream.sendHeaders([{ name: ':status', value: '404' }], true);
    return { close: () => {} };
  }
  stream.sendHeaders([{ name: ':status', value: '200' }]);
  const stop = cook(dish, (step, last) => stream.sendData(encodeUtf8(step), last));
  return {
    data: (chunk) => stream.consume(chunk.length),
    close(error) {
      stop();
      const how = error === undefined ? 'served' : `given up, ${error.message}`;
      log(`stream ${stream.id}: ${how}`);
    },
  };
}
// #endregion server
