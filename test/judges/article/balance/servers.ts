import { Server } from '#grpc/server/server';
import { type Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { LOOPBACK } from '#transport/tcp';
import { startCounting } from '../../../../lessons/21-load-balancing/fleet.ts';
import { ORDERS } from '../../../../lessons/shop/orders.ts';

/** A server that counts the calls which it gets. */
export interface CountingServer {
  port: number;
  readonly calls: number;
  /** Lets the calls end that are under way, and takes no others. */
  stop(): Promise<void>;
}

export const startOnGrpcJs = (): Promise<CountingServer> => startCounting('shop');

export async function startOnOurs(): Promise<CountingServer> {
  let calls = 0;
  const server = new Server();
  server.addService(OrderManagementDefinition, {
    getOrder: () => {
      calls++;
      return ORDERS[0] as Order;
    },
  });
  const { port } = await server.listen({ host: LOOPBACK, port: 0 });
  return {
    port,
    get calls() {
      return calls;
    },
    stop: () => server.shutdown(),
  };
}
