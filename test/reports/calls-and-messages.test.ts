import * as http2 from 'node:http2';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { fromHex, toHex } from '#bytes/hex';
import { Channel } from '#channel/channel';
import type { ChannelOptions } from '#channel/channel-options';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { Metadata } from '#grpc/metadata';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import { Status } from '#grpc/status';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { FakeClock } from '#time/fake-clock';
import { collect, failure, order, startServer } from '../grpc/orders.ts';
import { Color, Everything } from '../protobuf/generated/everything.ts';

/**
 * What other people's gRPC, HTTP/2 and Protobuf libraries got wrong in a call and its messages. Each
 * test is a public bug report, replayed on this stack.
 */
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

function connect(port: number, options: ChannelOptions = {}) {
  const channel = new Channel(`ipv4:127.0.0.1:${port}`, options);
  closing.push(() => channel.close());
  return createClient(OrderManagementDefinition, channel);
}

/** A server whose `getOrder` does what the test says. */
async function answering(
  getOrder: (attempt: number, call: ServerCall) => Order | Promise<Order>,
  method: object = {},
  more: object = {},
  options: ChannelOptions = {},
) {
  const seen: (string | undefined)[] = [];
  const server = new Server({ onHandlerError: () => {} }).addService(OrderManagementDefinition, {
    getOrder: (_, call) => {
      seen.push(call.metadata.get('grpc-previous-rpc-attempts'));
      return getOrder(seen.length, call);
    },
  });
  const { port } = await server.listen({ port: 0 });
  closing.push(() => server.close());
  const serviceConfig = { methodConfig: [{ name: [{}], ...method }], ...more };
  return { orders: connect(port, { serviceConfig, ...options }), seen };
}

const unavailable = (metadata?: Metadata): never => {
  throw new GrpcError(Status.UNAVAILABLE, 'not now', metadata);
};

const hedgingPolicy = {
  maxAttempts: 3,
  hedgingDelay: '1000s',
  nonFatalStatusCodes: ['UNAVAILABLE'],
};

describe('sending again', () => {
  it('grpc-java #10145: a failure that is not fatal does not bring the next hedge forward', async () => {
    const { orders, seen } = await answering((n) => (n < 3 ? unavailable() : order('third')), {
      hedgingPolicy,
    });
    expect((await orders.getOrder({ value: '' })).id).toBe('third');
    expect(seen).toEqual([undefined, '1', '2']);
  });

  it('grpc-java #7222: a hedged call whose retries are throttled never ends', async () => {
    const { orders, seen } = await answering(
      () => unavailable(),
      { hedgingPolicy },
      { retryThrottling: { maxTokens: 2, tokenRatio: 0.1 } },
    );
    for (let i = 0; i < 3; i++) {
      expect(await failure(orders.getOrder({ value: '' }))).toMatchObject({
        code: Status.UNAVAILABLE,
      });
    }
    expect(seen.length).toBeLessThanOrEqual(4);
  });

  it('grpc #32292: attempts after the first do not say how many there were before', async () => {
    const { orders, seen } = await answering((n) => (n < 3 ? unavailable() : order('third')), {
      retryPolicy: {
        maxAttempts: 3,
        initialBackoff: '0.001s',
        maxBackoff: '0.001s',
        backoffMultiplier: 1,
        retryableStatusCodes: ['UNAVAILABLE'],
      },
    });
    const metadata = new Metadata({ 'x-order': 'one' });
    expect((await orders.getOrder({ value: '' }, { metadata })).id).toBe('third');
    expect(seen).toEqual([undefined, '1', '2']);
    // And what the caller gave is as it was.
    expect([...metadata]).toEqual([['x-order', 'one']]);
  });

  it('grpc/proposal #43: a pushback of -1, or one that is not a number, is retried all the same', async () => {
    for (const pushback of ['-1', 'soon', '1.5']) {
      const metadata = new Metadata({ 'grpc-retry-pushback-ms': pushback });
      const { orders, seen } = await answering(() => unavailable(metadata), { hedgingPolicy });
      expect(await failure(orders.getOrder({ value: '' }))).toMatchObject({
        code: Status.UNAVAILABLE,
      });
      expect(seen).toHaveLength(1);
    }
  });
});

describe('deadlines', () => {
  it.each([
    ['grpc-node #1167: of 25 days', 25 * 24 * 3600_000],
    ['grpc-dotnet #751: of 50 days', 50 * 24 * 3600_000],
    ['grpc #5827: of 32 years', 0x3c00_0001 * 1000],
    ['grpc-java #6082: of 300 years', 300 * 365 * 24 * 3600_000],
  ])('%s expires at once, or never starts', async (_, timeoutMs) => {
    let left: number | undefined;
    const { orders } = await answering((_n, call) => {
      left = call.timeLeft();
      return order('in time');
    });
    expect((await orders.getOrder({ value: '' }, { timeoutMs })).id).toBe('in time');
    expect(left).toBeGreaterThan(24 * 24 * 3600_000);
  });

  it('grpc-go #1818: a stream ends early because its timeout is the service config’s', async () => {
    const { server, port } = await startServer();
    closing.push(() => server.close());
    const clock = new FakeClock();
    const serviceConfig = { methodConfig: [{ name: [{}], timeout: '5s' }] };
    const orders = connect(port, { clock, serviceConfig });
    const stream = orders.searchOrders({ value: '3' })[Symbol.asyncIterator]();
    await stream.next();
    clock.advance(4000);
    expect((await stream.next()).value?.id).toBe('1');
    expect((await stream.next()).value?.id).toBe('2');
    expect((await stream.next()).done).toBe(true);
  });
});

