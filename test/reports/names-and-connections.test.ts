import * as http2 from 'node:http2';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Channel } from '#channel/channel';
import type { ChannelOptions } from '#channel/channel-options';
import type { Dial } from '#channel/connections/subchannel';
import type { ResolverListener } from '#channel/names/resolver';
import { createClient } from '#grpc/client/client';
import type { ServerOptions } from '#grpc/server/server-options';
import { Status } from '#grpc/status';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { FakeClock } from '#time/fake-clock';
import { failure, order, poll, startServer } from '../grpc/orders.ts';

/**
 * What other people's gRPC clients got wrong between a name and a connection. Each test is a public
 * bug report, replayed on this stack.
 */
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function serve(options?: ServerOptions) {
  const started = await startServer(options);
  closing.push(() => started.server.close());
  return started;
}

function connect(target: string, options: ChannelOptions = {}) {
  const channel = new Channel(target, options);
  closing.push(() => channel.close());
  const orders = createClient(OrderManagementDefinition, channel, {
    defaults: { timeoutMs: 10_000 },
  });
  return { channel, orders };
}

/** A channel whose resolver says what the test wants. */
function resolved(options: ChannelOptions = {}) {
  let listener!: ResolverListener;
  let asked = 0;
  const registry = () => ({
    start(its: ResolverListener) {
      listener = its;
    },
    resolveAgain() {
      asked++;
    },
    close() {},
  });
  const connected = connect('registry:orders', { resolvers: { registry }, ...options });
  return {
    ...connected,
    asked: () => asked,
    resolve: (...ports: number[]) =>
      listener.resolved({ addresses: ports.map((port) => ({ host: '127.0.0.1', port })) }),
  };
}

const ROUND_ROBIN = { loadBalancingConfig: [{ round_robin: {} }] };
const value = (n: number | string) => ({ value: String(n) });

describe('balancing', () => {
  it('grpc-go #8615: pick_first stays IDLE if its address goes while it reconnects', async () => {
    const [a, b] = [await serve(), await serve()];
    const { orders, channel, resolve } = resolved({ backoff: { initialMs: 10, maxMs: 20 } });
    const first = orders.getOrder(value(1));
    resolve(a.port);
    await first;
    await a.server.close();
    await poll(() => channel.state).toBe('IDLE');
    const second = orders.getOrder(value(2), { waitForReady: true });
    resolve(b.port);
    expect((await second).id).toBe('2');
  });

  it('grpc #18222: GOAWAY while an update of the addresses is pending fails calls', async () => {
    const [a, b] = [await serve(), await serve()];
    const { orders, resolve } = resolved();
    const first = orders.getOrder(value(1));
    resolve(a.port);
    await first;
    const going = a.server.shutdown();
    resolve(b.port);
    const calls = Array.from({ length: 20 }, (_, i) => orders.getOrder(value(i)));
    expect((await Promise.all(calls)).map(({ id }) => id)).toHaveLength(20);
    await going;
  });

  it('grpc-go #3339: round_robin with all servers down is CONNECTING for ever, and calls wait', async () => {
    const { orders, channel, resolve } = resolved({ serviceConfig: ROUND_ROBIN });
    const first = failure(orders.getOrder(value(1)));
    resolve(1, 2, 3);
    expect(await first).toMatchObject({ code: Status.UNAVAILABLE });
    expect(channel.state).toBe('TRANSIENT_FAILURE');
    const states: string[] = [];
    channel.onStateChange((state) => states.push(state));
    for (let i = 0; i < 5; i++) {
      expect(await failure(orders.getOrder(value(i)))).toMatchObject({ code: Status.UNAVAILABLE });
    }
    expect(states).toEqual([]);
  });

  it('grpc-node #2666: round_robin does not reconnect to a server that sent GOAWAY', async () => {
    const [a, b] = [await serve({ maxConnectionAgeMs: 30 }), await serve()];
    const { orders, resolve, asked } = resolved({ serviceConfig: ROUND_ROBIN });
    const first = orders.getOrder(value(1));
    resolve(a.port, b.port);
    await first;
    // grpc-node #1663: and it asks for the addresses again, because there may be others by now.
    await poll(asked).toBeGreaterThan(2);
    await orders.getOrder(value(2));
  });

  it('grpc-go #5260: an empty list is a channel that still uses the servers that are gone', async () => {
    for (const serviceConfig of [{}, ROUND_ROBIN]) {
      const { port } = await serve();
      const { orders, channel, resolve } = resolved({ serviceConfig });
      const first = orders.getOrder(value(1));
      resolve(port);
      await first;
      resolve();
      expect(channel.state).toBe('TRANSIENT_FAILURE');
      const error = await failure(orders.getOrder(value(2)));
      expect(error).toMatchObject({ code: Status.UNAVAILABLE });
      expect(error.details).toContain('has no addresses');
      resolve(port);
      expect((await orders.getOrder(value(3))).id).toBe('3');
    }
  });

  it('grpc-go #4347: each update of the addresses leaks the connections of the last one', async () => {
    const { port } = await serve();
    const clock = new FakeClock();
    let open = 0;
    const dial: Dial = (_, __, ___, signal) =>
      new Promise((_resolve, reject) => {
        open++;
        signal.addEventListener('abort', () => {
          open--;
          reject(signal.reason);
        });
      });
    for (const serviceConfig of [{}, ROUND_ROBIN]) {
      const { channel, resolve } = resolved({ clock, dial, serviceConfig });
      channel.connect();
      for (let i = 0; i < 1000; i++) resolve(port, 10_000 + i, 20_000 + i);
      expect(open).toBeLessThanOrEqual(3);
      await channel.close();
      expect(open).toBe(0);
    }
    expect(clock.pending).toBe(0);
  });

  it('qore #5379: an address that swallows packets holds the call until its deadline', async () => {
    const { port } = await serve();
    const clock = new FakeClock();
    const tried: string[] = [];
    const { orders } = connect('dns:orders.test:1', {
      clock,
      lookup: async () => ['2001:db8::1', '127.0.0.1'],
      dial: (address, ...rest) => {
        tried.push('host' in address ? address.host : '');
        if (tried.length === 1) return new Promise(() => {});
        return realDial(port)(address, ...rest);
      },
    });
    const call = orders.getOrder(value(1));
    await poll(() => tried).toEqual(['2001:db8::1']);
    clock.advance(250);
    expect((await call).id).toBe('1');
  });
});

