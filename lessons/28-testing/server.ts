import { Warehouse } from '#course/kit/bench/warehouse';
import type { RunningServer, ServerOptions } from '#course/lesson/define-lesson';
import { Server } from '#grpc/server/server';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { systemClock } from '#time/clock';
import { type MakeShop, plainShop } from './bench/right-shops.ts';
import { STOCK } from './bench/shop-world.ts';

/** The shop of the exercise, on a port: what the tests of task 1 can be run against as it is. */
export async function startServer(
  { host, port, log }: ServerOptions,
  make: MakeShop = plainShop,
): Promise<RunningServer> {
  const shop = make(new Warehouse(STOCK, systemClock));
  const server = new Server();
  server.addService(OrderManagementDefinition, {
    addOrder(order, call) {
      log(`AddOrder ${order.items.join(', ')}`);
      return shop.addOrder(order, call);
    },
    getOrder(request, call) {
      log(`GetOrder ${request.value}`);
      return shop.getOrder(request, call);
    },
    searchOrders(request, call) {
      log(`SearchOrders ${request.value}`);
      return shop.searchOrders(request, call);
    },
  });
  const listener = await server.listen({ host, port });
  return { host, port: listener.port, close: () => server.close() };
}
