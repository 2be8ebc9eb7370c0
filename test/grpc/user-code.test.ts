import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Channel } from '#channel/channel';
import type { CallOptions } from '#grpc/client/call-options';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { Metadata } from '#grpc/metadata';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import type { ServerInterceptor, ServerOptions } from '#grpc/server/server-options';
import { Status } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import type { ServerImplementation } from '#protobuf/schema/service-definition';
import { collect, failure, order, orders, poll } from './orders.ts';

/** Code that is not ours may do anything with its own call, and nothing to another one. */
const uncaught: unknown[] = [];
const note = (error: unknown) => uncaught.push(error);
const closing: (() => Promise<unknown>)[] = [];
beforeEach(() => {
  uncaught.length = 0;
  process.on('unhandledRejection', note);
  process.on('uncaughtException', note);
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', note);
  process.off('uncaughtException', note);
  expect(uncaught).toEqual([]);
});

type Handlers = Partial<ServerImplementation<typeof OrderManagementDefinition, ServerCall>>;

async function world(handlers: Handlers, options: ServerOptions = {}, calls: CallOptions = {}) {
  const reported: unknown[] = [];
  const server = new Server({ onHandlerError: (error) => reported.push(error), ...options });
  server.addService(OrderManagementDefinition, { ...orders, ...handlers });
  const { port } = await server.listen({ port: 0 });
  const channel = new Channel(`ipv4:127.0.0.1:${port}`);
  closing.push(
    () => server.close(),
    () => channel.close(),
  );
  const client = createClient(OrderManagementDefinition, channel, {
    defaults: { timeoutMs: 10_000, ...calls },
  });
  return { client, reported, server, channel };
}

/** A promise that another realm made: not an instance of ours. */
const foreignPromise: <T>(value: T) => Promise<T> = runInNewContext(
  '(value) => Promise.resolve(value)',
);
/** A promise as a library might make it. */
const thenable = <T>(value: T): Promise<T> =>
  // biome-ignore lint/suspicious/noThenProperty: this is what is being tried
  ({ then: (resolve: (value: T) => void) => resolve(value) }) as never;

describe('metadata that no header can carry', () => {
  const greet = (call: ServerCall) => call.responseHeaders.append('x-greeted', 'Zoë');
  const bad: Record<string, Handlers> = {
    'in a handler': {
      getOrder: (_, call) => {
        greet(call);
        return order('');
      },
    },
    'in an asynchronous handler': {
      getOrder: async (_, call) => {
        await Promise.resolve();
        greet(call);
        return order('');
      },
    },
    'in the trailers': {
      getOrder: async (_, call) => {
        call.responseTrailers.set('x-greeted', 'Zoë');
        return order('');
      },
    },
  };
  it.each(Object.keys(bad))('%s ends that call and no other', async (where) => {
    const { client, reported } = await world(bad[where]!);
    const other = client.getOrder({ value: 'x' });
    expect((await failure(other)).code).toBe(Status.UNKNOWN);
    expect(reported).toHaveLength(1);
    expect((await client.addOrder(order('1'))).value).toBe('1');
  });

  it('in a stream, between two messages, and in an interceptor', async () => {
    const interceptor: ServerInterceptor = (request, call, next) => {
      if (call.metadata.has('x-bad')) greet(call);
      return next(request, call);
    };
    const handlers: Handlers = {
      async *searchOrders({ value }, call) {
        yield order('1');
        if (value === 'bad') greet(call);
      },
    };
    const { client } = await world(handlers, { interceptors: [interceptor] });
    expect((await failure(collect(client.searchOrders({ value: 'bad' })))).code).toBe(2);
    const metadata = new Metadata({ 'x-bad': '1' });
    expect((await failure(client.addOrder(order('1'), { metadata }))).code).toBe(2);
    expect(await collect(client.searchOrders({ value: 'good' }))).toHaveLength(1);
  });

  it('that is not Metadata at all ends the call with INTERNAL, on either side', async () => {
    const junk = { toHeaders: 'none', clone: () => junk, size: 1 } as never;
    const { client, reported } = await world({
      getOrder: () => {
        throw new GrpcError(Status.NOT_FOUND, 'not here', junk);
      },
    });
    expect(await failure(client.getOrder({ value: '' }))).toMatchObject({
      code: Status.INTERNAL,
      details: 'the status of the call cannot be sent',
    });
    expect(reported).toHaveLength(1);
    const error = await client.addOrder(order('1'), { metadata: junk }).catch((reason) => reason);
    expect(error).toMatchObject({ code: Status.INTERNAL });
    expect((await client.addOrder(order('1'))).value).toBe('1');
  });
});