/** Dials through a channel's own code, to another port. */
function realDial(port: number): Dial {
  return async (_address, keepaliveMs, events, signal) => {
    const { createDial } = await import('#channel/connections/dial');
    const dial = createDial({
      tls: undefined,
      serverName: () => '',
      http2: {},
      clock: new FakeClock(),
      keepaliveTimeoutMs: undefined,
      keepaliveWithoutCalls: false,
    });
    return dial({ host: '127.0.0.1', port }, keepaliveMs, events, signal);
  };
}

describe('names', () => {
  it('grpc #8519: a deadline does not hold while the name is being resolved', async () => {
    const clock = new FakeClock();
    const { orders } = connect('dns:nowhere.test:1', {
      clock,
      lookup: () => new Promise(() => {}),
    });
    for (const waitForReady of [false, true]) {
      const call = failure(orders.getOrder(value(1), { timeoutMs: 2000, waitForReady }));
      clock.advance(2004);
      expect(await call).toMatchObject({ code: Status.DEADLINE_EXCEEDED });
      // grpc #25158: and does not say that it was the name.
      expect((await call).details).toContain('name was not resolved');
    }
  });

  it('grpc #25158: a call that waits for ready does not tell the last error of its name', async () => {
    const clock = new FakeClock();
    const { orders, channel } = connect('dns:nowhere.test:1', {
      clock,
      lookup: () => Promise.reject(new Error('getaddrinfo ENOTFOUND')),
    });
    const call = failure(orders.getOrder(value(1), { timeoutMs: 2000, waitForReady: true }));
    await poll(() => channel.state).toBe('TRANSIENT_FAILURE');
    clock.advance(2004);
    expect((await call).details).toContain('ENOTFOUND');
  });

  it('grpc #13627, #12272: a name that does not resolve holds calls that must not wait', async () => {
    const lookup = () => Promise.reject(new Error('ENOTFOUND'));
    const { orders } = connect('dns:nowhere.test:1', { lookup });
    const calls = Array.from({ length: 5 }, () => failure(orders.getOrder(value(1))));
    for (const error of await Promise.all(calls)) expect(error.code).toBe(Status.UNAVAILABLE);
    expect((await failure(orders.getOrder(value(2)))).code).toBe(Status.UNAVAILABLE);
  });

  it('grpc-node #2080: timers of the resolver pile up while a name does not resolve', async () => {
    const clock = new FakeClock();
    const lookup = () => Promise.reject(new Error('ENOTFOUND'));
    const { orders, channel } = connect('dns:nowhere.test:1', { clock, lookup });
    for (let i = 0; i < 200; i++) {
      await failure(orders.getOrder(value(i)));
      clock.advance(500);
    }
    expect(clock.pending).toBeLessThanOrEqual(2);
    await channel.close();
    expect(clock.pending).toBe(0);
  });

  it('grpc #14170: when all servers are down their DNS server is asked without end', async () => {
    const clock = new FakeClock();
    let asked = 0;
    const { orders, channel } = connect('dns:orders.test:1', {
      clock,
      serviceConfig: ROUND_ROBIN,
      lookup: async () => {
        asked++;
        return ['127.0.0.1', '127.0.0.2', '127.0.0.3'];
      },
      dial: () => Promise.reject(new Error('down')),
    });
    await failure(orders.getOrder(value(1)));
    expect(channel.state).toBe('TRANSIENT_FAILURE');
    for (let second = 0; second < 60; second++) {
      clock.advance(1000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(asked).toBeLessThanOrEqual(3); // at the beginning, and every 30 s
  });

  it.each([
    ['grpc #38142: the path of a Unix socket', 'unix:/tmp/%00/x.sock', {}, 'localhost'],
    ['grpc-go #2628: nothing at all', 'localhost:1', { authority: '' }, 'localhost:1'],
    ['hyperium/h2 #442: a slash', 'registry:orders/blue', {}, 'orders%2Fblue'],
  ])('%s as the authority', async (_, target, options, expected) => {
    const { port } = await serve();
    const { port: other, authorities } = await recordAuthority();
    expect(port).toBeGreaterThan(0);
    const registry = () => ({
      start: (its: ResolverListener) =>
        its.resolved({ addresses: [{ host: '127.0.0.1', port: other }] }),
      resolveAgain() {},
      close() {},
    });
    const { orders } = connect(target, {
      resolvers: { registry },
      dial: realDial(other),
      ...options,
    });
    await orders.getOrder(value(1));
    expect(authorities).toEqual([expected]);
  });
});

async function recordAuthority() {
  const authorities: string[] = [];
  const { port } = await serve({
    interceptors: [
      (request, call, next) => {
        authorities.push(call.authority);
        return next(request, call);
      },
    ],
  });
  return { port, authorities };
}

/** A server that is not ours: Node's own HTTP/2. */
async function stranger(
  onStream: (stream: http2.ServerHttp2Stream, headers: http2.IncomingHttpHeaders) => void,
) {
  const server = http2.createServer();
  const sessions = new Set<http2.ServerHttp2Session>();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('error', () => {});
    session.on('close', () => sessions.delete(session));
  });
  server.on('stream', (stream, headers) => {
    stream.on('error', () => {});
    onStream(stream, headers);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => {
    for (const session of sessions) session.destroy();
    server.close();
  });
  return { port: (server.address() as { port: number }).port, sessions };
}

const HEAD = { ':status': 200, 'content-type': 'application/grpc' };
const message = (bytes: Uint8Array) => {
  const framed = new Uint8Array(5 + bytes.length);
  new DataView(framed.buffer).setUint32(1, bytes.length);
  framed.set(bytes, 5);
  return framed;
};
const ORDER = message(Order.encode(order('there')));

function answer(stream: http2.ServerHttp2Stream): void {
  stream.respond(HEAD, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
  stream.end(ORDER);
}

describe('connections', () => {
  it('grpc #24069, nginx keepalive_requests: one abrupt GOAWAY and a FIN fail calls', async () => {
    let served = 0;
    const { port } = await stranger((stream) => {
      answer(stream);
      const { session } = stream;
      if (++served % 10 === 0) {
        session?.goaway(0, stream.id);
        session?.close();
      }
    });
    const { orders } = connect(`ipv4:127.0.0.1:${port}`);
    for (let i = 0; i < 100; i++) expect((await orders.getOrder(value(i))).id).toBe('there');
    expect(served).toBe(100);
  });

  it('HTTP.jl #1360: 103 Early Hints are taken for the response', async () => {
    const { port } = await stranger((stream) => {
      stream.additionalHeaders({ ':status': 103, link: '</style.css>; rel=preload' });
      stream.additionalHeaders({ ':status': 103, link: '</other.css>; rel=preload' });
      answer(stream);
    });
    const { orders } = connect(`ipv4:127.0.0.1:${port}`);
    expect((await orders.getOrder(value(1))).id).toBe('there');
  });

  it('corefx #40513: RST_STREAM(NO_ERROR) behind a whole response fails the call', async () => {
    const { port } = await stranger((stream) => {
      stream.respond(HEAD, { waitForTrailers: true });
      stream.on('wantTrailers', () => {
        stream.sendTrailers({ 'grpc-status': '0' });
        setImmediate(() => stream.close(http2.constants.NGHTTP2_NO_ERROR));
      });
      stream.end(message(new Uint8Array(0)));
    });
    const { orders } = connect(`ipv4:127.0.0.1:${port}`);
    const endless = (async function* () {
      for (let i = 0; ; i++) {
        yield order(String(i));
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    expect((await orders.updateOrders(endless)).value).toBe('');
  });

  it('grpc #8563, #8585: a status before the client’s end hangs, if no RST_STREAM follows', async () => {
    const closed = vi.fn();
    const { port } = await stranger((stream) => {
      stream.respond({ ...HEAD, 'grpc-status': '7', 'grpc-message': 'no' }, { endStream: true });
      stream.on('close', () => closed(stream.rstCode));
    });
    const { orders } = connect(`ipv4:127.0.0.1:${port}`);
    const never = (async function* () {
      yield order('1');
      await new Promise(() => {});
    })();
    const error = await failure(orders.updateOrders(never));
    expect(error).toMatchObject({ code: Status.PERMISSION_DENIED, details: 'no' });
    // grpc-go #835: and the client lets the server, and proxies, know that it is done.
    await poll(() => closed.mock.calls).toEqual([[http2.constants.NGHTTP2_NO_ERROR]]);
  });

  it('dotnet/runtime #44669: a burst beyond the server’s limit is refused, and not sent again', async () => {
    const { port } = await serve({ maxConcurrentCalls: 2 });
    const { orders } = connect(`ipv4:127.0.0.1:${port}`);
    const calls = Array.from({ length: 50 }, (_, i) => orders.getOrder(value(i)));
    expect((await Promise.all(calls)).map(({ id }) => Number(id))).toEqual([...calls.keys()]);
  });

  it('haproxy #1498, nghttp2 #396: any SETTINGS_HEADER_TABLE_SIZE of the peer is kept to', async () => {
    for (const headerTableSize of [0, 100, 4095, 4096, 4097, 65_536]) {
      const server = http2.createServer({ settings: { headerTableSize } });
      server.on('session', (session) => session.on('error', () => {}));
      server.on('stream', answer);
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const { port } = server.address() as { port: number };
      const { orders, channel } = connect(`ipv4:127.0.0.1:${port}`);
      for (let i = 0; i < 5; i++) expect((await orders.getOrder(value(i))).id).toBe('there');
      await channel.close();
      server.close();
    }
  });

  it('grpc #33661: after too_many_pings each new connection pings as often as the last', async () => {
    for (const serviceConfig of [{}, ROUND_ROBIN]) {
      const keepalives: (number | undefined)[] = [];
      const { port } = await serve();
      let tooMany!: () => void;
      const clock = new FakeClock();
      const dial: Dial = (address, keepaliveMs, events, signal) => {
        keepalives.push(keepaliveMs);
        tooMany = () => events.goingAway(true);
        return realDial(port)(address, keepaliveMs, events, signal);
      };
      const { orders } = connect('ipv4:127.0.0.1:1', {
        clock,
        dial,
        serviceConfig,
        keepaliveMs: 10_000,
      });
      for (let i = 0; i < 3; i++) {
        await orders.getOrder(value(i), { waitForReady: true });
        tooMany();
      }
      expect(keepalives.slice(0, 3)).toEqual([10_000, 20_000, 40_000]);
    }
  });
});
