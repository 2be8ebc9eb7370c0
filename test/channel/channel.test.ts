import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server as NetServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Channel } from '#channel/channel';
import type { ChannelOptions } from '#channel/channel-options';
import { createClient } from '#grpc/client/client';
import { Server } from '#grpc/server/server';
import type { ServerInterceptor, ServerOptions } from '#grpc/server/server-options';
import { Status } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { FakeClock } from '#time/fake-clock';
import { collect, failure, order, orders, poll, startServer } from '../grpc/orders.ts';

const closing: (() => Promise<unknown> | unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function serve(options?: ServerOptions) {
  const started = await startServer(options);
  closing.push(() => started.server.close());
  return started;
}

function connect(target: string, options?: ChannelOptions) {
  const channel = new Channel(target, { backoff: { initialMs: 20, maxMs: 50 }, ...options });
  closing.push(() => channel.close());
  return {
    channel,
    orders: createClient(OrderManagementDefinition, channel, { defaults: { timeoutMs: 10_000 } }),
    greeter: createClient(GreeterDefinition, channel, { defaults: { timeoutMs: 10_000 } }),
  };
}

/** A port on which nobody listens. */
async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

/** Accepts connections and does with them what the test says. */
async function rawServer(onSocket: (socket: Socket) => void) {
  const sockets: Socket[] = [];
  const server: NetServer = createServer((socket) => {
    socket.on('error', () => {});
    sockets.push(socket);
    onSocket(socket);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as { port: number }).port, sockets };
}

describe('states', () => {
  it('connects with the first call and not before', async () => {
    const { target } = await serve();
    const { channel, orders } = connect(target);
    const states: string[] = [];
    channel.onStateChange((state) => states.push(state));
    expect(channel.state).toBe('IDLE');
    await orders.getOrder({ value: '1' });
    expect(channel.state).toBe('READY');
    expect(states.at(-1)).toBe('READY');
    expect(states).not.toContain('TRANSIENT_FAILURE');
  });

  it('nobody there: UNAVAILABLE at once, with the reason', async () => {
    const { channel, orders } = connect(`ipv4:127.0.0.1:${await deadPort()}`);
    const error = await failure(orders.getOrder({ value: '1' }));
    expect(error.code).toBe(Status.UNAVAILABLE);
    expect(error.details).toContain('ECONNREFUSED');
    expect(channel.state).toBe('TRANSIENT_FAILURE');
  });

  it('a name that does not resolve is UNAVAILABLE', async () => {
    const lookup = () => Promise.reject(new Error('ENOTFOUND'));
    const { orders } = connect('dns:nowhere.invalid:1', { lookup });
    const error = await failure(orders.getOrder({ value: '1' }));
    expect(error.code).toBe(Status.UNAVAILABLE);
    expect(error.details).toContain('nowhere.invalid');
  });

  it('wait-for-ready waits for the server, or for the deadline', async () => {
    const port = await deadPort();
    const { orders } = connect(`ipv4:127.0.0.1:${port}`);
    const patient = orders.getOrder({ value: '1' }, { waitForReady: true });
    const hurried = failure(orders.getOrder({ value: '2' }, { waitForReady: true, timeoutMs: 30 }));
    expect((await hurried).code).toBe(Status.DEADLINE_EXCEEDED);
    const server = new Server().addService(OrderManagementDefinition, {
      getOrder: () => order('x'),
    });
    await server.listen({ port });
    closing.push(() => server.close());
    expect((await patient).id).toBe('x');
  });

  it('not more calls wait for a connection than can be held', async () => {
    const lookup = () => new Promise<never>(() => {});
    const { orders, channel } = connect('dns:slow.test:1', { lookup });
    const calls = Array.from({ length: 10_001 }, () => failure(orders.getOrder({ value: '' })));
    expect((await calls[10_000])?.code).toBe(Status.RESOURCE_EXHAUSTED);
    await channel.close();
    expect((await calls[9_999])?.code).toBe(Status.CANCELLED);
    await Promise.all(calls);
  });

  it('a server that accepts and says nothing is not a server', async () => {
    const { port } = await rawServer(() => {});
    const { orders, channel } = connect(`ipv4:127.0.0.1:${port}`);
    const error = await failure(orders.getOrder({ value: '1' }, { timeoutMs: 50 }));
    expect(error).toMatchObject({ code: Status.DEADLINE_EXCEEDED });
    expect(channel.state).toBe('CONNECTING');
  });

  it('a server that speaks something else is UNAVAILABLE', async () => {
    const { port } = await rawServer((socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const { orders } = connect(`ipv4:127.0.0.1:${port}`);
    expect((await failure(orders.getOrder({ value: '1' }))).code).toBe(Status.UNAVAILABLE);
  });

  it('calls on a closed channel fail; those under way may end', async () => {
    const { target } = await serve();
    const { channel, orders } = connect(target);
    const underWay = orders.getOrder({ value: '1' });
    const closed = channel.shutdown();
    expect((await failure(orders.getOrder({ value: '2' }))).code).toBe(Status.UNAVAILABLE);
    expect((await underWay).id).toBe('1');
    await closed;
    expect(channel.state).toBe('SHUTDOWN');
  });

  it('close() cuts off a call that hangs; the server is told', async () => {
    const { server, target } = await serve();
    const { channel, orders } = connect(target);
    const hanging = failure(orders.getOrder({ value: 'slow' }));
    await channel.ready();
    await orders.getOrder({ value: '1' });
    await channel.close();
    expect(await hanging).toMatchObject({ code: Status.CANCELLED });
    expect((await hanging).details).toBe('the channel was closed');
    expect(channel.state).toBe('SHUTDOWN');
    await server.shutdown(); // No handler is left that waits.
  });

  it('shutdown() waits no longer than its grace, and then cuts off', async () => {
    const clock = new FakeClock();
    const { target } = await serve();
    const { channel, orders } = connect(target, { clock });
    const hanging = failure(orders.getOrder({ value: 'slow' }));
    await channel.ready();
    const ended = channel.shutdown(5000);
    const again = channel.shutdown(60_000);
    clock.advance(4999);
    expect(channel.state).toBe('READY');
    clock.advance(1);
    expect(await hanging).toMatchObject({ code: Status.CANCELLED });
    await Promise.all([ended, again]);
    expect(clock.pending).toBe(0);
  });

  it.each([
    { maxReceiveSize: Number.NaN },
    { maxSendSize: -1 },
    { keepaliveMs: 0 },
    { keepaliveTimeoutMs: Number.NaN },
    { idleTimeoutMs: '5' as unknown as number },
    { backoff: { initialMs: Number.NaN } },
    { backoff: { multiplier: 0.5 } },
  ])('a number that is not one is found when the channel is made: %o', (options) => {
    const [name = ''] = Object.keys(options);
    expect(() => new Channel('localhost:1', options)).toThrow(RangeError);
    expect(() => new Channel('localhost:1', options)).toThrow(name);
  });

  it('ready() connects, and gives up with its signal', async () => {
    const { target } = await serve();
    const { channel } = connect(target);
    await channel.ready();
    expect(channel.state).toBe('READY');
    const nowhere = connect(`ipv4:127.0.0.1:${await deadPort()}`);
    await expect(nowhere.channel.ready(AbortSignal.timeout(40))).rejects.toThrow('timeout');
  });
});

describe('addresses', () => {
  it('dns, with the authority that was named', async () => {
    const { port } = await serve();
    const lookup = async (host: string) => (host === 'orders.test' ? ['127.0.0.1'] : []);
    const { orders } = connect(`dns:///orders.test:${port}`, { lookup });
    expect((await orders.getOrder({ value: '1' })).id).toBe('1');
  });

  it('a Unix socket', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'grpc-'));
    const path = join(folder, 'orders.sock');
    closing.push(() => rmSync(folder, { recursive: true }));
    const server = new Server().addService(OrderManagementDefinition, orders);
    await server.listen({ path });
    closing.push(() => server.close());
    const { orders: client } = connect(`unix:${path}`);
    expect((await client.getOrder({ value: '1' })).id).toBe('1');
  });

  it('a resolver of one’s own, that changes its mind', async () => {
    const [a, b] = [await serve(), await serve()];
    let tell: (port: number) => void = () => {};
    const { orders, channel } = connect('registry:orders', {
      resolvers: {
        registry: ({ endpoint }) => ({
          start(listener) {
            expect(endpoint).toBe('orders');
            tell = (port) => listener.resolved({ addresses: [{ host: '127.0.0.1', port }] });
            tell(a.port);
          },
          resolveAgain() {},
          close() {},
        }),
      },
    });
    await orders.getOrder({ value: '1' });
    await a.server.close();
    tell(b.port);
    expect((await orders.getOrder({ value: '2' }, { waitForReady: true })).id).toBe('2');
    expect(channel.state).toBe('READY');
  });

  it('round_robin spreads calls over all of them', async () => {
    const seen: number[] = [];
    const targets: string[] = [];
    for (const n of [0, 1, 2]) {
      const count: ServerInterceptor = (request, call, next) => {
        seen[n] = (seen[n] ?? 0) + 1;
        return next(request, call);
      };
      const { port } = await serve({ interceptors: [count] });
      targets.push(`127.0.0.1:${port}`);
    }
    const { orders, channel } = connect(`ipv4:${targets.join(',')}`, {
      serviceConfig: { loadBalancingConfig: [{ round_robin: {} }] },
    });
    await channel.ready();
    await poll(async () => {
      await orders.getOrder({ value: '1' });
      return seen.filter((n) => n > 0).length;
    }).toBe(3);
    seen.fill(0);
    for (let i = 0; i < 30; i++) await orders.getOrder({ value: '1' });
    expect(seen).toEqual([10, 10, 10]);
  });

  it('several stubs share a channel and several services a port', async () => {
    const { target } = await serve();
    const { orders, greeter } = connect(target);
    const [hello, found] = await Promise.all([
      greeter.sayHello({ name: 'Ada' }),
      orders.getOrder({ value: '1' }),
    ]);
    expect([hello.message, found.id]).toEqual(['Hello, Ada', '1']);
  });
});

