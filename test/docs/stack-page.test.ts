import { afterEach, expect, test } from 'vitest';

// ---- what follows is cut out for docs/stack.md

import {
  Channel,
  createClient,
  GrpcError,
  Health,
  Server,
  type ServerInterceptor,
  ServingStatus,
  Status,
  statusName,
} from 'rpc-from-scratch';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';

/** The code of the page "The stack" (docs/stack.md): cut from here, so that it runs. */
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

test('streams, errors, a guard and health', async () => {
  const stock = ['tea', 'toast', 'teapot'].map((item, i) =>
    Order.create({ id: String(i), items: [item] }),
  );
  // #region guard
  const guard: ServerInterceptor = (request, call, next) => {
    if (call.metadata.get('x-token') === 'open sesame') return next(request, call);
    throw new GrpcError(Status.UNAUTHENTICATED, 'who are you?');
  };
  const server = new Server({ interceptors: [guard] });
  // #endregion guard

  // #region streaming
  server.addService(OrderManagementDefinition, {
    async *searchOrders({ value }, call) {
      for (const order of stock) {
        if (call.cancelled) return;
        if (order.items.some((item) => item.includes(value))) yield order;
      }
    },
  });
  // #endregion streaming

  // #region health
  const health = new Health().register(server);
  health.set('ecommerce.OrderManagement', ServingStatus.SERVING);
  // #endregion health

  const { port } = await server.listen({ port: 0 });
  const channel = new Channel(`ipv4:127.0.0.1:${port}`);
  closing.push(
    () => server.close(),
    () => channel.close(),
  );

  // #region stub
  const orders = createClient(OrderManagementDefinition, channel, {
    interceptors: [
      (request, call, next) => {
        call.metadata.set('x-token', 'open sesame');
        return next(request, call);
      },
    ],
  });
  // #endregion stub

  const found: string[] = [];
  const print = (line: string) => found.push(line);
  // #region reading
  for await (const order of orders.searchOrders({ value: 'tea' })) {
    print(`${order.id}: ${order.items}`);
  }
  // #endregion reading
  expect(found).toEqual(['0: tea', '2: teapot']);

  const stranger = createClient(OrderManagementDefinition, channel);
  // #region failing
  try {
    await stranger.getOrder({ value: '7' });
  } catch (error) {
    if (error instanceof GrpcError) print(`${statusName(error.code)}: ${error.message}`);
  }
  // #endregion failing
  expect(found.at(-1)).toMatch(/^UNAUTHENTICATED: .*who are you\?/);
});
