import { Channel } from '#channel/channel';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { Server } from '#grpc/server/server';
import type { StatusCode } from '#grpc/status';
import { CallError } from '#hello/call';
import { type Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';

type Procedure = (orders: AsyncIterable<Order>) => Promise<string>;

// #region server
/** UpdateOrders on the stack in `src/`: orders come as an iterable, and one answer goes back. */
export async function startOurServer(
  { host, port, log }: ServerOptions,
  procedure: Procedure,
): Promise<RunningServer> {
  const server = new Server({ onHandlerError: (error) => log(`a handler failed: ${error}`) });
  server.addService(OrderManagementDefinition, {
    updateOrders: async (orders) => ({ value: await procedure(orders).catch(inOurTerms) }),
  });
  const listener = await server.listen({ host, port });
  return { host: listener.host, port: listener.port, close: () => server.close() };
}
// #endregion server

// #region client
export function connectOurs({ host, port }: { host: string; port: number }) {
  const channel = new Channel(`ipv4:${host}:${port}`);
  const shop = createClient(OrderManagementDefinition, channel);
  return {
    update: async (orders: AsyncIterable<Order>) => (await shop.updateOrders(orders)).value,
    close: () => channel.close(),
  };
}
// #endregion client

/** A procedure throws grpc-js's kind of error; this stack has its own. */
function inOurTerms(error: unknown): never {
  if (!(error instanceof CallError)) throw error;
  throw new GrpcError(error.code as number as StatusCode, error.details);
}
