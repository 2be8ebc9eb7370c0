import { afterEach, describe, expect, it } from 'vitest';
import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import type { ClientInterceptor } from '#grpc/client/client-call';
import { whenOver } from '#grpc/client/when-over';
import { ContextValues, contextKey } from '#grpc/context-values';
import { GrpcError } from '#grpc/grpc-error';
import { type CallRecord, callLog } from '#grpc/interceptors/call-log';
import { concurrencyLimit } from '#grpc/interceptors/concurrency-limit';
import { guard } from '#grpc/interceptors/guard';
import { mask } from '#grpc/interceptors/mask';
import { readCache } from '#grpc/interceptors/read-cache';
import { tokenRefresh } from '#grpc/interceptors/token-refresh';
import { MAX_CACHED_ANSWERS, MAX_WAITING_CALLS } from '#grpc/limits';
import { Metadata } from '#grpc/metadata';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { Status, type StatusObject } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import type { MethodDefinition } from '#protobuf/schema/service-definition';
import { FakeClock } from '#time/fake-clock';
import { collect, failure, order, startServer } from './orders.ts';

/** The interceptors that are there to be used, on calls that are real. */
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function world(client: readonly ClientInterceptor[], server: ServerInterceptor[] = []) {
  const { server: running, target } = await startServer({ interceptors: server });
  const channel = new Channel(target);
  closing.push(
    () => running.close(),
    () => channel.close(),
  );
  return createClient(OrderManagementDefinition, channel, {
    interceptors: client,
    defaults: { timeoutMs: 20_000 },
  });
}

/** Answers with what the server was told of the client's patience. */
const patience = () => {
  const told: (number | undefined)[] = [];
  const ask: ServerInterceptor = (request, call, next) => {
    told.push(call.timeLeft());
    return next(request, call);
  };
  return { told, ask };
};

describe('the time of a call is one time', () => {
  it('a second attempt has what is left, and not a timeout of its own', async () => {
    const { told, ask } = patience();
    const left: (number | undefined)[] = [];
    const twice: ClientInterceptor = async (request, call, next) => {
      left.push(call.timeLeft());
      await next(request, call);
      // Longer than a clock's tick: what is used up can be seen.
      await new Promise((resolve) => setTimeout(resolve, 20));
      left.push(call.timeLeft());
      return next(request, { ...call });
    };
    const client = await world([twice], [ask]);
    await client.getOrder({ value: '1' }, { timeoutMs: 10_000 });
    expect(left[0]).toBeLessThanOrEqual(10_000);
    expect(left[1]).toBeLessThan(left[0]! - 15);
    expect(told).toHaveLength(2);
    expect(told[1]).toBeLessThan(10_000 - 15);
  });

  it('is over while an interceptor waits: the call never goes out', async () => {
    const { told, ask } = patience();
    const waits: ClientInterceptor = async (request, call, next) => {
      while (call.timeLeft()! > 0) await new Promise((resolve) => setTimeout(resolve, 1));
      return next(request, call);
    };
    const client = await world([waits], [ask]);
    const error = await failure(client.getOrder({ value: '1' }, { timeoutMs: 5 }));
    expect(error.code).toBe(Status.DEADLINE_EXCEEDED);
    expect(told).toEqual([]);
  });

  it('an interceptor may give it less, and never more', async () => {
    const { told, ask } = patience();
    const sets =
      (timeoutMs: number): ClientInterceptor =>
      (request, call, next) =>
        next(request, { ...call, options: { ...call.options, timeoutMs } });
    for (const timeoutMs of [1000, 60_000, Number.POSITIVE_INFINITY]) {
      const client = await world([sets(timeoutMs)], [ask]);
      await client.getOrder({ value: '1' }, { timeoutMs: 10_000 });
    }
    expect(told[0]).toBeLessThanOrEqual(1000);
    for (const more of told.slice(1)) expect(more).toBeLessThanOrEqual(10_000);
  });

  it('without a deadline there is none, and a timeout that is not a number fails as ever', async () => {
    const left: unknown[] = [];
    const look: ClientInterceptor = (request, call, next) => {
      left.push(call.timeLeft());
      return next(request, call);
    };
    const client = await world([look]);
    await client.getOrder({ value: '1' }, { timeoutMs: Number.POSITIVE_INFINITY });
    expect(left).toEqual([undefined]);
    await expect(client.getOrder({ value: '1' }, { timeoutMs: Number.NaN })).rejects.toThrow(
      RangeError,
    );
  });
});

describe('whenOver', () => {
  it('tells once, leaves nothing behind, and never tells at once', async () => {
    const clock = new FakeClock();
    const controller = new AbortController();
    const told: number[] = [];
    const call = { options: { signal: controller.signal }, timeLeft: () => 100 };
    whenOver(call, clock, ({ code }) => told.push(code));
    clock.advance(100);
    controller.abort();
    expect(told).toEqual([Status.DEADLINE_EXCEEDED]);
    expect(clock.pending).toBe(0);
    whenOver(call, clock, ({ code }) => told.push(code));
    expect(told).toHaveLength(1);
    await undefined;
    await undefined;
    expect(told).toEqual([Status.DEADLINE_EXCEEDED, Status.CANCELLED]);
    const stop = whenOver(call, clock, () => told.push(-1));
    stop();
    stop();
    clock.advance(1000);
    await undefined;
    expect(told).toHaveLength(2);
    expect(clock.pending).toBe(0);
  });

  it('of a parent says how that ended, as a call on the wire does', async () => {
    const parent = new AbortController();
    const told: number[] = [];
    const call = { options: { parent: { signal: parent.signal } }, timeLeft: () => undefined };
    whenOver(call as never, new FakeClock(), ({ code }) => told.push(code));
    parent.abort(new GrpcError(Status.DEADLINE_EXCEEDED, 'too late'));
    expect(told).toEqual([Status.DEADLINE_EXCEEDED]);
  });
});

