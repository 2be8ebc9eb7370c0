import { type CompatServiceDefinition, createChannel, createClient, createServer } from 'nice-grpc';
import { service } from './grpc-js.ts';
import { body, checkDownload, checkGreeting, greeting, NAME, type Peer } from './peer.ts';

/** `nice-grpc`: grpc-js with Promises and AsyncIterables, on proto-loader's definitions. */
export const niceGrpc: Peer = {
  async serve() {
    const server = createServer();
    server.add(service as CompatServiceDefinition, {
      async Greet({ name }: { name: string }) {
        return greeting(name);
      },
      async *Download({ count, size }: { count: number; size: number }) {
        const piece = { body: body(size) };
        for (let i = 0; i < count; i++) yield piece;
      },
    });
    return server.listen('127.0.0.1:0');
  },

  async connect(port) {
    const channel = createChannel(`127.0.0.1:${port}`);
    const client = createClient(service as CompatServiceDefinition, channel) as unknown as {
      Greet(request: unknown): Promise<{ message: string }>;
      Download(request: unknown): AsyncIterable<{ body: Uint8Array }>;
    };
    return {
      async greet() {
        checkGreeting((await client.Greet({ name: NAME })).message);
      },
      async download(count, size) {
        let got = 0;
        let bytes = 0;
        for await (const piece of client.Download({ count, size })) {
          got++;
          bytes += piece.body.length;
        }
        checkDownload(got, bytes, count, size);
      },
      close: () => channel.close(),
    };
  },
};
