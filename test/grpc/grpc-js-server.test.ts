import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Channel } from '#channel/channel';
import type { CallOptions } from '#grpc/client/call-options';
import { createClient } from '#grpc/client/client';
import { Metadata } from '#grpc/metadata';
import { Status } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import type { ClientStub } from '#protobuf/schema/service-definition';
import { ecommerce, grpc, startGrpcJs } from './grpc-js.ts';
import { collect, failure, order, poll } from './orders.ts';

/** Our client against gRPC's own server for Node. */
let server: grpc.Server;
let channel: Channel;
let client: ClientStub<typeof OrderManagementDefinition, CallOptions>;

// biome-ignore lint/suspicious/noExplicitAny: loaded at run time
type Call = any;
type Done = (error: unknown, response?: unknown, trailers?: grpc.Metadata) => void;

const handlers = {
  addOrder(call: Call, done: Done) {
    const headers = new grpc.Metadata();
    headers.set('x-seen', call.metadata.get('x-sent')[0] ?? 'nothing');
    call.sendMetadata(headers);
    const trailers = new grpc.Metadata();
    for (const value of call.metadata.get('x-sent-bin')) trailers.add('x-seen-bin', value);
    done(null, { value: call.request.id }, trailers);
  },
  getOrder(call: Call, done: Done) {
    if (call.request.value === 'slow') return;
    const metadata = new grpc.Metadata();
    metadata.set('x-hint', 'elsewhere');
    done({ code: grpc.status.NOT_FOUND, details: 'no order ☺', metadata });
  },
  searchOrders(call: Call) {
    for (let i = 0; i < Number(call.request.value); i++) call.write(order(String(i)));
    call.end();
  },
  updateOrders(call: Call, done: Done) {
    const ids: string[] = [];
    call.on('data', ({ id }: { id: string }) => {
      if (id === 'stop') done({ code: grpc.status.ABORTED, details: `after ${ids.length}` });
      ids.push(id);
    });
    call.on('end', () => done(null, { value: ids.join(',') }));
  },
  processOrders(call: Call) {
    call.on('data', ({ value }: { value: string }) => call.write({ id: `for ${value}` }));
    call.on('end', () => call.end());
  },
};

beforeAll(async () => {
  const started = await startGrpcJs(ecommerce.OrderManagement.service, handlers);
  server = started.server;
  channel = new Channel(started.target);
  client = createClient(OrderManagementDefinition, channel, { defaults: { timeoutMs: 10_000 } });
});

afterAll(async () => {
  await channel.close();
  server.forceShutdown();
});

describe('the four kinds', () => {
  it('unary, with metadata both ways', async () => {
    let headers = new Metadata();
    let trailers = new Metadata();
    const response = await client.addOrder(order('7'), {
      metadata: new Metadata({ 'x-sent': 'value', 'x-sent-bin': Uint8Array.of(0, 255, 254) }),
      onHeaders: (received) => {
        headers = received;
      },
      onTrailers: (received) => {
        trailers = received;
      },
    });
    expect(response.value).toBe('7');
    expect(headers.getAll('x-seen')).toEqual(['value']);
    expect(trailers.getAll('x-seen-bin')).toEqual([Uint8Array.of(0, 255, 254)]);
  });

  it('server streaming', async () => {
    const found = await collect(client.searchOrders({ value: '500' }));
    expect(found.map(({ id }) => id)).toEqual(Array.from({ length: 500 }, (_, i) => String(i)));
  });

  it('client streaming, from an array and from a generator', async () => {
    const ids = Array.from({ length: 100 }, (_, i) => String(i));
    const all = ids.map((id) => order(id));
    expect((await client.updateOrders(all)).value).toBe(ids.join(','));
    async function* later() {
      for (const each of all) {
        await null;
        yield each;
      }
    }
    expect((await client.updateOrders(later())).value).toBe(ids.join(','));
  });

  it('client streaming that the server ends first stops the generator', async () => {
    let stopped = false;
    async function* endless() {
      try {
        yield order('a');
        yield order('stop');
        for (;;) {
          await new Promise((resolve) => setImmediate(resolve));
          yield order('more');
        }
      } finally {
        stopped = true;
      }
    }
    const error = await failure(client.updateOrders(endless()));
    expect(error).toMatchObject({ code: Status.ABORTED, details: 'after 1' });
    await poll(() => stopped).toBe(true);
  });

  it('bidirectional', async () => {
    const shipments = await collect(client.processOrders([{ value: 'a' }, { value: 'b' }]));
    expect(shipments.map(({ id }) => id)).toEqual(['for a', 'for b']);
  });
});

describe('what goes wrong', () => {
  it('a status with text and trailers', async () => {
    const error = await failure(client.getOrder({ value: 'missing' }));
    expect(error).toMatchObject({ code: Status.NOT_FOUND, details: 'no order ☺' });
    expect(error.metadata.get('x-hint')).toBe('elsewhere');
  });

  it('a deadline', async () => {
    const error = await failure(client.getOrder({ value: 'slow' }, { timeoutMs: 30 }));
    expect(error.code).toBe(Status.DEADLINE_EXCEEDED);
  });

  it('no time at all', async () => {
    const error = await failure(client.addOrder(order('1'), { timeoutMs: 0 }));
    expect(error.code).toBe(Status.DEADLINE_EXCEEDED);
  });

  it('a cancellation before and during the call', async () => {
    const before = await failure(client.getOrder({ value: '' }, { signal: AbortSignal.abort() }));
    expect(before.code).toBe(Status.CANCELLED);
    const cancel = new AbortController();
    const during = failure(client.getOrder({ value: 'slow' }, { signal: cancel.signal }));
    setTimeout(() => cancel.abort(), 20);
    expect((await during).code).toBe(Status.CANCELLED);
  });

  it('leaving a stream early cancels it', async () => {
    let ended: number | undefined;
    const onTrailers = (_: Metadata, { code }: { code: number }) => {
      ended = code;
    };
    for await (const { id } of client.searchOrders({ value: '1000' }, { onTrailers })) {
      if (id === '10') break;
    }
    expect(ended).toBe(Status.CANCELLED);
  });

  it('a stream of requests that throws gives its own error to the caller', async () => {
    const failing = async function* () {
      yield order('a');
      throw new Error('my own');
    };
    await expect(client.updateOrders(failing())).rejects.toThrow('my own');
  });
});

it('gzip both ways', async () => {
  const id = 'z'.repeat(5000);
  expect((await client.addOrder(order(id), { compression: 'gzip' })).value).toBe(id);
});
