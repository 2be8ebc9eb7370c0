import { attachHttp2 } from '#http2/attach';
import { createHttp2Server } from '#http2/connection';
import type { Http2Stream } from '#http2/stream';
import { listenTcp } from '#transport/tcp';

/**
 * The smallest server that h2spec can judge: any request is answered with 200 and a few octets,
 * once it has come whole. (Some cases are skipped if there are fewer than five.)
 *
 *     node --import tsx test/judges/h2spec/server.ts [PORT]
 *
 * Prints its port. With `--conditions=solution-07` lesson 7's solution reads the frames.
 */
const HEADERS = [
  { name: ':status', value: '200' },
  { name: 'content-type', value: 'text/plain' },
];
const BODY = new TextEncoder().encode('hello from scratch\n');

function answer(stream: Http2Stream): void {
  stream.sendHeaders(HEADERS);
  stream.sendData(BODY, true);
}

const listener = await listenTcp({ port: Number(process.argv[2] ?? 0) }, (transport) => {
  const http2 = createHttp2Server({
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
  });
  attachHttp2(http2, transport);
});
console.log(listener.port);
