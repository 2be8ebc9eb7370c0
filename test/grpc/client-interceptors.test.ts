import { afterEach, describe, expect, it } from 'vitest';
import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import type { ClientInterceptor } from '#grpc/client/client-call';
import { ContextValues, contextKey } from '#grpc/context-values';
import { GrpcError } from '#grpc/grpc-error';
import { mapMessages } from '#grpc/interceptor';
import { Metadata } from '#grpc/metadata';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { Status, type StatusObject, statusName } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { collect, failure, order, orders } from './orders.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A server whose `searchOrders` gives one order and then nothing, until it is cancelled. */
async function world(...interceptors: ClientInterceptor[]) {
  const ended: Promise<StatusObject>[] = [];
  let started = () => {};
  const reached = new Promise<void>((resolve) => {
    started = resolve;
  });
  const server = new Server({ onHandlerError: () => {} });
  server.addService(OrderManagementDefinition, {
    ...orders,
    async *searchOrders({ value }, call) {
      ended.push(call.ended);
      started();
      for (let i = 0; i < Number(value); i++) yield order(String(i));
      if (value === '3') return;
      await new Promise((resolve) => call.signal.addEventListener('abort', resolve));
    },
  });
  const { port } = await server.listen({ port: 0 });
  const channel = new Channel(`ipv4:127.0.0.1:${port}`);
  closing.push(
    () => server.close(),
    () => channel.close(),
  );
  const client = createClient(OrderManagementDefinition, channel, {
    interceptors,
    defaults: { timeoutMs: 20_000 },
  });
  return { client, ended, reached, channel };
}

const passes: ClientInterceptor = (request, call, next) => next(request, call);
const maps: ClientInterceptor = async (request, call, next) =>
  mapMessages(await next(request, call), call.method.responseStream, (message) => message);
const generates: ClientInterceptor = async (request, call, next) => {
  const responses = (await next(request, call)) as AsyncIterable<unknown>;
  return (async function* () {
    yield* responses;
  })();
};

describe('a reader that leaves cancels the call at once', () => {
  describe.each([
    ['without an interceptor', []],
    ['with one that only passes on', [passes]],
    ['with one that changes messages', [maps]],
    ['with one that is a generator', [generates]],
    ['with all of them', [maps, generates, passes]],
  ] as [string, ClientInterceptor[]][])('%s', (_, interceptors) => {
    const start = async (value: string) => {
      const { client, ended, reached } = await world(...interceptors);
      const iterator = client.searchOrders({ value })[Symbol.asyncIterator]();
      await reached;
      return { iterator, status: ended[0]! };
    };

    it('before the first message', async () => {
      const { iterator, status } = await start('0');
      expect(await iterator.return!()).toEqual({ value: undefined, done: true });
      expect((await status).code).toBe(Status.CANCELLED);
      expect((await iterator.next()).done).toBe(true);
    });

    it('while it waits for a message, and what waited is done', async () => {
      const { iterator, status } = await start('1');
      expect((await iterator.next()).value).toMatchObject({ id: '0' });
      const waiting = iterator.next();
      await iterator.return!();
      expect((await status).code).toBe(Status.CANCELLED);
      expect((await waiting).done).toBe(true);
    });

    it('between two messages, by break', async () => {
      const { client, ended } = await world(...interceptors);
      for await (const { id } of client.searchOrders({ value: '2' })) {
        expect(id).toBe('0');
        break;
      }
      expect((await ended[0]!).code).toBe(Status.CANCELLED);
    });
  });

  it('also while an interceptor has not even begun the call: it never begins', async () => {
    let goOn = () => {};
    let outcome: unknown;
    const waits: ClientInterceptor = async (request, call, next) => {
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      return next(request, call).catch((error) => {
        outcome = error;
        throw error;
      });
    };
    const { client, ended } = await world(waits);
    const iterator = client.searchOrders({ value: '1' })[Symbol.asyncIterator]();
    const waiting = iterator.next();
    await iterator.return!();
    expect((await waiting).done).toBe(true);
    goOn();
    await expect.poll(() => outcome).toMatchObject({ code: Status.CANCELLED });
    expect(ended).toEqual([]);
  });
});

