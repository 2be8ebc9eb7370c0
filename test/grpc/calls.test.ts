import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { Channel } from '#channel/channel';
import type { ChannelOptions } from '#channel/channel-options';
import { createClient } from '#grpc/client/client';
import type { ClientInterceptor } from '#grpc/client/client-call';
import { uncompressed, wasCompressed } from '#grpc/compression/compressed-flag';
import { GrpcError } from '#grpc/grpc-error';
import { mapMessages, type Next } from '#grpc/interceptor';
import { Metadata } from '#grpc/metadata';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import type { ServerInterceptor, ServerOptions } from '#grpc/server/server-options';
import { Status, type StatusObject, statusName } from '#grpc/status';
import { type Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import type { ServerImplementation } from '#protobuf/schema/service-definition';
import { collect, failure, orders as handlers, order, poll } from './orders.ts';

/** Both ends ours: what has nothing to do with other people's programs. */
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Implementation = Partial<ServerImplementation<typeof OrderManagementDefinition, ServerCall>>;

async function world(
  implementation: Implementation = handlers,
  serverOptions: ServerOptions = {},
  channelOptions: ChannelOptions = {},
  interceptors: ClientInterceptor[] = [],
) {
  const server = new Server({ onHandlerError: () => {}, ...serverOptions });
  server.addService(OrderManagementDefinition, implementation);
  const { port } = await server.listen({ port: 0 });
  const channel = new Channel(`ipv4:127.0.0.1:${port}`, channelOptions);
  closing.push(
    () => server.close(),
    () => channel.close(),
  );
  return createClient(OrderManagementDefinition, channel, {
    interceptors,
    defaults: { timeoutMs: 10_000 },
  });
}

describe('interceptors', () => {
  const label =
    (log: string[], name: string) =>
    async <Call>(request: unknown, call: Call, next: Next<Call>) => {
      log.push(`${name} in`);
      try {
        return await next(request, call);
      } finally {
        log.push(`${name} out`);
      }
    };

  it('are chained, the first outermost, on both sides and for all four kinds', async () => {
    const log: string[] = [];
    const client = await world(
      handlers,
      { interceptors: [label(log, 's1'), label(log, 's2')] },
      {},
      [label(log, 'c1'), label(log, 'c2')],
    );
    const calls = [
      () => client.getOrder({ value: '1' }),
      () => client.updateOrders([order('1')]),
      () => collect(client.searchOrders({ value: '2' })),
      () => collect(client.processOrders([{ value: '1' }])),
    ];
    for (const call of calls) {
      log.length = 0;
      await call();
      expect(log.filter((line) => line.startsWith('c'))).toEqual([
        'c1 in',
        'c2 in',
        'c2 out',
        'c1 out',
      ]);
      expect(log.filter((line) => line.startsWith('s'))).toEqual([
        's1 in',
        's2 in',
        's2 out',
        's1 out',
      ]);
    }
  });

  it('one guard guards all kinds, streaming ones too', async () => {
    const guard: ServerInterceptor = async (request, call, next) => {
      if (call.metadata.get('authorization') === 'Bearer good') return next(request, call);
      throw new GrpcError(Status.UNAUTHENTICATED, 'who are you?');
    };
    const client = await world(handlers, { interceptors: [guard] });
    const good = { metadata: new Metadata({ authorization: 'Bearer good' }) };
    expect((await client.getOrder({ value: '1' }, good)).id).toBe('1');
    expect(await collect(client.searchOrders({ value: '3' }, good))).toHaveLength(3);
    for (const call of [
      client.getOrder({ value: '1' }),
      client.updateOrders([order('1')]),
      collect(client.searchOrders({ value: '3' })),
      collect(client.processOrders([{ value: '1' }])),
    ]) {
      expect((await failure(call)).code).toBe(Status.UNAUTHENTICATED);
    }
  });

  it('may change messages and metadata, answer themselves, and see how a call ended', async () => {
    const ended: StatusObject[] = [];
    const watch: ServerInterceptor = async (request, call, next) => {
      call.ended.then((status) => ended.push(status));
      return next(request, call);
    };
    const client = await world(
      {
        ...handlers,
        addOrder: (_, call) => ({ value: call.metadata.get('x-added') ?? '' }),
      },
      { interceptors: [watch] },
      {},
      [
        async (request, call, next) => {
          call.metadata.set('x-added', 'by the interceptor');
          const response = await next(request, call);
          return mapMessages(response, call.method.responseStream, (message) => ({
            ...(message as Order),
            description: 'changed',
          }));
        },
        async (request, call, next) =>
          call.method.path.endsWith('GetOrder') ? order('cached') : next(request, call),
      ],
    );
    expect((await client.addOrder(order('1'))).value).toBe('by the interceptor');
    expect(await client.getOrder({ value: '1' })).toMatchObject({
      id: 'cached',
      description: 'changed',
    });
    const found = await collect(client.searchOrders({ value: '2' }));
    expect(found.map(({ description }) => description)).toEqual(['changed', 'changed']);
    await failure(collect(client.searchOrders({ value: '1 fail' })));
    await poll(() => ended.map(({ code }) => statusName(code))).toEqual(['OK', 'OK', 'DATA_LOSS']);
  });

  it('may try again', async () => {
    let calls = 0;
    const again: ClientInterceptor = async (request, call, next) =>
      next(request, call).catch(() => next(request, call));
    const client = await world(
      {
        getOrder() {
          if (++calls === 1) throw new GrpcError(Status.ABORTED, '');
          return order('second');
        },
      },
      {},
      {},
      [again],
    );
    expect((await client.getOrder({ value: '' })).id).toBe('second');
  });
});

describe('backpressure', () => {
  const big = () => order('big', { description: 'x'.repeat(64 * 1024) });

  it('a slow reader stops the handler at the other end', async () => {
    let made = 0;
    const client = await world(
      {
        async *searchOrders() {
          for (; made < 300; made++) yield big();
        },
      },
      {},
      { initialWindowSize: 256 * 1024 },
    );
    let read = 0;
    for await (const _ of client.searchOrders({ value: '' })) {
      if (read++ > 0) continue;
      let before = -1;
      // Until nothing moves any more: the window and the buffers on the way are full.
      await poll(() => {
        const still = made === before;
        before = made;
        return still;
      }).toBe(true);
      // The window of 256 KiB, the stream's queue of 64 KiB and what is in hand, of 19 MiB.
      expect(made).toBeLessThan(12);
    }
    expect(read).toBe(300);
  });

  it('a slow handler stops the client', async () => {
    let made = 0;
    let taken = 0;
    let goOn = () => {};
    const client = await world(
      {
        async updateOrders(requests) {
          for await (const _ of requests) {
            if (taken++ === 0) {
              await new Promise<void>((resolve) => {
                goOn = resolve;
              });
            }
          }
          return { value: String(taken) };
        },
      },
      { initialWindowSize: 256 * 1024 },
    );
    async function* many() {
      for (; made < 300; made++) yield big();
    }
    const call = client.updateOrders(many());
    let before = -1;
    await poll(() => {
      const still = made === before && taken > 0;
      before = made;
      return still;
    }).toBe(true);
    expect(made).toBeLessThan(12);
    goOn();
    expect((await call).value).toBe('300');
  });

  it('a message larger than the window gets through', async () => {
    const client = await world(
      { addOrder: ({ description }) => ({ value: description }) },
      { initialWindowSize: 65_535 },
      { initialWindowSize: 65_535 },
    );
    const description = 'y'.repeat(3_000_000);
    expect((await client.addOrder(order('', { description }))).value).toBe(description);
  });
});

describe('cancellation and deadlines', () => {
  it('reach the handler, for every kind, and the source of its requests', async () => {
    const seen: string[] = [];
    /** Called by each handler when the call has come to it: only then is it cancelled. */
    let reached = () => {};
    const client = await world({
      async getOrder(_, call) {
        reached();
        await new Promise((resolve) => call.signal.addEventListener('abort', resolve));
        seen.push('unary');
        return order('');
      },
      async *searchOrders(_, call) {
        try {
          yield order('first');
          reached();
          await new Promise((resolve) => call.signal.addEventListener('abort', resolve));
          yield order('never');
        } finally {
          seen.push('server');
        }
      },
      async updateOrders(requests) {
        try {
          for await (const _ of requests) reached();
        } catch (error) {
          seen.push(`client ${(error as GrpcError).code}`);
        }
        return { value: '' };
      },
    });
    for (const start of [
      (signal: AbortSignal) => client.getOrder({ value: '' }, { signal }),
      (signal: AbortSignal) => collect(client.searchOrders({ value: '' }, { signal })),
      (signal: AbortSignal) => client.updateOrders(endless(), { signal }),
    ]) {
      const cancel = new AbortController();
      reached = () => cancel.abort();
      const call = failure(start(cancel.signal));
      expect((await call).code).toBe(Status.CANCELLED);
    }
    await poll(() => seen.sort()).toEqual(['client 1', 'server', 'unary']);
  });

  async function* endless() {
    yield order('1');
    await new Promise(() => {});
  }

  it('a handler sees the time that is left, and its children inherit it', async () => {
    const left: number[] = [];
    let inner: Awaited<ReturnType<typeof world>>;
    const client = await world({
      async getOrder({ value }, call) {
        left.push(call.timeLeft() ?? Number.POSITIVE_INFINITY);
        if (value === 'outer')
          return inner.getOrder({ value: 'inner' }, { parent: call, timeoutMs: 60_000 });
        await new Promise((resolve) => call.signal.addEventListener('abort', resolve));
        left.push(-1);
        return order('');
      },
    });
    inner = client;
    const error = await failure(client.getOrder({ value: 'outer' }, { timeoutMs: 300 }));
    expect(error.code).toBe(Status.DEADLINE_EXCEEDED);
    await poll(() => left.length).toBe(3);
    expect(left[0]).toBeLessThanOrEqual(300);
    expect(left[1]).toBeLessThanOrEqual(300);
    expect(left[1]).toBeGreaterThan(0);
  });

  it('cancelling the outer call cancels the inner one', async () => {
    let cancelled = false;
    let inner: Awaited<ReturnType<typeof world>>;
    const cancel = new AbortController();
    const client = await world({
      async getOrder({ value }, call) {
        if (value === 'outer') return inner.getOrder({ value: 'inner' }, { parent: call });
        cancel.abort(); // Now, when both are under way.
        await new Promise((resolve) => call.signal.addEventListener('abort', resolve));
        cancelled = true;
        return order('');
      },
    });
    inner = client;
    const call = failure(client.getOrder({ value: 'outer' }, { signal: cancel.signal }));
    expect((await call).code).toBe(Status.CANCELLED);
    await poll(() => cancelled).toBe(true);
  });

  it('a handler that makes twelve calls at once has one listener for all of them', async () => {
    const warnings: string[] = [];
    const warn = ({ name }: Error) => warnings.push(name);
    process.on('warning', warn);
    let inner: Awaited<ReturnType<typeof world>>;
    let parent: AbortSignal | undefined;
    const listeners = () => getEventListeners(parent!, 'abort').length;
    const seen: number[] = [];
    const client = await world({
      async getOrder({ value }, call) {
        if (value === 'inner') {
          seen.push(listeners());
          return order('');
        }
        parent = call.signal;
        const make = () => inner.getOrder({ value: 'inner' }, { parent: call });
        await Promise.all(Array.from({ length: 12 }, make));
        seen.push(listeners());
        return order('');
      },
    });
    inner = client;
    await client.getOrder({ value: 'outer' });
    await new Promise(setImmediate);
    process.off('warning', warn);
    expect(seen[0]).toBe(1);
    expect(seen.at(-1)).toBe(0);
    expect(warnings).toEqual([]);
  });

  it('an option that is undefined leaves the default; Infinity is not a deadline', async () => {
    const client = await world({
      getOrder: (_, call) => order(String(call.timeLeft())),
    });
    const timeLeft = async (timeoutMs: number | undefined) =>
      (await client.getOrder({ value: '' }, { timeoutMs })).id;
    expect(Number(await timeLeft(undefined))).toBeGreaterThan(0);
    expect(await timeLeft(Number.POSITIVE_INFINITY)).toBe('undefined');
  });

  it.each([Number.NaN, '100', {}])(
    'a timeout of %j is an error, and not no deadline',
    async (bad) => {
      const client = await world();
      const timeoutMs = bad as number;
      await expect(client.getOrder({ value: '' }, { timeoutMs })).rejects.toThrow(RangeError);
      const stream = client.searchOrders({ value: '1' }, { timeoutMs });
      await expect(collect(stream)).rejects.toThrow('timeoutMs is');
    },
  );

  it('an abort is the cause of the error, before the call and in the middle of it', async () => {
    const client = await world();
    const reason = new Error('no longer wanted');
    const before = await failure(
      client.getOrder({ value: 'slow' }, { signal: AbortSignal.abort(reason) }),
    );
    const cancel = new AbortController();
    const unary = failure(client.getOrder({ value: 'slow' }, { signal: cancel.signal }));
    const stream = failure(
      collect(client.processOrders(endlessValues(), { signal: cancel.signal })),
    );
    await new Promise((resolve) => setImmediate(resolve));
    cancel.abort(reason);
    for (const error of [before, await unary, await stream]) {
      expect(error).toMatchObject({
        code: Status.CANCELLED,
        details: 'aborted: no longer wanted',
        cause: reason,
      });
    }
  });

  async function* endlessValues() {
    yield { value: '1' };
    await new Promise(() => {});
  }
});

describe('limits', () => {
  it('of what is received and what is sent, on both sides', async () => {
    const small = { maxReceiveSize: 1000, maxSendSize: 2000 };
    const client = await world(
      { addOrder: ({ id }) => ({ value: 'x'.repeat(Number(id)) }) },
      small,
      small,
    );
    const answered = async (id: string, description = '') =>
      statusName((await failure(client.addOrder(order(id, { description })))).code);
    expect((await client.addOrder(order('900'))).value).toHaveLength(900);
    expect(await answered('1500')).toBe('RESOURCE_EXHAUSTED');
    expect(await answered('2500')).toBe('RESOURCE_EXHAUSTED');
    expect(await answered('1', 'y'.repeat(1500))).toBe('RESOURCE_EXHAUSTED');
    expect(await answered('1', 'y'.repeat(2500))).toBe('RESOURCE_EXHAUSTED');
  });

  it('hold after decompression too', async () => {
    const client = await world(handlers, { maxReceiveSize: 100_000 });
    const bomb = order('', { description: '\0'.repeat(3_000_000) });
    const error = await failure(client.addOrder(bomb, { compression: 'gzip' }));
    expect(error.code).toBe(Status.RESOURCE_EXHAUSTED);
  });
});

describe('compression', () => {
  it('answers in the encoding of the request, smaller on the wire, unless told otherwise', async () => {
    const seen: string[] = [];
    const client = await world({
      addOrder(request, call) {
        seen.push(call.compression);
        if (request.id === 'plain') call.compression = 'identity';
        return { value: request.description };
      },
    });
    const description = 'z'.repeat(100_000);
    for (const id of ['zipped', 'plain']) {
      const call = client.addOrder(order(id, { description }), { compression: 'gzip' });
      expect((await call).value).toBe(description);
    }
    await client.addOrder(order('none'));
    expect(seen).toEqual(['gzip', 'gzip', 'identity']);
  });

  it('a name that an end does not have is an error where it was written', async () => {
    const client = await world({
      getOrder: ({ value }, call) => {
        call.compression = value;
        return order(value);
      },
    });
    const misspelt = client.addOrder(order('1'), { compression: 'gizp' });
    await expect(misspelt).rejects.toThrow(
      "there is no compression 'gizp' here, only identity,gzip",
    );
    expect((await failure(client.getOrder({ value: 'gizp' }))).code).toBe(Status.UNKNOWN);
    expect((await client.getOrder({ value: 'identity' })).id).toBe('identity');
  });

  it('can be left out message by message, both ways, and the receiver can tell', async () => {
    const client = await world({
      async *processOrders(requests, call) {
        call.compression = 'gzip';
        for await (const request of requests) {
          const value = `${wasCompressed(request)} ${'z'.repeat(1000)}`;
          const answer = { id: value, status: '', ordersList: [] };
          // The other way round than it came.
          yield wasCompressed(request) ? uncompressed(answer) : answer;
        }
      },
    });
    const value = 'a'.repeat(1000);
    const requests = [
      { value },
      uncompressed({ value }),
      { value },
      { value: 'too short to gain' },
    ];
    const answers = await collect(client.processOrders(requests, { compression: 'gzip' }));
    const seen = answers.map((answer) => [answer.id.split(' ')[0], wasCompressed(answer)]);
    expect(seen).toEqual([
      ['true', false],
      ['false', true],
      ['true', false],
      ['false', true],
    ]);
  });
});

it.each(['no user ', ' no user', ' ', 'café ☕', 'two\nlines\n', '100%', 'x'.repeat(5000)])(
  'the text of a status arrives as it was given: %j',
  async (details) => {
    const client = await world({
      getOrder: () => {
        throw new GrpcError(Status.NOT_FOUND, details);
      },
    });
    expect(await failure(client.getOrder({ value: '' }))).toMatchObject({
      code: Status.NOT_FOUND,
      details,
    });
  },
);

it('a handler that throws harms nobody else, and its text goes nowhere', async () => {
  const thrown: unknown[] = [];
  const client = await world(handlers, { onHandlerError: (error) => thrown.push(error) });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 40 }, (_, i) => client.getOrder({ value: i % 2 ? 'secret' : String(i) })),
  );
  for (const [i, outcome] of outcomes.entries()) {
    if (i % 2 === 0) expect(outcome.status).toBe('fulfilled');
    else
      expect(String((outcome as PromiseRejectedResult).reason)).toBe(
        'GrpcError: 2 UNKNOWN: the handler failed',
      );
  }
  expect(thrown).toHaveLength(20);
});
