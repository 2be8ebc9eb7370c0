import { credentials, type ChannelOptions as JsOptions, type ServiceError } from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import type { ChannelOptions } from '#channel/channel-options';
import { createDial } from '#channel/connections/dial';
import type { ResolverListener } from '#channel/names/resolver';
import type { ServiceConfigJson } from '#channel/names/service-config-json';
import { createClient } from '#grpc/client/client';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { type Clock, systemClock } from '#time/clock';
import { ecommerce } from '../shop/load.ts';
import type { OrderManagementClient } from '../shop/types/ecommerce/OrderManagement.ts';
import { type Counting, countDuring } from './fleet.ts';

export const TIMEOUT_MS = 5_000;

export const roundRobin: ServiceConfigJson = { loadBalancingConfig: [{ round_robin: {} }] };

// #region connect
/** A client of grpc-js whose target has the addresses of all servers, and that takes them in turn. */
export function connectAll(servers: readonly { host: string; port: number }[]) {
  const addresses = servers.map(({ host, port }) => `${host}:${port}`);
  return connectTo(`ipv4:${addresses}`, {
    'grpc.service_config': JSON.stringify({ loadBalancingConfig: [{ round_robin: {} }] }),
  });
}
// #endregion connect

/** A client with connections of its own, whatever others in this process have. */
export function connectTo(target: string, options: JsOptions = {}): OrderManagementClient {
  return new ecommerce.OrderManagement(target, credentials.createInsecure(), {
    'grpc.use_local_subchannel_pool': 1,
    ...options,
  });
}

/** One call. @returns false if it failed */
export function ask(shop: OrderManagementClient): Promise<boolean> {
  return new Promise((resolve) => {
    const options = { deadline: Date.now() + TIMEOUT_MS };
    shop.getOrder({ value: '101' }, options, (error: ServiceError | null) =>
      resolve(error === null),
    );
  });
}

/** So many calls, one after the other. @returns how many failed */
export async function askTimes(shop: OrderManagementClient, times: number): Promise<number> {
  let failed = 0;
  for (let i = 0; i < times; i++) if (!(await ask(shop))) failed++;
  return failed;
}

/** Calls until each of the servers has had one: then all connections stand. */
export async function warmUp(
  servers: readonly Counting[],
  call: () => Promise<unknown>,
): Promise<void> {
  const end = systemClock.now() + TIMEOUT_MS;
  const missing = new Set(servers.map((_, i) => i));
  while (missing.size > 0) {
    const counts = await countDuring(servers, call);
    for (const [i, count] of counts.entries()) if (count > 0) missing.delete(i);
    if (systemClock.now() > end) throw new Error('not every server gets calls');
  }
}

/** A channel of ours, whose servers are what `found` says, and who can wait for connections. */
export interface OwnChannel {
  channel: Channel;
  /** From now on the name stands for these. Resolves when there is a connection to each. */
  found(servers: readonly Counting[]): Promise<void>;
  /** One call. @returns false if it failed */
  ask(): Promise<boolean>;
  askTimes(times: number): Promise<number>;
}

export function openOwn(
  serviceConfig: ServiceConfigJson,
  options: ChannelOptions = {},
  clock: Clock = systemClock,
): OwnChannel {
  let tell: ((servers: readonly Counting[]) => void) | undefined;
  let latest: readonly Counting[] = [];
  const connected = new Set<number>();
  let look = () => {};
  const dial = createDial({
    tls: undefined,
    serverName: () => '',
    http2: {},
    clock,
    keepaliveTimeoutMs: undefined,
    keepaliveWithoutCalls: false,
  });
  const addresses = () => latest.map(({ host, port }) => ({ host, port }));
  const channel = new Channel('shop:orders', {
    serviceConfig,
    clock,
    random: () => 0,
    resolvers: {
      shop: () => ({
        start(listener: ResolverListener) {
          tell = () => listener.resolved({ addresses: addresses() });
          if (latest.length > 0) tell(latest);
        },
        resolveAgain: () => {},
        close: () => {},
      }),
    },
    dial: async (address, keepaliveMs, events, signal) => {
      const transport = await dial(address, keepaliveMs, events, signal);
      if ('port' in address) connected.add(address.port);
      look();
      return transport;
    },
    ...options,
  });
  const shop = createClient(OrderManagementDefinition, channel);
  const askOnce = () =>
    shop.getOrder({ value: '101' }, { timeoutMs: TIMEOUT_MS }).then(
      () => true,
      () => false,
    );
  return {
    channel,
    async found(servers) {
      latest = servers;
      const all = new Promise<void>((resolve) => {
        look = () => {
          if (latest.every(({ port }) => connected.has(port))) setImmediate(resolve);
        };
      });
      channel.connect();
      tell?.(servers);
      look();
      await all;
    },
    ask: askOnce,
    async askTimes(times) {
      let failed = 0;
      for (let i = 0; i < times; i++) if (!(await askOnce())) failed++;
      return failed;
    },
  };
}
