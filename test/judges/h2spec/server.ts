import { attachHttp2 } from '#http2/attach';
import { createHttp2Server } from '#http2/connection';
import type { Http2Stream } from '#http2/stream';
import { listenTcp } from '#transport/tcp';

/**
 * The smallest server that h2spec can judge: any request is answered with 200 and two octets,
 * once it has come whole. Prints its port.
 */
const HEADERS = [
  { name: ':status', value: '200' },
  { name: 'content-type', value: 'text/plain' },
];
const BODY = new TextEncoder().encode('ok');

function answer(stream: Http2Stream): void {
  stream.sendHeaders(HEADERS);
  stream.sendData(BODY, true);
}

const listener = await listenTcp({ port: Number(process.argv[2] ?? 0) }, (transport) => {
  const http2 = createHttp2Server(
    {
      stream(stream, _fields, endStream) {
        if (endStream) answer(stream);
        return {
          data(chunk, ended) {
            stream.consume(chunk.length);
            if (ended) answer(stream);
          },
          trailers: () => answer(stream),
          close() {},
        };
      },
    },
    { plain: process.argv[3] === 'plain' },
  );
  attachHttp2(http2, transport);
});
console.log(listener.port);
