import { afterEach, describe, expect, it } from 'vitest';
import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import type { ClientInterceptor } from '#grpc/client/client-call';
import { contextKey } from '#grpc/context-values';
import { GrpcError } from '#grpc/grpc-error';
import { NEXT_TWICE } from '#grpc/interceptor';
import { guard } from '#grpc/interceptors/guard';
import { CORRELATION_ID, mask } from '#grpc/interceptors/mask';
import { Metadata } from '#grpc/metadata';
import type { ServerInterceptor, ServerOptions } from '#grpc/server/server-options';
import { Status } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { collect, failure, order, startServer } from './orders.ts';

/** Both ends ours: what the server's interceptors do to calls that are real. */
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function world(options: ServerOptions, interceptors: ClientInterceptor[] = []) {
  const { server, target } = await startServer(options);
  const channel = new Channel(target);
  closing.push(
    () => server.close(),
    () => channel.close(),
  );
  return createClient(OrderManagementDefinition, channel, {
    interceptors,
    defaults: { timeoutMs: 10_000 },
  });
}

const twice: ServerInterceptor = async (request, call, next) => {
  await next(request, call);
  return next(request, call);
};

describe('next', () => {
  it('is refused a second time on a server, and the handler runs once', async () => {
    const errors: unknown[] = [];
    let ran = 0;
    const counting: ServerInterceptor = (request, call, next) => {
      ran++;
      return next(request, call);
    };
    const client = await world({
      interceptors: [twice, counting],
      onHandlerError: (error) => errors.push(error),
    });
    const error = await failure(client.getOrder({ value: '1' }));
    expect(error).toMatchObject({ code: Status.UNKNOWN, details: 'the handler failed' });
    expect(errors.map((one) => (one as Error).message)).toEqual([NEXT_TWICE]);
    expect(ran).toBe(1);
  });

  it('may be called again on a client', async () => {
    let ran = 0;
    const counting: ServerInterceptor = (request, call, next) => {
      ran++;
      return next(request, call);
    };
    const again: ClientInterceptor = async (request, call, next) => {
      await next(request, call);
      return next(request, call);
    };
    const client = await world({ interceptors: [counting] }, [again]);
    expect((await client.getOrder({ value: '1' })).id).toBe('1');
    expect(ran).toBe(2);
  });
});

describe('guard', () => {
  it('holds for all four kinds, and hands on who calls', async () => {
    const user = contextKey<string>('user');
    const seen: unknown[] = [];
    const client = await world({
      interceptors: [
        guard<string>({
          identify: async (call) => call.metadata.get('x-user'),
          caller: user,
          mayCall: (who, path) => who !== 'bob' || path.endsWith('GetOrder'),
        }),
        (request, call, next) => {
          seen.push(call.context.get(user));
          return next(request, call);
        },
      ],
    });
    const calls = (options?: { metadata: Metadata }) => [
      client.getOrder({ value: '1' }, options),
      collect(client.searchOrders({ value: '2' }, options)),
      client.updateOrders([order('1')], options),
      collect(client.processOrders([{ value: '1' }], options)),
    ];
    const codes = async (running: Promise<unknown>[]) =>
      Promise.all(running.map(async (call) => (await failure(call)).code));
    expect(await codes(calls())).toEqual(Array(4).fill(Status.UNAUTHENTICATED));
    const [allowed, ...others] = calls({ metadata: new Metadata({ 'x-user': 'bob' }) });
    expect(await codes(others)).toEqual(Array(3).fill(Status.PERMISSION_DENIED));
    await allowed;
    await Promise.all(calls({ metadata: new Metadata({ 'x-user': 'ada' }) }));
    expect(seen).toEqual(['bob', 'ada', 'ada', 'ada', 'ada']);
  });
});

describe('mask', () => {
  it('lets no text out, early or late, and gives an id', async () => {
    const reported: string[] = [];
    let ids = 0;
    const client = await world({
      interceptors: [
        mask({
          newId: () => `id-${++ids}`,
          report: (error, id) => reported.push(`${id} ${(error as Error).message}`),
        }),
        async (request, call, next) => {
          if (!call.method.responseStream) return next(request, call);
          return (async function* () {
            yield order('1');
            throw new Error('the password is 5678');
          })();
        },
      ],
    });
    for (const [call, id] of [
      [client.getOrder({ value: 'secret' }), 'id-1'],
      [collect(client.searchOrders({ value: '1' })), 'id-2'],
    ] as const) {
      const error = await failure(call);
      expect(error).toMatchObject({
        code: Status.UNKNOWN,
        details: `something went wrong here; ask us about ${id}`,
      });
      expect(error.metadata.get(CORRELATION_ID)).toBe(id);
    }
    expect(reported).toEqual(['id-1 the password is 1234', 'id-2 the password is 5678']);
  });

  it('leaves a chosen status as it is', async () => {
    const client = await world({ interceptors: [mask({ report: () => {} })] });
    const error = await failure(client.getOrder({ value: 'missing' }));
    expect(error).toBeInstanceOf(GrpcError);
    expect(error).toMatchObject({ code: Status.NOT_FOUND, details: 'no order ☺' });
    expect(error.metadata.get('x-hint')).toBe('elsewhere');
    expect(error.metadata.get(CORRELATION_ID)).toMatch(/^[\w-]{36}$/);
  });
});
