import { Channel } from '#channel/channel';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { createClient } from '#grpc/client/client';
import { translate } from '#grpc/interceptors/translate';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import {
  OrderManagementDefinition,
  type OrderManagementServer,
} from '#protobuf/generated/ecommerce';
import { createShop, type Shop } from './shop.ts';
import { TRANSLATIONS } from './shop-errors.ts';

// #region server
/** The same shop on the stack in `src/`: an interceptor does it for all methods. */
export function startOurServer(
  options: ServerOptions,
  shop: Shop | Partial<OrderManagementServer<ServerCall>> = createShop(),
): Promise<RunningServer> {
  const onHandlerError = (error: unknown) => options.log(`an accident: ${error}`);
  const server = new Server({ interceptors: [translate(TRANSLATIONS)], onHandlerError });
  server.addService(OrderManagementDefinition, shop);
  return listening(server, options);
}
// #endregion server

async function listening(server: Server, { host, port }: ServerOptions): Promise<RunningServer> {
  const listener = await server.listen({ host, port });
  return { host: listener.host, port: listener.port, close: () => server.close() };
}

/** A client of ours. */
export function connectOurs({ host, port }: { host: string; port: number }) {
  const channel = new Channel(`ipv4:${host}:${port}`);
  const shop = createClient(OrderManagementDefinition, channel, {
    defaults: { timeoutMs: 5_000 },
  });
  return { shop, close: () => channel.close() };
}