describe('endings', () => {
  it('a graceful shutdown loses no call that was accepted', async () => {
    const { server, port } = await serve();
    const { orders } = connect(`ipv4:127.0.0.1:${port}`);
    let ended = 0;
    let refused = 0;
    let running = true;
    const load = Array.from({ length: 20 }, async () => {
      while (running) {
        try {
          await orders.getOrder({ value: 'x' });
          ended++;
        } catch (error) {
          // The port is closed by then; but nothing that was sent may have been lost.
          expect(error).toMatchObject({ code: Status.UNAVAILABLE });
          expect((error as Error).message).toContain('ECONNREFUSED');
          refused++;
          return;
        }
      }
    });
    await poll(() => ended).toBeGreaterThan(200);
    const streaming = collect(orders.searchOrders({ value: '2000' }));
    await orders.getOrder({ value: 'the stream is accepted' });
    await server.shutdown();
    await Promise.all(load);
    running = false;
    expect(await streaming).toHaveLength(2000);
    expect(refused).toBe(20);
  });

  it('a new server on the same port is found again', async () => {
    const first = await startServer();
    const { orders } = connect(`ipv4:127.0.0.1:${first.port}`);
    await orders.getOrder({ value: '1' });
    const cut = failure(orders.getOrder({ value: 'slow' }));
    await new Promise((resolve) => setImmediate(resolve));
    await first.server.close();
    expect((await cut).code).toBe(Status.UNAVAILABLE);
    const second = new Server().addService(OrderManagementDefinition, {
      getOrder: () => order('second'),
    });
    await second.listen({ port: first.port });
    closing.push(() => second.close());
    expect((await orders.getOrder({ value: '1' }, { waitForReady: true })).id).toBe('second');
  });

  it('a connection that is too old is replaced, and no call notices', async () => {
    const peers = new Set<string>();
    const note: ServerInterceptor = (request, call, next) => {
      peers.add(call.peer.address);
      return next(request, call);
    };
    const { target } = await serve({ maxConnectionAgeMs: 30, interceptors: [note] });
    const { orders } = connect(target);
    while (peers.size < 4) {
      const value = String(peers.size);
      expect((await orders.getOrder({ value })).id).toBe(value);
    }
  });

  it('an idle connection is closed, and opened again for the next call', async () => {
    const { target } = await serve({ maxConnectionIdleMs: 20 });
    const { orders, channel } = connect(target);
    await orders.getOrder({ value: '1' });
    await poll(() => channel.state).toBe('IDLE');
    expect((await orders.getOrder({ value: '2' })).id).toBe('2');
  });

  it('more calls at once than the server takes wait for their turn', async () => {
    const { target } = await serve({ maxConcurrentCalls: 3 });
    const { orders } = connect(target);
    const all = Array.from({ length: 50 }, (_, i) => orders.getOrder({ value: String(i) }));
    expect((await Promise.all(all)).map(({ id }) => Number(id))).toEqual(
      Array.from({ length: 50 }, (_, i) => i),
    );
  });
});
