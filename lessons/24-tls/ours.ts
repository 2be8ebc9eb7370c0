import { Channel } from '#channel/channel';
import type { ChannelOptions } from '#channel/channel-options';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { createClient } from '#grpc/client/client';
import { contextKey } from '#grpc/context-values';
import { GrpcError } from '#grpc/grpc-error';
import { guard } from '#grpc/interceptors/guard';
import { Server } from '#grpc/server/server';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { statusName } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import type { TlsClientOptions } from '#transport/tls/client';
import { principalOf } from '#transport/tls/principal';
import type { TlsServerOptions } from '#transport/tls/server';
import { ourHandlers } from '../15-server-interceptors/ours.ts';
import { ORDERS } from '../shop/orders.ts';
import { mayCall } from './guard.ts';
import { SHOP, TRUST_DOMAIN } from './papers.ts';

// #region guard
/** Who calls, for the handler. */
export const caller = contextKey<string | undefined>('caller');

export const ourGuard: ServerInterceptor = guard<string>({
  identify: ({ peer }) => principalOf(peer, TRUST_DOMAIN),
  caller,
  mayCall,
});
// #endregion guard

/** The shop on our stack, over TLS. */
export async function startOurShop(
  { host, port }: ServerOptions,
  tls: TlsServerOptions | undefined,
  interceptors: readonly ServerInterceptor[] = [],
): Promise<RunningServer> {
  const server = new Server({ ...(tls && { tls }), interceptors });
  server.addService(OrderManagementDefinition, {
    ...ourHandlers,
    addOrder: ({ id }) => ({ value: id }),
  });
  const listener = await server.listen({ host, port });
  return { host: listener.host, port: listener.port, close: () => server.close() };
}

/** A client of ours. The name of the shop is asked for, wherever it is. */
export function connectOurs(
  { host, port }: { host: string; port: number },
  tls: TlsClientOptions | undefined,
  options: ChannelOptions = {},
) {
  const channel = new Channel(`ipv4:${host}:${port}`, {
    authority: SHOP,
    ...(tls && { tls }),
    ...options,
  });
  const shop = createClient(OrderManagementDefinition, channel, { defaults: { timeoutMs: 5_000 } });
  return { shop, close: () => channel.close() };
}

/** The four kinds by our client: how each ended. */
export async function callOurs(connected: ReturnType<typeof connectOurs>): Promise<string[]> {
  const { shop } = connected;
  const read = async (stream: AsyncIterable<unknown>) => {
    for await (const _ of stream);
  };
  async function* some<T>(...list: T[]) {
    yield* list;
  }
  const calls = [
    () => shop.getOrder({ value: '101' }),
    () => read(shop.searchOrders({ value: 'spoon' })),
    () => shop.updateOrders(some({ ...ORDERS[0]!, items: [...ORDERS[0]!.items] })),
    () => read(shop.processOrders(some({ value: '101' }))),
  ];
  const ends: string[] = [];
  for (const call of calls) ends.push(await endOf(call));
  await connected.close();
  return ends;
}

/** `OK`, or `UNAVAILABLE: why`. */
export async function endOf(call: () => Promise<unknown>): Promise<string> {
  try {
    await call();
    return 'OK';
  } catch (error) {
    if (!(error instanceof GrpcError)) throw error;
    return `${statusName(error.code)}: ${error.details}`;
  }
}
