import { afterEach, describe, expect, it, vi } from 'vitest';
import { Channel } from '#channel/channel';
import type { ChannelOptions } from '#channel/channel-options';
import type { ResolverListener } from '#channel/names/resolver';
import { createClient } from '#grpc/client/client';
import { Metadata } from '#grpc/metadata';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { Status } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { FakeClock } from '#time/fake-clock';
import { collect, failure, order, startServer } from '../grpc/orders.ts';

/** What a service config does to calls; how it is read is in policies.test.ts. */
const closing: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const forAll = (method: object) => ({ methodConfig: [{ name: [{}], ...method }] });

/** A server, and a client whose resolver says what and when the test wants. */
async function world(options: ChannelOptions = {}) {
  const timeouts: (number | undefined)[] = [];
  const note: ServerInterceptor = (request, call, next) => {
    timeouts.push(call.timeLeft());
    return next(request, call);
  };
  const { server, port } = await startServer({ interceptors: [note] });
  closing.push(() => server.close());
  let listener!: ResolverListener;
  const channel = new Channel('registry:orders', {
    resolvers: {
      registry: () => ({
        start(its) {
          listener = its;
        },
        resolveAgain() {},
        close() {},
      }),
    },
    ...options,
  });
  closing.push(() => channel.close());
  const client = createClient(OrderManagementDefinition, channel);
  return {
    client,
    channel,
    timeouts,
    fail: (text: string) => listener.failed(new Error(text)),
    resolve: (serviceConfig?: unknown, addresses = [{ host: '127.0.0.1', port }]) =>
      listener.resolved({ addresses, serviceConfig }),
  };
}

describe('what the resolver brings', () => {
  it('holds for the first call already: it waits until the name is resolved', async () => {
    const { client, resolve, timeouts } = await world();
    const first = client.getOrder({ value: '1' });
    resolve(forAll({ timeout: '7s' }));
    expect((await first).id).toBe('1');
    expect(timeouts[0]).toBeGreaterThan(6000);
    expect(timeouts[0]).toBeLessThanOrEqual(7000);
  });

  it('takes the place of the default config', async () => {
    const { client, resolve, timeouts } = await world({ serviceConfig: forAll({ timeout: '1s' }) });
    const first = client.getOrder({ value: '1' });
    resolve();
    await first;
    expect(timeouts[0]).toBeLessThanOrEqual(1000);
    resolve(forAll({ timeout: '9s' }));
    await client.getOrder({ value: '2' });
    expect(timeouts[1]).toBeGreaterThan(1000);
  });

  it.each([
    ['the call’s own', { timeoutMs: 500 }, '9s'],
    ['the config’s', { timeoutMs: 9000 }, '0.5s'],
  ])('of two timeouts the shorter one holds: %s', async (_, options, timeout) => {
    const clock = new FakeClock();
    const { client, resolve } = await world({ clock });
    const call = failure(client.getOrder({ value: 'slow' }, options));
    resolve(forAll({ timeout }));
    clock.advance(499);
    clock.advance(10);
    expect(await call).toMatchObject({ code: Status.DEADLINE_EXCEEDED });
    expect((await call).details).toContain('(500 ms)');
  });

  it('a call waits for the name no longer than its own deadline', async () => {
    const clock = new FakeClock();
    const { client, resolve } = await world({ clock });
    const call = failure(client.getOrder({ value: '1' }, { timeoutMs: 1000 }));
    clock.advance(1010);
    expect((await call).details).toBe('the name was not resolved in time (1000 ms)');
    resolve();
    expect((await client.getOrder({ value: '2' })).id).toBe('2');
  });

  it('may say that calls wait for ready; a call may say otherwise', async () => {
    const { client, fail, resolve } = await world({
      serviceConfig: forAll({ waitForReady: true }),
    });
    const patient = client.getOrder({ value: '1' });
    const hurried = failure(client.getOrder({ value: '2' }, { waitForReady: false }));
    fail('not yet');
    expect(await hurried).toMatchObject({ code: Status.UNAVAILABLE });
    expect((await hurried).details).toContain('not yet');
    resolve();
    expect((await patient).id).toBe('1');
  });

  it('is kept if the next one is not valid, and the new addresses hold (gRPC A21)', async () => {
    const { client, channel, resolve, timeouts } = await world();
    const first = client.getOrder({ value: '1' });
    resolve(forAll({ timeout: '7s' }), [{ host: '127.0.0.1', port: 1 }]);
    expect(await failure(first)).toMatchObject({ code: Status.UNAVAILABLE });
    resolve({ methodConfig: 'nonsense' });
    expect((await client.getOrder({ value: '2' }, { waitForReady: true })).id).toBe('2');
    expect(timeouts[0]).toBeGreaterThan(6000);
    expect(channel.state).toBe('READY');
  });

  it('is an error if it is not valid and there was none before', async () => {
    const { client, resolve } = await world();
    const first = failure(client.getOrder({ value: '1' }));
    resolve({ loadBalancingConfig: [{ by_the_moon: {} }] });
    expect(await first).toMatchObject({ code: Status.UNAVAILABLE });
    expect((await first).details).toContain('service config is not valid');
  });
});

