import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect,
  createServer,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import { encodeMessage, MessageDecoder } from '#framing/message';
import { DownloadRequest, Greeting, GreetRequest, Piece } from '../generated/bench.ts';
import { body, checkDownload, checkGreeting, greeting, NAME, type Peer } from './peer.ts';

const LIMIT = 4 * 1024 * 1024;
const GREET = '/bench.Bench/Greet';
const DOWNLOAD = '/bench.Bench/Download';

/**
 * gRPC by hand on `node:http2`: our codec and framing, Node's HTTP/2, and nothing else: no
 * deadline, no metadata, no status but OK. What a program gains that goes without a library.
 */
export const nodeHttp2: Peer = {
  serve() {
    const server = createServer();
    server.on('stream', (stream, headers) => {
      const decoder = new MessageDecoder(LIMIT);
      stream.on('data', (chunk: Uint8Array) => {
        for (const { payload } of decoder.push(chunk)) answer(stream, headers[':path']!, payload);
      });
      stream.on('error', () => {});
    });
    return new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  },

  async connect(port) {
    const session = connect(`http://127.0.0.1:${port}`);
    await new Promise((resolve) => session.once('remoteSettings', resolve));
    const greetBytes = () => encodeMessage(GreetRequest.encode({ name: NAME }));
    return {
      async greet() {
        let message: string | undefined;
        await call(session, GREET, greetBytes(), (payload) => {
          message = Greeting.decode(payload).message;
        });
        checkGreeting(message);
      },
      async download(count, size) {
        let got = 0;
        let bytes = 0;
        const request = encodeMessage(DownloadRequest.encode({ count, size }));
        await call(session, DOWNLOAD, request, (payload) => {
          got++;
          bytes += Piece.decode(payload).body.length;
        });
        checkDownload(got, bytes, count, size);
      },
      close: () => session.destroy(),
    };
  },
};

function answer(stream: ServerHttp2Stream, path: string, payload: Uint8Array): void {
  stream.respond(
    { ':status': 200, 'content-type': 'application/grpc+proto' },
    { waitForTrailers: true },
  );
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
  if (path === GREET) {
    const { name } = GreetRequest.decode(payload);
    stream.end(encodeMessage(Greeting.encode(greeting(name))));
    return;
  }
  const { count, size } = DownloadRequest.decode(payload);
  const piece = { body: body(size) };
  let sent = 0;
  const write = () => {
    while (sent < count) {
      sent++;
      if (!stream.write(encodeMessage(Piece.encode(piece)))) {
        stream.once('drain', write);
        return;
      }
    }
    stream.end();
  };
  write();
}

function call(
  session: ClientHttp2Session,
  path: string,
  request: Uint8Array,
  message: (payload: Uint8Array) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const stream: ClientHttp2Stream = session.request({
      ':method': 'POST',
      ':path': path,
      te: 'trailers',
      'content-type': 'application/grpc+proto',
    });
    const decoder = new MessageDecoder(LIMIT);
    let status: unknown;
    stream.on('data', (chunk: Uint8Array) => {
      for (const { payload } of decoder.push(chunk)) message(payload);
    });
    stream.on('trailers', (trailers) => {
      status = trailers['grpc-status'];
    });
    stream.on('error', reject);
    stream.on('end', () => {
      if (status === '0') resolve();
      else reject(new Error(`grpc-status ${status}`));
    });
    stream.end(request);
  });
}
