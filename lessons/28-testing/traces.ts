import { Server } from '#grpc/server/server';
import type { Trace } from '#inspect/trace';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { recordAtShop } from '../shop/record.ts';

const { searchOrders } = OrderManagementDefinition.methods;
const teapot = (id: string, price: number) =>
  Order.create({ id, items: ['teapot'], price, destination: 'Leeds' });

/** A client that has what it wants and leaves, at a fake server that plays its role. */
export function recordLeaving(): Promise<Trace> {
  // Each step waits for the one before, so that the recording comes out the same each time.
  let sendNext = () => {};
  let hasLeft = () => {};
  const left = new Promise<void>((resolve) => {
    hasLeft = resolve;
  });
  const start = async () => {
    const server = new Server();
    // #region fake
    server.addService(OrderManagementDefinition, {
      async *searchOrders(_request, call) {
        call.signal.addEventListener('abort', hasLeft);
        yield teapot('1', 25);
        await new Promise<void>((resolve) => {
          sendNext = resolve;
        });
        yield teapot('2', 24);
        await left;
      },
    });
    // #endregion fake
    const { port } = await server.listen({ port: 0 });
    return { host: '127.0.0.1', port, close: () => server.close() };
  };
  return recordAtShop(
    {
      title: 'A client that leaves',
      lesson: 28,
      methods: { [searchOrders.path]: [StringValue.descriptor, Order.descriptor] },
      start,
    },
    async (shop) => {
      const call = shop.searchOrders({ value: 'Tea pot' });
      call.on('error', () => {});
      call.on('data', ({ price }: { price: number }) => (price > 24 ? sendNext() : call.cancel()));
      await left;
    },
  );
}
