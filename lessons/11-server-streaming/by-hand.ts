import { concat } from '#bytes/concat';
import type { RunningServer } from '#course/lesson/define-lesson';
import { encodeMessage } from '#framing/message';
import { OK } from '#grpc/status';
import { responseHeaders } from '#grpc/wire/response-headers';
import { statusTrailers } from '#grpc/wire/trailers';
import { attachHttp2 } from '#http2/attach';
import { createHttp2Server } from '#http2/connection';
import type { Http2Stream } from '#http2/stream';
import { Order } from '#protobuf/generated/ecommerce';
import { LOOPBACK, listenTcp } from '#transport/tcp';
import { isFound, ORDERS } from '../shop/orders.ts';

/** How the bytes of an answer are cut into DATA frames. */
export type Cut = (messages: Uint8Array[]) => Uint8Array[];

export const CUTS = {
  'one each': (messages) => messages,
  'all in one': (messages) => [concat(messages)],
  'every 44 bytes': (messages) => cutEvery(concat(messages), 44),
} satisfies Record<string, Cut>;

/** Looks for spoons, whatever it is asked, and sends what it finds in frames cut by `cut`. */
export async function startByHand(cut: Cut): Promise<RunningServer> {
  const listener = await listenTcp({ host: LOOPBACK, port: 0 }, (connection) => {
    const http2 = createHttp2Server({
      stream: (stream) => ({
        data(chunk, endStream) {
          stream.consume(chunk.length);
          if (endStream) void answer(stream, cut);
        },
        close() {},
      }),
      close() {},
    });
    attachHttp2(http2, connection);
  });
  return { host: listener.host, port: listener.port, close: () => listener.destroy() };
}

// #region answer
async function answer(stream: Http2Stream, cut: Cut): Promise<void> {
  const found = ORDERS.filter((order) => isFound(order, 'spoon'));
  const messages = found.map((order) => encodeMessage(Order.encode(order as Order)));

  stream.sendHeaders(responseHeaders());
  for (const piece of cut(messages)) {
    stream.sendData(piece);
    // What is written in one turn, our connection puts into one frame.
    await new Promise((resolve) => setImmediate(resolve));
  }
  stream.sendTrailers(statusTrailers(OK));
}
// #endregion answer

function cutEvery(bytes: Uint8Array, size: number): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.slice(at, at + size));
  return pieces;
}
