import { afterEach, expect, it } from 'vitest';
import { Channel } from '#channel/channel';
import type { ChannelOptions } from '#channel/channel-options';
import { IDLE_TIMEOUT_MS } from '#channel/limits';
import type { ResolverListener } from '#channel/names/resolver';
import { createClient } from '#grpc/client/client';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { Status } from '#grpc/status';
import { LINGER_MS } from '#http2/limits/limits';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { FakeClock } from '#time/fake-clock';
import { failure, poll, startServer } from '../grpc/orders.ts';

const closing: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A server that knows how many connections called it, and a channel whose time is ours. */
async function world(options: ChannelOptions = {}) {
  const peers = new Set<string>();
  const note: ServerInterceptor = (request, call, next) => {
    peers.add(call.peer.address);
    return next(request, call);
  };
  const { server, port } = await startServer({ interceptors: [note] });
  closing.push(() => server.close());
  const clock = new FakeClock();
  const channel = new Channel(`ipv4:127.0.0.1:${port}`, { clock, ...options });
  closing.push(() => channel.close());
  const orders = createClient(OrderManagementDefinition, channel);
  return { clock, channel, orders, peers, port };
}

it('without calls for half an hour it disconnects, and the next call connects again', async () => {
  const { clock, channel, orders, peers } = await world();
  await orders.getOrder({ value: '1' });
  clock.advance(IDLE_TIMEOUT_MS / 2);
  await orders.getOrder({ value: '2' });
  clock.advance(IDLE_TIMEOUT_MS - 1);
  expect(channel.state).toBe('READY');
  expect(peers.size).toBe(1);
  clock.advance(1);
  expect(channel.state).toBe('IDLE');
  expect(clock.pending).toBe(0);
  expect((await orders.getOrder({ value: '3' })).id).toBe('3');
  expect(peers.size).toBe(2);
  expect(channel.state).toBe('READY');
  clock.advance(IDLE_TIMEOUT_MS);
  expect(channel.state).toBe('IDLE');
});

it('a call that is under way, however silent, is a use', async () => {
  const { clock, channel, orders } = await world({ idleTimeoutMs: 1000 });
  await orders.getOrder({ value: '1' });
  const abort = new AbortController();
  const slow = failure(orders.getOrder({ value: 'slow' }, { signal: abort.signal }));
  clock.advance(10_000);
  expect(channel.state).toBe('READY');
  abort.abort();
  expect((await slow).code).toBe(Status.CANCELLED);
  clock.advance(999);
  expect(channel.state).toBe('READY');
  clock.advance(1);
  expect(channel.state).toBe('IDLE');
});

it('a connection that was asked for and never used is closed too', async () => {
  const { clock, channel } = await world({ idleTimeoutMs: 1000 });
  await channel.ready();
  clock.advance(1000);
  expect(channel.state).toBe('IDLE');
});

it('can be switched off', async () => {
  const { clock, channel, orders } = await world({ idleTimeoutMs: Number.POSITIVE_INFINITY });
  await orders.getOrder({ value: '1' });
  expect(clock.pending).toBe(0);
  clock.advance(10 * IDLE_TIMEOUT_MS);
  expect(channel.state).toBe('READY');
});

it('asleep it connects to nobody, whatever the resolver says, and wakes with the last word', async () => {
  const { port: second } = await world();
  let listener: ResolverListener | undefined;
  const first = await world();
  const clock = new FakeClock();
  const channel = new Channel('registry:orders', {
    clock,
    idleTimeoutMs: 1000,
    serviceConfig: { loadBalancingConfig: [{ round_robin: {} }] },
    resolvers: {
      registry: () => ({
        start(its) {
          listener = its;
          its.resolved({ addresses: [{ host: '127.0.0.1', port: first.port }] });
        },
        resolveAgain() {},
        close() {},
      }),
    },
  });
  closing.push(() => channel.close());
  const orders = createClient(OrderManagementDefinition, channel);
  await orders.getOrder({ value: '1' });
  clock.advance(1000);
  listener?.resolved({ addresses: [{ host: '127.0.0.1', port: second }] });
  expect(channel.state).toBe('IDLE');
  expect(first.peers.size).toBe(1);
  await orders.getOrder({ value: '2' });
  expect(first.peers.size).toBe(1);
});

it('asleep it does not ask for a name that is unknown, awake it asks at once', async () => {
  let asked = 0;
  const lookup = async () => {
    asked++;
    throw new Error('ENOTFOUND');
  };
  const clock = new FakeClock();
  const channel = new Channel('dns:nowhere.test:1', { clock, lookup, idleTimeoutMs: 60_000 });
  closing.push(() => channel.close());
  const orders = createClient(OrderManagementDefinition, channel);
  expect((await failure(orders.getOrder({ value: '1' }))).code).toBe(Status.UNAVAILABLE);
  expect(asked).toBe(1);
  for (let second = 0; second < 59; second++) {
    clock.advance(1000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(asked).toBeGreaterThan(3);
  expect(channel.state).toBe('TRANSIENT_FAILURE');
  clock.advance(1000);
  expect(channel.state).toBe('IDLE');
  const before = asked;
  clock.advance(3600_000);
  await new Promise((resolve) => setImmediate(resolve));
  expect(asked).toBe(before);
  expect((await failure(orders.getOrder({ value: '2' }))).code).toBe(Status.UNAVAILABLE);
  expect(asked).toBe(before + 1);
});

it('a channel that is closed has no timer left', async () => {
  const { clock, channel, orders } = await world();
  await orders.getOrder({ value: '1' });
  await channel.close();
  clock.advance(LINGER_MS); // The last words of its connection may still be on their way.
  expect(clock.pending).toBe(0);
});

it('who waits for READY is not left with a channel that has gone to sleep', async () => {
  const { clock, channel } = await world({ idleTimeoutMs: 5 });
  const ready = channel.ready();
  clock.advance(5);
  await ready;
  expect(channel.state).toBe('READY');
  clock.advance(5);
  await poll(() => channel.state).toBe('IDLE');
});
