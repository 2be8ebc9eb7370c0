import { Channel } from '#channel/channel';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { Server } from '#grpc/server/server';
import type { StatusCode } from '#grpc/status';
import { CallError } from '#hello/call';
import { type Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';

// #region server
/** SearchOrders on the stack in `src/`: the search is the handler. */
export async function startOurServer(
  { host, port, log }: ServerOptions,
  search: (text: string, signal: AbortSignal) => AsyncIterable<Order>,
): Promise<RunningServer> {
  const server = new Server({ onHandlerError: (error) => log(`a handler failed: ${error}`) });
  server.addService(OrderManagementDefinition, {
    searchOrders: ({ value }, call) => inOurTerms(search(value, call.signal)),
  });
  const listener = await server.listen({ host, port });
  return { host: listener.host, port: listener.port, close: () => server.close() };
}
// #endregion server

export function connectOurs({ host, port }: { host: string; port: number }) {
  const channel = new Channel(`ipv4:${host}:${port}`);
  const shop = createClient(OrderManagementDefinition, channel);
  return { shop, close: () => channel.close() };
}

/** A search throws grpc-js's kind of error; this stack has its own. */
async function* inOurTerms(orders: AsyncIterable<Order>): AsyncGenerator<Order> {
  try {
    yield* orders;
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    throw new GrpcError(error.code as number as StatusCode, error.details);
  }
}
