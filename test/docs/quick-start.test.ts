import { afterEach, expect, test } from 'vitest';
import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client';
import { GrpcError } from '#grpc/grpc-error';
import { Server } from '#grpc/server';
import type { ServerInterceptor } from '#grpc/server-options';
import { Status, statusName } from '#grpc/status';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { Health, ServingStatus } from '#services/health';

/** The code of the page "The stack" (docs/stack.md): cut from here, so that it runs. */
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

test('a first call', async () => {
  // #region server
  const server = new Server();
  server.addService(GreeterDefinition, {
    async sayHello({ name }) {
      return { message: `Hello ${name}` };
    },
  });
  const { port } = await server.listen({ port: 0 });
  // #endregion server
  closing.push(() => server.close());

  // #region client
  const channel = new Channel(`dns:localhost:${port}`);
  const greeter = createClient(GreeterDefinition, channel);

  const { message } = await greeter.sayHello({ name: 'world' }, { timeoutMs: 1000 });
  // #endregion client
  closing.push(() => channel.close());

  expect(message).toBe('Hello world');
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