describe('a promise of another make', () => {
  it.each([
    ['from another realm', foreignPromise],
    ['with nothing but a then', thenable],
  ])('%s is awaited like ours', async (_, promise) => {
    const { client } = await world({
      getOrder: ({ value }) => promise(order(value)),
      searchOrders: () => [promise(order('1')), promise(order('2'))] as never,
      updateOrders: (requests) =>
        promise(undefined).then(async () => ({ value: String((await collect(requests)).length) })),
    });
    expect((await client.getOrder({ value: '7' })).id).toBe('7');
    expect((await collect(client.searchOrders({ value: '' }))).map(({ id }) => id)).toEqual([
      '1',
      '2',
    ]);
  });

  it('also if it is rejected', async () => {
    const rejected = runInNewContext('() => Promise.reject(new Error("elsewhere"))');
    const { client, reported } = await world({
      getOrder: rejected,
      searchOrders: () => ({
        [Symbol.asyncIterator]: () => ({ next: rejected, return: rejected }),
      }),
    });
    expect((await failure(client.getOrder({ value: '' }))).code).toBe(Status.UNKNOWN);
    expect((await failure(collect(client.searchOrders({ value: '' })))).code).toBe(Status.UNKNOWN);
    expect(reported).toHaveLength(2);
  });

  it('as a source of requests, and what its return() rejects with', async () => {
    const { client } = await world({});
    const requests = [foreignPromise(order('1')), thenable(order('2')), order('3')];
    expect((await client.updateOrders(requests as never)).value).toBe('1,2,3');
    let asked = 0;
    const source = {
      [Symbol.asyncIterator]: () => ({
        // One message, and then none until the server has answered.
        next: () =>
          asked++ === 0
            ? foreignPromise({ done: false, value: order('stop') })
            : new Promise<never>(() => {}),
        return: runInNewContext('() => Promise.reject(new Error("not closed"))'),
      }),
    };
    expect((await failure(client.updateOrders(source))).code).toBe(Status.ABORTED);
  });
});

describe('what a handler throws', () => {
  it.each([Status.OK, 17, -1, 1.5, Number.NaN, 'NOT_FOUND', undefined])(
    'a GrpcError with the code %j is a mistake of the handler',
    async (code) => {
      const { client, reported } = await world({
        getOrder: () => {
          throw new GrpcError(code as never, 'secret');
        },
      });
      const error = await failure(client.getOrder({ value: '' }));
      expect(error).toMatchObject({ code: Status.UNKNOWN, details: 'the handler failed' });
      expect(reported).toHaveLength(1);
    },
  );

  it('is reported to a listener, which may fail in its turn, later too', async () => {
    const { client } = await world({}, { onHandlerError: async () => Promise.reject(new Error()) });
    expect((await failure(client.getOrder({ value: 'secret' }))).code).toBe(Status.UNKNOWN);
  });

  /** A client of a server that serves the orders with other codecs. */
  async function serveWith(methods: typeof OrderManagementDefinition.methods) {
    const reported: unknown[] = [];
    const server = new Server({ onHandlerError: (error) => reported.push(error) });
    server.addService({ ...OrderManagementDefinition, methods }, orders);
    const { port } = await server.listen({ port: 0 });
    const channel = new Channel(`ipv4:127.0.0.1:${port}`);
    closing.push(
      () => server.close(),
      () => channel.close(),
    );
    return { client: createClient(OrderManagementDefinition, channel), channel, reported };
  }

  it('as a text of a deserializer stays on the server', async () => {
    const secret = () => {
      throw new Error('the password is 1234');
    };
    const methods = { ...OrderManagementDefinition.methods };
    methods.addOrder = { ...methods.addOrder, decodeRequest: secret };
    methods.updateOrders = { ...methods.updateOrders, decodeRequest: secret };
    const { client, reported } = await serveWith(methods);
    for (const call of [client.addOrder(order('1')), client.updateOrders([order('1')])]) {
      const error = await failure(call);
      expect(error).toMatchObject({
        code: Status.INTERNAL,
        details: 'the request does not decode',
      });
    }
    expect(reported).toHaveLength(2);
  });

  it.each([undefined, null, 'text', [1, 2], { length: 3 }])(
    'an encoder that makes %j and not bytes ends its call, and no other',
    async (made) => {
      const methods = { ...OrderManagementDefinition.methods };
      methods.getOrder = { ...methods.getOrder, encodeResponse: () => made as never };
      methods.searchOrders = { ...methods.searchOrders, encodeResponse: () => made as never };
      const { client, channel, reported } = await serveWith(methods);
      expect((await failure(client.getOrder({ value: '1' }))).code).toBe(Status.UNKNOWN);
      expect((await failure(collect(client.searchOrders({ value: '1' })))).code).toBe(
        Status.UNKNOWN,
      );
      expect(reported.map(String)).toEqual(
        Array(2).fill('TypeError: the encoder of the response has not made a Uint8Array'),
      );
      const wrong = { ...methods.addOrder, encodeRequest: () => made as never };
      const { addOrder } = createClient(
        { ...OrderManagementDefinition, methods: { addOrder: wrong } },
        channel,
      );
      await expect(addOrder(order('1'))).rejects.toThrow('the encoder of the request');
      expect((await client.addOrder(order('1'))).value).toBeDefined();
    },
  );

  it('does not show up in another error, whoever adds to its metadata', async () => {
    const { client, channel } = await world({});
    const first = new GrpcError(Status.ABORTED, 'one');
    first.metadata.set('x-mine', '1');
    expect(new GrpcError(Status.ABORTED, 'two').metadata.size).toBe(0);
    await channel.close();
    for (let i = 0; i < 2; i++) {
      const seen: number[] = [];
      const error = await failure(
        client.getOrder(
          { value: '' },
          {
            onTrailers: (metadata, status) => {
              seen.push(metadata.size, status.metadata?.size ?? 0);
              status.metadata?.set('x-mine', '1');
            },
          },
        ),
      );
      expect(error.code).toBe(Status.UNAVAILABLE);
      expect(seen).toEqual([0, 0]);
      expect(error.metadata.size).toBe(0);
      error.metadata.set('x-mine', '1');
    }
  });
});

