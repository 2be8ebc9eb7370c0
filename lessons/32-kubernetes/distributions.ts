import { createServer } from 'node:net';
import { Channel } from '#channel/channel';
import type { ChannelOptions } from '#channel/channel-options';
import { createClient } from '#grpc/client/client';
import { Server } from '#grpc/server/server';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { LOOPBACK } from '#transport/tcp';
import { type Counting, countDuring, startCounting } from '../21-load-balancing/fleet.ts';
import { warmUp } from '../21-load-balancing/world.ts';
import { startDns } from './dns.ts';
import { startKubeProxy } from './kube-proxy.ts';
import { ROUTE } from './manifests.ts';
import { routeOf } from './route.ts';

export const CALLS = 30;
export const HEADLESS = 'orders.shop.svc.cluster.local';
const ROUND_ROBIN = { loadBalancingConfig: [{ round_robin: {} }] };

/** So many servers, each at an address of its own, as pods are; or at one address, and ports. */
export async function startPods(count: number): Promise<Counting[]> {
  const own = await hasAddresses(count);
  const pods: Counting[] = [];
  for (let i = 0; i < count; i++) {
    const place = own ? { host: `127.0.0.${2 + i}`, port: pods[0]?.port ?? 0 } : {};
    pods.push(await startCounting(`orders-${i + 1}`, place));
  }
  return pods;
}

/** Linux has the whole of 127.0.0.0/8; elsewhere there is only one address, and DNS has no ports. */
async function hasAddresses(count: number): Promise<boolean> {
  for (let i = 0; i < count; i++) {
    const isThere = await new Promise<boolean>((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(false));
      server.listen(0, `127.0.0.${2 + i}`, () => server.close(() => resolve(true)));
    });
    if (!isThere) return false;
  }
  return true;
}

function open(target: string, options: ChannelOptions = {}) {
  const channel = new Channel(target, options);
  const shop = createClient(OrderManagementDefinition, channel, { defaults: { timeoutMs: 5_000 } });
  return { ask: () => shop.getOrder({ value: '101' }), close: () => channel.close() };
}

const ask = (client: ReturnType<typeof open>) => async () => {
  for (let i = 0; i < CALLS; i++) await client.ask();
};

/** A Service with one address: who calls has one connection, and so one pod. */
export async function throughService(pods: readonly Counting[]): Promise<number[]> {
  const service = await startKubeProxy();
  service.found(pods);
  const client = open(`ipv4:${LOOPBACK}:${service.port}`);
  try {
    return await countDuring(pods, ask(client));
  } finally {
    await client.close();
    await service.close();
  }
}

export interface Headless {
  counts: number[];
  /** How the client found them: DNS answers, or, where the system has one address, a list. */
  by: 'DNS' | 'a list';
  addresses: string[];
}

/** A headless Service: DNS answers with all pods, and the client takes them in turn. */
export async function throughDns(pods: readonly Counting[]): Promise<Headless> {
  const isDns = pods[0]!.host !== pods[1]!.host;
  const addresses = pods.map(({ host }) => host);
  const dns = await startDns(HEADLESS, addresses);
  const list = pods.map(({ host, port }) => `${host}:${port}`);
  const target = isDns ? `dns:///${HEADLESS}:${pods[0]!.port}` : `ipv4:${list}`;
  // #region headless
  const client = open(target, { lookup: dns.lookup, serviceConfig: ROUND_ROBIN });
  // #endregion headless
  try {
    await warmUp(pods, client.ask);
    const counts = await countDuring(pods, ask(client));
    return { counts, by: isDns ? 'DNS' : 'a list', addresses: isDns ? addresses : list };
  } finally {
    await client.close();
    dns.close();
  }
}

const bytes = (message: Uint8Array) => message;
const { getOrder } = OrderManagementDefinition.methods;
const asBytes = {
  name: OrderManagementDefinition.name,
  methods: {
    getOrder: {
      ...getOrder,
      encodeRequest: bytes,
      decodeRequest: bytes,
      encodeResponse: bytes,
      decodeResponse: bytes,
    },
  },
} as const;

/**
 * A Gateway that follows our GRPCRoute: it reads calls, and gives nine of ten to `orders`, one to
 * `orders-next`.
 * @param pods three of `orders`, and then one of `orders-next`
 */
export async function throughRoute(pods: readonly Counting[]): Promise<number[]> {
  const place = ({ host, port }: Counting) => `${host}:${port}`;
  const behind = new Map(
    [pods.slice(0, 3), pods.slice(3)].map((group, i) => {
      const target = `ipv4:${group.map(place)}`;
      const channel = new Channel(target, { serviceConfig: ROUND_ROBIN });
      return [
        i === 0 ? 'orders' : 'orders-next',
        { channel, stub: createClient(asBytes, channel) },
      ];
    }),
  );
  let turn = 0;
  const gateway = new Server();
  // #region gateway
  gateway.addService(asBytes, {
    getOrder(request, call) {
      const name = routeOf(ROUTE, getOrder.path, turn++);
      return behind.get(name ?? '')!.stub.getOrder(request, { parent: call });
    },
  });
  // #endregion gateway
  const { port } = await gateway.listen({ host: LOOPBACK, port: 0 });
  const client = open(`ipv4:${LOOPBACK}:${port}`);
  try {
    await warmUp(pods, client.ask);
    turn = 0;
    return await countDuring(pods, ask(client));
  } finally {
    await client.close();
    await gateway.close();
    for (const { channel } of behind.values()) await channel.close();
  }
}