describe('an interceptor sees how a call ends', () => {
  function watching() {
    const seen: string[] = [];
    const watch: ClientInterceptor = (request, call, next) => {
      call.ended.then(({ code }) => seen.push(statusName(code)));
      return next(request, call);
    };
    return { seen, watch };
  }

  it('of every kind, well or not, and if its reader left', async () => {
    const { seen, watch } = watching();
    const { client } = await world(watch);
    const last = async () => {
      await expect.poll(() => seen.length).toBe(1);
      return seen.pop();
    };
    await client.addOrder(order('1'));
    expect(await last()).toBe('OK');
    await failure(client.getOrder({ value: 'missing' }));
    expect(await last()).toBe('NOT_FOUND');
    await collect(client.searchOrders({ value: '3' }));
    expect(await last()).toBe('OK');
    await failure(collect(client.searchOrders({ value: '1' }, { timeoutMs: 50 })));
    expect(await last()).toBe('DEADLINE_EXCEEDED');
    for await (const _ of client.searchOrders({ value: '2' })) break;
    expect(await last()).toBe('CANCELLED');
    await failure(client.updateOrders([order('stop')]));
    expect(await last()).toBe('ABORTED');
    await expect(client.updateOrders(undefined as never)).rejects.toThrow(TypeError);
    expect(await last()).toBe('CANCELLED');
  });

  it('the last time, if it is tried again, and what an interceptor inside made of it', async () => {
    const { seen, watch } = watching();
    let tries = 0;
    const again: ClientInterceptor = async (request, call, next) => {
      try {
        return await next(request, call);
      } catch {
        if (tries++ > 0) throw new GrpcError(Status.DATA_LOSS, 'twice');
        return next({ value: 'fine' }, { ...call });
      }
    };
    const { client } = await world(watch, again);
    expect((await client.getOrder({ value: 'missing' })).id).toBe('fine');
    await expect.poll(() => seen).toEqual(['OK']);
    await failure(client.getOrder({ value: 'missing' }));
    await expect.poll(() => seen).toEqual(['OK', 'DATA_LOSS']);
  });

  it('and one that never calls on ends as its answer does', async () => {
    const { seen, watch } = watching();
    const cached: ClientInterceptor = async (_request, call) =>
      call.method.responseStream ? [order('cached')] : order('cached');
    const { client } = await world(watch, cached);
    expect((await client.getOrder({ value: '' })).id).toBe('cached');
    expect(await collect(client.searchOrders({ value: '' }))).toHaveLength(1);
    await expect.poll(() => seen).toEqual(['OK', 'OK']);
  });
});

describe('context', () => {
  const user = contextKey<{ name: string }>('user');
  const depth = contextKey('depth', 0);

  it('values belong to their key and have its type', () => {
    const values = new ContextValues();
    const twin = contextKey('depth', 7);
    expect(values.get(user)).toBeUndefined();
    const before: number = values.set(depth, 1).get(depth);
    expect(before).toBe(1);
    expect(values.get(twin)).toBe(7);
    // @ts-expect-error a number is not a user
    values.set(user, 5);
    values.delete(user);
    values.delete(depth);
    expect([values.get(user), values.get(depth)]).toEqual([undefined, 0]);
  });

  it('goes from interceptor to interceptor on a client, and starts with the caller’s', async () => {
    const seen: unknown[] = [];
    const outer: ClientInterceptor = (request, call, next) => {
      seen.push(call.context.get(user)?.name);
      call.context.set(depth, call.context.get(depth) + 1);
      return next(request, { ...call, options: call.options });
    };
    const inner: ClientInterceptor = (request, call, next) => {
      seen.push(call.context.get(depth));
      return next(request, call);
    };
    const { client } = await world(outer, inner);
    const context = new ContextValues().set(user, { name: 'Ada' });
    await client.addOrder(order('1'), { context });
    await client.addOrder(order('1'));
    expect(seen).toEqual(['Ada', 1, undefined, 1]);
  });

  it('goes from a server interceptor to the handler, call by call', async () => {
    const authenticate: ServerInterceptor = (request, call, next) => {
      const name = call.metadata.get('x-user');
      if (name) call.context.set(user, { name });
      return next(request, call);
    };
    const server = new Server({ interceptors: [authenticate] });
    server.addService(GreeterDefinition, {
      sayHello: (_, call) => ({ message: call.context.get(user)?.name ?? 'stranger' }),
    });
    const { port } = await server.listen({ port: 0 });
    const channel = new Channel(`ipv4:127.0.0.1:${port}`);
    closing.push(
      () => server.close(),
      () => channel.close(),
    );
    const greeter = createClient(GreeterDefinition, channel);
    const metadata = new Metadata({ 'x-user': 'Ada' });
    expect((await greeter.sayHello({ name: '' }, { metadata })).message).toBe('Ada');
    expect((await greeter.sayHello({ name: '' })).message).toBe('stranger');
  });
});

it('interceptors of one service see its calls alone, inside of those of the server', async () => {
  const log: string[] = [];
  const note =
    (name: string): ServerInterceptor =>
    (request, call: ServerCall, next) => {
      log.push(name);
      return next(request, call);
    };
  const server = new Server({ interceptors: [note('all')] });
  server.addService(OrderManagementDefinition, orders, { interceptors: [note('orders')] });
  server.addService(GreeterDefinition, { sayHello: () => ({ message: 'Hello' }) });
  const { port } = await server.listen({ port: 0 });
  const channel = new Channel(`ipv4:127.0.0.1:${port}`);
  closing.push(
    () => server.close(),
    () => channel.close(),
  );
  await createClient(GreeterDefinition, channel).sayHello({ name: '' });
  expect(log.splice(0)).toEqual(['all']);
  await collect(createClient(OrderManagementDefinition, channel).searchOrders({ value: '1' }));
  expect(log).toEqual(['all', 'orders']);
});

describe('the stack of an error names the function that made the call', () => {
  it.each([
    ['without interceptors', []],
    ['with one', [passes]],
  ] as [string, ClientInterceptor[]][])('%s', async (_, interceptors) => {
    const { client } = await world(...interceptors);
    async function loadOrder() {
      return await client.getOrder({ value: 'missing' });
    }
    async function readOrders() {
      for await (const { id } of client.searchOrders({ value: '1' }, { timeoutMs: 100 })) {
        expect(id).toBe('0');
      }
    }
    expect((await failure(loadOrder())).stack).toMatch(/at (async )?loadOrder .*\.test\.ts/);
    expect((await failure(readOrders())).stack).toMatch(/at (async )?readOrders .*\.test\.ts/);
  });
});