describe('a callback that is rejected', () => {
  it.each(['onHeaders', 'onTrailers'] as const)('%s', async (name) => {
    const logged = vi.spyOn(console, 'error').mockReturnValue();
    closing.push(async () => logged.mockRestore());
    const { client } = await world({});
    const fails = { [name]: async () => Promise.reject(new Error('in the callback')) };
    const streams = [
      client.addOrder(order('1'), fails),
      collect(client.searchOrders({ value: '3' }, fails)),
    ];
    // It may come too late for the call, which then has its answer.
    const outcomes = await Promise.allSettled(streams);
    const rejected = outcomes.filter((outcome) => outcome.status === 'rejected');
    for (const { reason } of rejected) expect(reason.message).toBe('in the callback');
    // It is never silent.
    expect(rejected.length + logged.mock.calls.length).toBe(2);
    expect((await client.addOrder(order('1'))).value).toBe('1');
  });
});

describe('the handler for a method', () => {
  const methods = {
    toString: OrderManagementDefinition.methods.getOrder,
    constructor: { ...OrderManagementDefinition.methods.getOrder, path: '/odd.Names/Constructor' },
    __proto__: null,
  };
  const odd = { name: 'odd.Names', methods: Object.assign(Object.create(null), methods) } as {
    name: string;
    methods: Record<string, (typeof OrderManagementDefinition)['methods']['getOrder']>;
  };

  async function serve(implementation: object) {
    const server = new Server({ onHandlerError: () => {} });
    server.addService(odd, implementation);
    const { port } = await server.listen({ port: 0 });
    const channel = new Channel(`ipv4:127.0.0.1:${port}`);
    closing.push(
      () => server.close(),
      () => channel.close(),
    );
    return createClient(odd, channel);
  }

  it.each([
    ['an object', () => ({})],
    ['an object without a prototype', () => Object.create(null)],
    ['an instance of a class', () => new (class Empty {})()],
    ['an object of another realm', () => runInNewContext('({})')],
  ])('is not what every object has: %s', async (_, implementation) => {
    const stub = await serve(implementation());
    for (const name of ['toString', 'constructor']) {
      const error = await failure(stub[name]!({ value: '' }) as Promise<unknown>);
      expect(error.code).toBe(Status.UNIMPLEMENTED);
    }
  });

  it('is its own property, or a method of its class or of the class above', async () => {
    class Base {
      readonly #id = 'base';
      toString() {
        return order(this.#id) as never;
      }
    }
    class Derived extends Base {}
    const stub = await serve(new Derived());
    expect(await stub['toString' as string]!({ value: '' })).toMatchObject({ id: 'base' });
    const own = await serve({ constructor: () => order('own') });
    expect(await own['constructor' as string]!({ value: '' })).toMatchObject({ id: 'own' });
  });

  it('that is not a function is refused, and the service can still be added', () => {
    const server = new Server();
    const wrong = { getOrder: 'soon' } as never;
    expect(() => server.addService(OrderManagementDefinition, wrong)).toThrow(
      'the handler of /ecommerce.OrderManagement/GetOrder is not a function',
    );
    expect(server.services).toEqual([]);
    server.addService(OrderManagementDefinition, orders);
    expect(() => server.addService(OrderManagementDefinition, orders)).toThrow('served already');
  });
});

it('a stub is never a promise, and has what its service has', async () => {
  const { channel } = await world({});
  const { getOrder } = OrderManagementDefinition.methods;
  const methods = JSON.parse('{ "__proto__": 1 }');
  for (const name of Object.keys(methods)) {
    Object.defineProperty(methods, name, { value: getOrder, enumerable: true });
  }
  const stub = createClient({ name: 'odd.Names', methods }, channel);
  expect(Object.keys(stub)).toEqual(['__proto__']);
  expect(Object.getPrototypeOf(stub)).toBe(Object.prototype);
  // biome-ignore lint/suspicious/noThenProperty: this is what is being tried
  const thenMethods = { then: getOrder };
  expect(() => createClient({ name: 'odd.Names', methods: thenMethods }, channel)).toThrow(
    "is named 'then'",
  );
  await poll(() => channel.state).toBe('IDLE');
});

it('a call that goes well makes no error, on either side', async () => {
  const { client } = await world({});
  const made = vi.spyOn(GrpcError, 'fromStatus');
  try {
    await client.getOrder({ value: '101' });
    await collect(client.searchOrders({ value: 'google' }));
    expect(made).not.toHaveBeenCalled();
  } finally {
    made.mockRestore();
  }
});