describe('ending early', () => {
  it('grpc-go #188: a handler that is blocked in a write is not told that its client has left', async () => {
    let released!: (state: string) => void;
    const state = new Promise<string>((resolve) => {
      released = resolve;
    });
    const server = new Server().addService(OrderManagementDefinition, {
      async *searchOrders() {
        try {
          for (;;) yield order('x', { description: 'x'.repeat(10_000) });
        } finally {
          released('released');
        }
      },
    });
    const { port } = await server.listen({ port: 0 });
    closing.push(() => server.close());
    const orders = connect(port);
    for await (const { id } of orders.searchOrders({ value: '' })) {
      expect(id).toBe('x');
      // The window fills.
      for (let i = 0; i < 100; i++) await new Promise((resolve) => setImmediate(resolve));
      break;
    }
    expect(await state).toBe('released');
  });

  it('ysbaddaden/http2 #3, nghttp2 #253: data of streams that were cancelled uses up the connection', async () => {
    const { server, port } = await startServer();
    closing.push(() => server.close());
    const orders = connect(port);
    for (let i = 0; i < 300; i++) {
      for await (const { id } of orders.searchOrders({ value: '1000' })) {
        expect(id).toBe('0');
        break;
      }
    }
    expect(await collect(orders.searchOrders({ value: '2000' }))).toHaveLength(2000);
  });
});

/** A server that is not ours: Node's own HTTP/2. */
async function stranger(
  onStream: (stream: http2.ServerHttp2Stream) => void,
  settings: http2.Settings = {},
) {
  const sessions = new Set<http2.ServerHttp2Session>();
  const server = http2.createServer({ settings });
  server.on('session', (session) => {
    sessions.add(session);
    session.on('error', () => {});
  });
  server.on('stream', (stream) => {
    stream.on('error', () => {});
    onStream(stream);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => {
    for (const session of sessions) session.destroy();
    server.close();
  });
  return (server.address() as { port: number }).port;
}

const HEAD = { ':status': 200, 'content-type': 'application/grpc' };
const framed = (flag: number, bytes: Uint8Array) => {
  const all = new Uint8Array(5 + bytes.length);
  all[0] = flag;
  new DataView(all.buffer).setUint32(1, bytes.length);
  all.set(bytes, 5);
  return all;
};

function respond(
  stream: http2.ServerHttp2Stream,
  head: http2.OutgoingHttpHeaders,
  body: Uint8Array,
  trailers: http2.OutgoingHttpHeaders = { 'grpc-status': '0' },
): void {
  stream.respond({ ...HEAD, ...head }, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers(trailers));
  stream.end(body);
}

describe('compression', () => {
  it('grpc-node #3065: a compressed message of no bytes has no code, or hangs', async () => {
    const empty = framed(1, new Uint8Array(0));
    const port = await stranger((stream) => respond(stream, { 'grpc-encoding': 'gzip' }, empty));
    const error = await failure(connect(port).getOrder({ value: '' }));
    expect(error.code).toBe(Status.INTERNAL);
  });

  it('grpc #27628: several gzip members in one message are one message', async () => {
    const bytes = Order.encode(order('in two members', { description: 'x'.repeat(500) }));
    const members = [bytes.subarray(0, 100), bytes.subarray(100)].map((part) => gzipSync(part));
    const body = framed(1, new Uint8Array(Buffer.concat(members)));
    const port = await stranger((stream) => respond(stream, { 'grpc-encoding': 'gzip' }, body));
    expect((await connect(port).getOrder({ value: '' })).id).toBe('in two members');
  });

  it('grpc #27628: and together they are not larger than the limit', async () => {
    const member = gzipSync(new Uint8Array(1024 * 1024));
    const members = Array.from({ length: 100 }, () => member);
    const body = framed(1, new Uint8Array(Buffer.concat(members)));
    const port = await stranger((stream) => respond(stream, { 'grpc-encoding': 'gzip' }, body));
    const error = await failure(connect(port).getOrder({ value: '' }));
    expect(error.code).toBe(Status.RESOURCE_EXHAUSTED);
  });

  it('grpc-go #6831: empty messages are compressed, and so made longer', async () => {
    const flags: number[] = [];
    const port = await stranger((stream) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        flags.push(Buffer.concat(chunks)[0]!);
        respond(stream, {}, framed(0, new Uint8Array(0)));
      });
    });
    await connect(port).getOrder({ value: '' }, { compression: 'gzip' });
    await connect(port).getOrder({ value: 'x'.repeat(1000) }, { compression: 'gzip' });
    expect(flags).toEqual([0, 1]);
  });
});