it('callLog: the same id in both logs, and each call once', async () => {
  const records: CallRecord[] = [];
  const reported: string[] = [];
  const client = await world(
    [callLog({ write: (record) => records.push(record) })],
    [mask({ report: (_error, id) => reported.push(id) })],
  );
  await failure(client.getOrder({ value: 'secret' }));
  await collect(client.searchOrders({ value: '2' }));
  await expect.poll(() => records.length).toBe(2);
  expect(records.map(({ code }) => code)).toEqual([Status.UNKNOWN, Status.OK]);
  expect(reported).toEqual([records[0]!.id]);
});

describe('tokenRefresh', () => {
  const guarded = (good: Set<string>) =>
    guard<string>({
      caller: contextKey<string>('caller'),
      identify: ({ metadata }) => {
        const token = metadata.get('authorization');
        return token !== undefined && good.has(token) ? token : undefined;
      },
    });

  it('behind a limit with one turn, which each attempt takes for itself', async () => {
    const good = new Set<string>();
    let made = 0;
    const fetch = () => {
      made++;
      good.clear();
      if (made > 1) good.add(`Bearer t${made}`);
      return `t${made}`;
    };
    const client = await world(
      [tokenRefresh({ fetch }), concurrencyLimit({ most: 1 })],
      [guarded(good)],
    );
    expect((await client.getOrder({ value: '1' })).id).toBe('1');
    good.clear();
    expect(await collect(client.searchOrders({ value: '3' }))).toHaveLength(3);
    expect(made).toBe(3);
  });

  it('and the log further out knows how the second attempt ended', async () => {
    const good = new Set(['Bearer t2']);
    let made = 0;
    const records: CallRecord[] = [];
    const client = await world(
      [
        callLog({ write: (record) => records.push(record) }),
        tokenRefresh({ fetch: () => `t${++made}` }),
      ],
      [guarded(good)],
    );
    expect(await collect(client.searchOrders({ value: '2' }))).toHaveLength(2);
    await expect.poll(() => records.map(({ code }) => code)).toEqual([Status.OK]);
  });
});

it('concurrencyLimit: a stream that is left gives its turn back', async () => {
  const client = await world([concurrencyLimit({ most: 1 })]);
  for (let i = 0; i < 3; i++) {
    for await (const _ of client.searchOrders({ value: '3' })) break;
  }
  const left = client.searchOrders({ value: '3' })[Symbol.asyncIterator]();
  await left.return!();
  expect((await client.getOrder({ value: '1' })).id).toBe('1');
});

/** A call without a wire, of a caller who can give up. */
function callOf(signal?: AbortSignal) {
  return {
    method: OrderManagementDefinition.methods.getOrder as unknown as MethodDefinition,
    metadata: new Metadata(),
    context: new ContextValues(),
    options: { signal },
    timeLeft: () => undefined,
    ended: new Promise<StatusObject>(() => {}),
  };
}

it('a client that goes on calling fills neither the line nor the cache', async () => {
  const limit = concurrencyLimit({ most: 1 });
  const codes: number[] = [];
  const callers = Array.from({ length: MAX_WAITING_CALLS + 2 }, () => new AbortController());
  const calls = callers.map(({ signal }, i) =>
    limit({}, callOf(signal), () => (i === 0 ? new Promise(() => {}) : Promise.resolve())).catch(
      (error) => codes.push(error.code),
    ),
  );
  await calls.at(-1);
  expect(codes).toEqual([Status.RESOURCE_EXHAUSTED]);
  for (const caller of callers) caller.abort();
  await Promise.all(calls.slice(1));
  expect(codes.filter((code) => code === Status.CANCELLED)).toHaveLength(MAX_WAITING_CALLS);

  let ran = 0;
  const cache = readCache({ ttlMs: 60_000 });
  const ask = (id: number) =>
    cache({ value: String(id) }, callOf(), async () => {
      ran++;
      return order(String(id));
    });
  for (let id = 0; id <= MAX_CACHED_ANSWERS; id++) await ask(id);
  await ask(1);
  expect(ran).toBe(MAX_CACHED_ANSWERS + 1);
  await ask(0);
  expect(ran).toBe(MAX_CACHED_ANSWERS + 2);
});

it('options that make no sense are refused where they are written', () => {
  expect(() => concurrencyLimit({ most: 0 })).toThrow(RangeError);
  expect(() => concurrencyLimit({ most: Number.NaN })).toThrow(RangeError);
  expect(() => concurrencyLimit({ most: 1, mostWaiting: -1 })).toThrow(RangeError);
  expect(() => readCache({ ttlMs: Number.NaN })).toThrow(RangeError);
  expect(() => readCache({ ttlMs: 1, most: 0 })).toThrow(RangeError);
});
