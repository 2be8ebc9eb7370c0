import { createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';

import { createClient } from '@connectrpc/connect';
import {
  connectNodeAdapter,
  createGrpcTransport,
  Http2SessionManager,
} from '@connectrpc/connect-node';
import { PROTOS } from '../protos.ts';
import { loadRegistry } from '../registry.ts';
import { body, checkDownload, checkGreeting, greeting, NAME, type Peer } from './peer.ts';

const registry = loadRegistry(['bench.proto'], [PROTOS]);
const service = registry.getService('bench.Bench')!;

interface ConnectClient {
  greet(request: unknown): Promise<{ message: string }>;
  download(request: unknown): AsyncIterable<{ body: Uint8Array }>;
}

/** `@connectrpc/connect-node`: its gRPC transport on `node:http2`, with `@bufbuild/protobuf`. */
export const connect: Peer = {
  serve() {
    const handler = connectNodeAdapter({
      routes: (router) =>
        router.service(service, {
          async greet({ name }: { name: string }) {
            return greeting(name);
          },
          async *download({ count, size }: { count: number; size: number }) {
            const piece = { body: body(size) };
            for (let i = 0; i < count; i++) yield piece;
          },
        } as object),
    });
    const server = createServer(handler);
    return new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  },

  async connect(port) {
    const baseUrl = `http://127.0.0.1:${port}`;
    const sessionManager = new Http2SessionManager(baseUrl);
    const transport = createGrpcTransport({ baseUrl, sessionManager });
    const client = createClient(service, transport) as unknown as ConnectClient;
    return {
      async greet() {
        checkGreeting((await client.greet({ name: NAME })).message);
      },
      async download(count, size) {
        let got = 0;
        let bytes = 0;
        for await (const piece of client.download({ count, size })) {
          got++;
          bytes += piece.body.length;
        }
        checkDownload(got, bytes, count, size);
      },
      close: () => sessionManager.abort(),
    };
  },
};
