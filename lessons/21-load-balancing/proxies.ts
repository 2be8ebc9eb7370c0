import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { Server } from '#grpc/server/server';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { LOOPBACK, listenTcp } from '#transport/tcp';
import { type Connection, connectOr } from './connect-or.ts';

type Place = { host: string; port: number };

/** Stands between clients and servers. */
export interface ProxyServer {
  /** What a client of grpc-js calls it by. */
  target: string;
  close(): Promise<void>;
}

// #region l4
/**
 * Layer 4: it sees connections, and bytes. The next connection goes to the next server; if nobody
 * listens there, to the one after.
 */
export async function startL4(servers: readonly Place[]): Promise<ProxyServer> {
  let turn = 0;
  const listener = await listenTcp({ host: LOOPBACK, port: 0 }, async (client) => {
    const inTurn = servers.map((_, i) => servers[(turn + i) % servers.length]!);
    turn++;
    const server = await connectOr(inTurn, () => client.destroy());
    if (server === undefined) return;
    pass(client, server);
    pass(server, client);
  });
  return { target: `${LOOPBACK}:${listener.port}`, close: () => listener.destroy() };
}
// #endregion l4

function pass(from: Connection, to: Connection): void {
  from.start({
    data: (chunk) => to.write(chunk),
    end: () => to.end(),
    close: (error) => (error ? to.destroy(error) : to.end()),
  });
}

// #region bytes
const bytes = (message: Uint8Array) => message;

/** One method, as bytes: a proxy need not know what is in a message. */
const asBytes = {
  name: OrderManagementDefinition.name,
  methods: {
    getOrder: {
      ...OrderManagementDefinition.methods.getOrder,
      encodeRequest: bytes,
      decodeRequest: bytes,
      encodeResponse: bytes,
      decodeResponse: bytes,
    },
  },
} as const;
// #endregion bytes

// #region l7
/** Layer 7: it sees calls. Each goes to the next server, on whatever connection it came. */
export async function startL7(servers: readonly Place[]): Promise<ProxyServer> {
  const channel = new Channel(`ipv4:${servers.map(({ host, port }) => `${host}:${port}`)}`, {
    serviceConfig: { loadBalancingConfig: [{ round_robin: {} }] },
  });
  const behind = createClient(asBytes, channel);
  const server = new Server();
  server.addService(asBytes, {
    getOrder: (request, call) => behind.getOrder(request, { parent: call }),
  });
  const { port } = await server.listen({ host: LOOPBACK, port: 0 });
  return {
    target: `${LOOPBACK}:${port}`,
    async close() {
      await server.close();
      await channel.close();
    },
  };
}
// #endregion l7
