import { expect, vi } from 'vitest';
import { GrpcError } from '#grpc/grpc-error';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import type { ServerOptions } from '#grpc/server/server-options';
import { Status } from '#grpc/status';
import {
  Order,
  OrderManagementDefinition,
  type OrderManagementServer,
} from '#protobuf/generated/ecommerce';
import { GreeterDefinition } from '#protobuf/generated/hello';

// A machine that does much else at the time is slow, and not wrong.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

/** Waits until what `look` returns is as expected. */
export function poll<T>(look: () => T) {
  return expect.poll(look, { timeout: 25_000 });
}

/** The running example, with handlers that say what they saw. */
export const orders = {
  addOrder: (order, call) => {
    call.responseHeaders.set('x-seen', call.metadata.get('x-sent') ?? 'nothing');
    call.responseTrailers.set('x-seen-bin', call.metadata.get('x-sent-bin') ?? new Uint8Array(0));
    return { value: order.id };
  },

  async getOrder({ value }, call) {
    if (value === 'secret') throw new Error('the password is 1234');
    if (value === 'slow') {
      await new Promise((resolve) => call.signal.addEventListener('abort', resolve));
    }
    if (value === 'missing') {
      call.responseTrailers.set('x-hint', 'elsewhere');
      throw new GrpcError(Status.NOT_FOUND, 'no order ☺');
    }
    return order(value);
  },

  async *searchOrders({ value }) {
    const [count = '0', fail] = value.split(' ');
    for (let i = 0; i < Number(count); i++) yield order(String(i));
    if (fail) throw new GrpcError(Status.DATA_LOSS, 'half of it');
  },

  async updateOrders(requests) {
    const ids: string[] = [];
    for await (const { id } of requests) {
      if (id === 'stop') throw new GrpcError(Status.ABORTED, `after ${ids.length}`);
      ids.push(id);
    }
    return { value: ids.join(',') };
  },

  async *processOrders(requests) {
    for await (const { value } of requests) {
      yield { id: `for ${value}`, status: 'sent', ordersList: [order(value)] };
    }
  },
} satisfies OrderManagementServer<ServerCall>;

export function order(id: string, more: Partial<Order> = {}): Order {
  return Order.create({ id, items: ['one', 'two'], price: 1.5, ...more });
}

/** A server with both services on a free port. */
export async function startServer(options: ServerOptions = {}) {
  const server = new Server({ onHandlerError: () => {}, ...options });
  server.addService(OrderManagementDefinition, orders);
  server.addService(GreeterDefinition, {
    sayHello: ({ name }) => ({ message: `Hello, ${name}` }),
  });
  const { port } = await server.listen({ port: 0 });
  return { server, port, target: `ipv4:127.0.0.1:${port}` };
}

export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const each of source) all.push(each);
  return all;
}

/** The error that a call must end with. */
export async function failure(call: Promise<unknown>): Promise<GrpcError> {
  const outcome = await call.then(
    () => undefined,
    (error) => error,
  );
  if (!(outcome instanceof GrpcError)) throw outcome ?? new Error('the call succeeded');
  return outcome;
}
