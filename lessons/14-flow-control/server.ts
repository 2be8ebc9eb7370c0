import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import type { HeaderField } from '#hpack/header-field';
import { attachHttp2 } from '#http2/attach';
import { BodyWriter } from '#http2/body';
import { createHttp2Server } from '#http2/connection';
import type { StreamHandler } from '#http2/events';
import type { Http2Stream } from '#http2/stream';
import { listenTcp } from '#transport/tcp';
import { answerTo } from './shop.ts';

/** The shop over our own HTTP/2. */
export async function startServer({ host, port, log }: ServerOptions): Promise<RunningServer> {
  const listener = await listenTcp({ host, port }, (connection) => {
    log(`${connection.remote} connected`);
    attachHttp2(createShop(log), connection);
  });
  return { host: listener.host, port: listener.port, close: () => listener.destroy() };
}

/** The window of each upload: nobody reads them. */
export const UPLOAD_WINDOW = 30;

/** Both ends tell so often how far they are. */
export const REPORT_OCTETS = 131_072;

/** One connection of it, without a socket. */
export function createShop(log: (line: string) => void) {
  const stream = (stream: Http2Stream, fields: readonly HeaderField[]) =>
    answer(stream, fields.find(({ name }) => name === ':path')?.value, log);
  return createHttp2Server({ stream }, { streamWindow: UPLOAD_WINDOW, connectionWindow: 65_535 });
}

// #region answer
function answer(
  stream: Http2Stream,
  path: string | undefined,
  log: (line: string) => void,
): StreamHandler {
  log(`asked for ${path}`);
  if (path === '/upload') return { close: () => {} };
  const body = answerTo(path, (made) => made % REPORT_OCTETS === 0 && log(`made ${made}`));
  const found = body !== undefined;
  stream.sendHeaders([{ name: ':status', value: found ? '200' : '404' }], !found);
  const writer = new BodyWriter(stream);
  if (found) void writer.pour(body);
  return {
    drain: () => writer.drain(),
    close(error) {
      writer.close();
      log(error?.message ?? 'done');
    },
  };
}
// #endregion answer