describe('what peers and proxies send', () => {
  it('waiter #872: a status in the headers, and then an empty DATA in place of trailers', async () => {
    const port = await stranger((stream) => {
      stream.respond({ ...HEAD, 'grpc-status': '14', 'grpc-message': 'by the proxy' });
      stream.end();
    });
    const error = await failure(connect(port).getOrder({ value: '' }));
    expect(error.code).not.toBe(Status.OK);
  });

  it('envoy #3619: a proxy’s own 504, without any status of gRPC', async () => {
    const port = await stranger((stream) => {
      stream.respond({ ':status': 504, 'content-type': 'text/plain' });
      stream.end('upstream request timeout');
    });
    expect(await failure(connect(port).getOrder({ value: '' }))).toMatchObject({
      code: Status.UNAVAILABLE,
    });
  });

  it('apisix #11988: a grpc-status that comes twice', async () => {
    const trailers = { 'grpc-status': ['0', '13'] };
    const body = framed(0, Order.encode(order('x')));
    const port = await stranger((stream) => respond(stream, {}, body, trailers));
    expect((await failure(connect(port).getOrder({ value: '' }))).code).not.toBe(Status.OK);
  });

  it('grpc-node #2093: a path without its first slash', async () => {
    const { server, port } = await startServer();
    closing.push(() => server.close());
    const session = http2.connect(`http://127.0.0.1:${port}`);
    closing.push(() => session.destroy());
    for (const path of ['ecommerce.OrderManagement/getOrder', '/', '//', '*', '/a/b/c?d']) {
      const stream = session.request({
        ':method': 'POST',
        ':path': path,
        'content-type': 'application/grpc',
        te: 'trailers',
      });
      stream.end(framed(0, new Uint8Array(0)));
      const status = await new Promise((resolve, reject) => {
        stream.on('response', (headers) => resolve(headers['grpc-status']));
        stream.on('error', reject);
      });
      expect(status, path).toBe('12');
      stream.resume();
    }
  });
});

describe('windows', () => {
  it('bun #33602, nghttp2 #1680: a window that SETTINGS makes negative is overrun, or stuck', async () => {
    const sizes: number[] = [];
    const port = await stranger((stream) => {
      stream.once('data', () => {
        // The client has used some of its 65,535 octets; now it has fewer than none.
        stream.session?.settings({ initialWindowSize: 10 });
      });
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
      });
      stream.on('end', () => {
        sizes.push(size);
        respond(stream, {}, framed(0, new Uint8Array(0)));
      });
    });
    const large = order('large', { description: 'x'.repeat(90_000) });
    await connect(port).addOrder(large, { timeoutMs: 20_000 });
    expect(sizes[0]).toBe(5 + Order.encode(large).length);
  });

  it('python-hyper/h2 #137: the largest windows that there are', async () => {
    const port = await stranger(
      (stream) => {
        stream.session?.setLocalWindowSize?.(2 ** 31 - 1);
        stream.resume();
        stream.on('end', () => respond(stream, {}, framed(0, new Uint8Array(0))));
      },
      { initialWindowSize: 2 ** 31 - 1, maxFrameSize: 16_777_215 },
    );
    const orders = connect(port);
    for (let i = 0; i < 3; i++) {
      await orders.addOrder(order('large', { description: 'x'.repeat(300_000) }));
    }
  });
});

describe('Protobuf', () => {
  it('protobuf-c #199, dart #347: negative int32 and enum values are ten bytes', () => {
    const bytes = Everything.encode({ anInt32: -1, aColor: Color.INFRARED });
    const minusOne = 'ff ff ff ff ff ff ff ff ff 01';
    expect(toHex(bytes).split(minusOne)).toHaveLength(3);
    expect(Everything.decode(bytes)).toMatchObject({ anInt32: -1, aColor: Color.INFRARED });
  });

  it('mafintosh #62, bytebuffer.js #3: and are read in five bytes, too', () => {
    const [tag] = Everything.encode({ anInt32: 1 });
    const five = fromHex(`${toHex(Uint8Array.of(tag!))} f1 ff ff ff 0f`);
    expect(Everything.decode(five).anInt32).toBe(-15);
  });

  it('protobuf #8474, swift-protobuf #526, protobuf-c #91: a message in two pieces is merged', () => {
    const inside = [{ aString: 'a' }, { anInt32: 7 }];
    const chosen = [{ x: 1 }, { y: 2 }];
    const joined = [0, 1].flatMap((i) => [
      ...Everything.encode({
        inside: inside[i]!,
        choice: { case: 'chosenPoint', value: chosen[i]! },
      }),
    ]);
    expect(Everything.decode(Uint8Array.from(joined))).toMatchObject({
      inside: { aString: 'a', anInt32: 7 },
      choice: { case: 'chosenPoint', value: { x: 1, y: 2 } },
    });
  });
});