describe('sizes', () => {
  const large = order('large', { description: 'x'.repeat(2000) });

  it('maxRequestMessageBytes: a larger request is RESOURCE_EXHAUSTED here, and not sent', async () => {
    const { client, resolve } = await world();
    const early = failure(client.addOrder(large));
    resolve(forAll({ maxRequestMessageBytes: '1000' }));
    for (const error of [await early, await failure(client.addOrder(large))]) {
      expect(error.code).toBe(Status.RESOURCE_EXHAUSTED);
      expect(error.details).toMatch(/^the request has 20\d\d bytes, 1000 are allowed/);
    }
    expect((await client.addOrder(order('small'))).value).toBe('small');
  });

  it('holds for each message of a stream', async () => {
    const { client, resolve } = await world();
    const call = failure(client.updateOrders([order('small'), large, order('small')]));
    resolve(forAll({ maxRequestMessageBytes: 1000 }));
    expect(await call).toMatchObject({ code: Status.RESOURCE_EXHAUSTED });
  });

  it('is measured after compression', async () => {
    const { client, resolve } = await world();
    const call = client.addOrder(large, { compression: 'gzip' });
    resolve(forAll({ maxRequestMessageBytes: 1000 }));
    expect((await call).value).toBe('large');
  });

  it('exactly as much as is allowed is allowed', async () => {
    const request = order('exact');
    const size = OrderManagementDefinition.methods.addOrder.encodeRequest(request).length;
    for (const [limit, code] of [
      [size, undefined],
      [size - 1, Status.RESOURCE_EXHAUSTED],
    ] as const) {
      const { client, resolve } = await world();
      const call = client.addOrder(request).then(
        () => undefined,
        ({ code }) => code,
      );
      resolve(forAll({ maxRequestMessageBytes: limit }));
      expect(await call).toBe(code);
    }
  });

  it('maxResponseMessageBytes, and the smaller of it and the channel’s own', async () => {
    const { client, resolve } = await world();
    const call = failure(client.getOrder({ value: 'x'.repeat(2000) }));
    resolve(forAll({ maxResponseMessageBytes: 1000 }));
    expect(await call).toMatchObject({ code: Status.RESOURCE_EXHAUSTED });
    const stream = await collect(client.searchOrders({ value: '3' }));
    expect(stream).toHaveLength(3);

    const other = await world({ maxReceiveSize: 100 });
    const second = failure(other.client.getOrder({ value: 'x'.repeat(2000) }));
    other.resolve(forAll({ maxResponseMessageBytes: 5000 }));
    expect(await second).toMatchObject({ code: Status.RESOURCE_EXHAUSTED });
  });
});

describe('time', () => {
  it('that the credentials took is not given to the server again', async () => {
    const clock = new FakeClock();
    const { client, resolve, timeouts } = await world({ clock });
    let arrive!: (metadata: Metadata) => void;
    const credentials = {
      allowPlaintext: true,
      metadata: () => new Promise<Metadata>((resolve) => (arrive = resolve)),
    };
    const call = client.getOrder({ value: '1' }, { timeoutMs: 10_000, credentials });
    resolve();
    clock.advance(4000);
    arrive(new Metadata());
    await call;
    expect(timeouts[0]).toBeLessThanOrEqual(6000);
    expect(timeouts[0]).toBeGreaterThan(5000);
  });

  it('a call that waited for ready in vain says what it waited for', async () => {
    const clock = new FakeClock();
    const { client, resolve, channel } = await world({ clock });
    const call = failure(client.getOrder({ value: '1' }, { timeoutMs: 100, waitForReady: true }));
    resolve(undefined, [{ host: '127.0.0.1', port: 1 }]);
    await vi.waitFor(() => expect(channel.state).toBe('TRANSIENT_FAILURE'));
    clock.advance(104);
    expect((await call).details).toMatch(/^no connection in time: .*ECONNREFUSED.* \(100 ms\)$/);
  });
});

describe('code of others', () => {
  it('a load balancer that cannot be made, or throws, fails the calls and not the channel', async () => {
    let throws = true;
    const { client, resolve } = await world({
      serviceConfig: { loadBalancingConfig: [{ mine: {} }] },
      loadBalancers: {
        mine: () => {
          if (throws) throw new Error('out of order');
          return {
            addresses() {
              throw new Error('no idea');
            },
            exitIdle() {},
            shutdown() {},
          };
        },
      },
    });
    const calls = [failure(client.getOrder({ value: '1' }))];
    resolve();
    calls.push(failure(client.getOrder({ value: '2' })));
    expect((await calls[0])?.details).toContain('out of order');
    throws = false;
    resolve();
    calls.push(failure(client.getOrder({ value: '3' })));
    expect((await calls[2])?.details).toContain('no idea');
    for (const call of calls) expect(await call).toMatchObject({ code: Status.INTERNAL });
  });

  it('a listener that throws does not stop the channel, or the other listeners', async () => {
    const reported = vi.spyOn(console, 'error').mockImplementation(() => {});
    closing.push(() => reported.mockRestore());
    const { client, channel, resolve } = await world();
    const states: string[] = [];
    channel.onStateChange(() => {
      throw new Error('not my day');
    });
    channel.onStateChange((state) => states.push(state));
    const call = client.getOrder({ value: '1' });
    resolve();
    expect((await call).id).toBe('1');
    expect(states).toContain('READY');
    expect(reported).toHaveBeenCalled();
  });
});
