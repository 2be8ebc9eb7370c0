import {
  addReflection,
  GrpcError,
  Health,
  Server,
  type ServerOptions,
  ServingStatus,
  Status,
} from 'rpc-from-scratch';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { ORDERS } from '../../../lessons/shop/orders.ts';

/** The address that each tool calls, and the end of the server. */
export interface Shop {
  address: string;
  close(): Promise<void>;
}

export const SERVICE = 'ecommerce.OrderManagement';

/**
 * The shop as a user of the stack would serve it to strangers: all four kinds of call, health, and
 * reflection, so that no tool needs a `.proto` file.
 */
export async function startShop(options: ServerOptions = {}): Promise<Shop> {
  const server = new Server(options);
  server.addService(OrderManagementDefinition, {
    addOrder(order, call) {
      call.responseHeaders.set('x-seen', call.metadata.get('x-sent') ?? 'nothing');
      return { value: order.id };
    },
    async getOrder({ value }, call) {
      if (value === 'slow') {
        await new Promise((resolve) => call.signal.addEventListener('abort', resolve));
      }
      const found = ORDERS.find(({ id }) => id === value);
      if (!found) throw new GrpcError(Status.NOT_FOUND, `no order '${value}' ☺`);
      return found;
    },
    async *searchOrders({ value }) {
      for (const order of ORDERS) if (order.items.includes(value)) yield order;
    },
    async updateOrders(orders) {
      const ids: string[] = [];
      for await (const { id } of orders) ids.push(id);
      return { value: ids.join(',') };
    },
    async *processOrders(ids) {
      for await (const { value } of ids) yield { id: value, status: 'sent', ordersList: [] };
    },
  });
  const health = new Health().register(server);
  health.set(SERVICE, ServingStatus.SERVING);
  health.set('closed.today', ServingStatus.NOT_SERVING);
  addReflection(server);
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  return { address: `127.0.0.1:${port}`, close: () => server.close() };
}
