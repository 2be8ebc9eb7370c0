import { Channel } from '#channel/channel';
import type { ChannelOptions } from '#channel/channel-options';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { createClient } from '#grpc/client/client';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import type { ServerOptions as OurOptions } from '#grpc/server/server-options';
import {
  type Order,
  OrderManagementDefinition,
  type OrderManagementServer,
} from '#protobuf/generated/ecommerce';
import { ORDER } from './server.ts';

type Shop = Partial<OrderManagementServer<ServerCall>>;

// #region answer
/** The same shop on our stack: the handler says how it answers. */
const shop: Shop = {
  addOrder: ({ id }) => ({ value: id }),
  getOrder(_request, call) {
    call.compression = 'gzip';
    return ORDER as Order;
  },
};
// #endregion answer

export async function startOurServer(
  { host, port, log }: ServerOptions,
  handlers: Shop = {},
  options: OurOptions = {},
): Promise<RunningServer> {
  const onHandlerError = (error: unknown) => log(`an accident: ${error}`);
  const server = new Server({ onHandlerError, ...options });
  server.addService(OrderManagementDefinition, { ...shop, ...handlers });
  const listener = await server.listen({ host, port });
  return { host: listener.host, port: listener.port, close: () => server.close() };
}

/** A client of ours, all of whose requests are compressed. */
export function connectOurs(
  { host, port }: { host: string; port: number },
  compression = 'gzip',
  options: ChannelOptions = {},
) {
  const channel = new Channel(`ipv4:${host}:${port}`, options);
  const shop = createClient(OrderManagementDefinition, channel, {
    defaults: { timeoutMs: 5_000, compression },
  });
  return { shop, close: () => channel.close() };
}
