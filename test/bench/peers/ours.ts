import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { Server } from '#grpc/server/server';
import { BenchDefinition } from '../generated/bench.ts';
import {
  body,
  checkDownload,
  checkGreeting,
  greeting,
  HOLD,
  NAME,
  never,
  type Peer,
} from './peer.ts';

/** This repository's stack, with its defaults: every check and limit is on. */
export const ours: Peer = {
  async serve() {
    const server = new Server();
    server.addService(BenchDefinition, {
      async greet({ name }) {
        return name === HOLD ? never : greeting(name);
      },
      async *download({ count, size }) {
        const piece = { body: body(size) };
        for (let i = 0; i < count; i++) yield piece;
      },
    });
    return (await server.listen({ port: 0 })).port;
  },

  async connect(port) {
    const channel = new Channel(`ipv4:127.0.0.1:${port}`);
    const client = createClient(BenchDefinition, channel);
    await channel.ready();
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
      hold() {
        client.greet({ name: HOLD }).catch(() => {});
      },
      close: () => channel.close(),
    };
  },
};
