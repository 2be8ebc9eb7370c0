import { type ServerOptions as GrpcOptions, status } from '@grpc/grpc-js';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { GrpcError } from '#grpc/grpc-error';
import { Server } from '#grpc/server/server';
import type { ServerOptions as OurOptions } from '#grpc/server/server-options';
import { Status } from '#grpc/status';
import { CallError } from '#hello/call';
import { handle } from '#hello/handler';
import { listen, stop } from '#hello/serve';
import { type Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { createServer } from '../10-hello-grpc/server.ts';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { ecommerce } from '../shop/load.ts';
import { ORDERS } from '../shop/orders.ts';

/** What GetOrder does: an order, or `undefined`. */
export type Find = (id: string) => Promise<Order | undefined> | Order | undefined;

export const find: Find = (id) => ORDERS.find((order) => order.id === id) as Order | undefined;

function getOrder(look: Find, log: (line: string) => void) {
  return handle(
    async ({ value }: { value: string }) => {
      log(`GetOrder("${value}")`);
      const order = await look(value);
      if (order === undefined) throw new CallError(status.NOT_FOUND, `there is no order ${value}`);
      return order;
    },
    (error) => log(`a handler failed: ${error}`),
  );
}

// #region server
/** The Greeter of lesson 10 and the shop of lessons 11 to 19: two services, one server, one port. */
export async function startServer(
  { host, port, log }: ServerOptions,
  look: Find = find,
  options: GrpcOptions = {},
): Promise<RunningServer> {
  const server = createServer(log, options);
  server.addService(ecommerce.OrderManagement.service, { GetOrder: getOrder(look, log) });
  const bound = await listen(server, `${host}:${port}`).catch((error) => {
    throw asSystemError(error);
  });
  return { host, port: bound, close: () => stop(server, { graceMs: 0 }) };
}
// #endregion server

/** The same on the stack in `src/`. */
export async function startOurServer(
  { host, port }: ServerOptions,
  look: Find = find,
  options: OurOptions = {},
): Promise<RunningServer & { server: Server }> {
  const server = new Server({ onHandlerError: () => {}, ...options });
  server.addService(GreeterDefinition, {
    sayHello: ({ name }) => ({ message: `Hello ${name}` }),
  });
  server.addService(OrderManagementDefinition, {
    async getOrder({ value }) {
      const order = await look(value);
      if (order === undefined) throw new GrpcError(Status.NOT_FOUND, `there is no order ${value}`);
      return order;
    },
  });
  const listener = await server.listen({ host, port });
  return { host: listener.host, port: listener.port, server, close: () => server.close() };
}
