import { encodeUtf8 } from '#bytes/utf8';
import type { RunningServer } from '#course/lesson/define-lesson';
import { attachHttp2 } from '#http2/attach';
import { createHttp2Server } from '#http2/connection';
import { LOOPBACK, listenTcp } from '#transport/tcp';

/** What a proxy shows to people when nobody is at home behind it. */
export const PAGE = '<html><body><h1>We will be back soon</h1></body></html>';

/** A proxy with nobody behind it: whatever one asks, it answers with a web page. */
export async function startProxy(httpStatus: string): Promise<RunningServer> {
  const listener = await listenTcp({ host: LOOPBACK, port: 0 }, (connection) =>
    attachHttp2(
      createHttp2Server({
        stream(stream) {
          stream.sendHeaders([
            { name: ':status', value: httpStatus },
            { name: 'content-type', value: 'text/html' },
          ]);
          stream.sendData(encodeUtf8(PAGE), true);
          return { data: (chunk) => stream.consume(chunk.length), close() {} };
        },
        close: () => {},
      }),
      connection,
    ),
  );
  return { host: listener.host, port: listener.port, close: () => listener.destroy() };
}
