import type { RunningServer } from '#course/lesson/define-lesson';
import { onAbort } from '#grpc/deadlines/on-abort';
import { GrpcError } from '#grpc/grpc-error';
import { Server } from '#grpc/server/server';
import { Status } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { Health, ServingStatus } from '#services/health';
import { addReflection } from '#services/reflection';
import { ORDERS } from '../shop/orders.ts';

export const SHOP = 'ecommerce.OrderManagement';

/** The shop on our stack, which can be asked how it is and what it offers. */
export interface HealthyShop extends RunningServer {
  readonly server: Server;
  readonly health: Health;
}

export interface ShopOptions {
  host?: string;
  port?: number;
  log?(line: string): void;
  /** What a call of GetOrder takes; resolves at once by default. */
  work?(): Promise<unknown>;
}

export async function startShop(options: ShopOptions = {}): Promise<HealthyShop> {
  const { host = '127.0.0.1', port = 0, log = () => {}, work } = options;
  const server = new Server();
  server.addService(OrderManagementDefinition, {
    async getOrder({ value }) {
      log(`GetOrder ${value}`);
      await work?.();
      const order = ORDERS.find(({ id }) => id === value);
      if (!order) throw new GrpcError(Status.NOT_FOUND, `no order '${value}'`);
      return order;
    },
    /** Each order, and then it waits for more: a stream that never ends. */
    async *searchOrders({ value }, call) {
      log(`SearchOrders ${value}`);
      for (const order of ORDERS) if (order.items.includes(value)) yield order;
      await whenStopped(call.signal, call.shutdownSignal);
    },
  });
  // #region health
  const health = new Health().register(server);
  health.set(SHOP, ServingStatus.SERVING);
  addReflection(server);
  const listener = await server.listen({ host, port });
  // #endregion health
  return { host, port: listener.port, server, health, close: () => server.close() };
}

/** Resolves when nobody wants the stream any more: its client, or its server. */
function whenStopped(...signals: AbortSignal[]): Promise<void> {
  return new Promise((resolve) => {
    if (signals.some(({ aborted }) => aborted)) return resolve();
    const releases = signals.map((signal) =>
      onAbort(signal, () => {
        for (const release of releases) release();
        resolve();
      }),
    );
  });
}
