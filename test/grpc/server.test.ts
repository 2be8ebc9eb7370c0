import { afterEach, describe, expect, it } from 'vitest';
import { Channel } from '#channel/channel';
import type { ChannelOptions } from '#channel/channel-options';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { Metadata } from '#grpc/metadata';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import type { ServerOptions } from '#grpc/server/server-options';
import { Status } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import type { ServerImplementation } from '#protobuf/schema/service-definition';
import { FakeClock } from '#time/fake-clock';
import { collect, failure, order, orders } from './orders.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Handlers = Partial<ServerImplementation<typeof OrderManagementDefinition, ServerCall>>;

async function world(
  handlers: Handlers = {},
  serverOptions: ServerOptions = {},
  channelOptions: ChannelOptions = {},
) {
  const reported: unknown[] = [];
  const server = new Server({ onHandlerError: (error) => reported.push(error), ...serverOptions });
  server.addService(OrderManagementDefinition, { ...orders, ...handlers });
  const { port } = await server.listen({ port: 0 });
  const channel = new Channel(`ipv4:127.0.0.1:${port}`, channelOptions);
  closing.push(
    () => server.close(),
    () => channel.close(),
  );
  const client = createClient(OrderManagementDefinition, channel, {
    defaults: { timeoutMs: 20_000 },
  });
  return { client, server, reported };
}

describe('a server that was shut down', () => {
  it('does not listen again, and says why', async () => {
    for (const end of ['close', 'shutdown'] as const) {
      const server = new Server();
      await server[end]();
      await expect(server.listen({ port: 0 })).rejects.toThrow('has been shut down');
    }
  });

  it('nor does one that is shut down while it begins to listen', async () => {
    const server = new Server();
    const listening = server.listen({ port: 0 });
    await server.close();
    await expect(listening).rejects.toThrow('has been shut down');
  });
});

it.each([
  { maxReceiveSize: Number.NaN },
  { maxSendSize: -1 },
  { maxMetadataSize: '1' as never },
  { maxConcurrentCalls: Number.NaN },
  { initialWindowSize: 0 },
  { keepaliveMs: Number.NaN },
  { maxConnectionAgeMs: Number.NaN },
])('%j is refused when the server is made', (options) => {
  expect(() => new Server(options)).toThrow(RangeError);
});

describe('call.shutdownSignal', () => {
  it('tells a handler that the server is going; the call may still end well', async () => {
    let seen = false;
    const { client, server } = await world({
      async *searchOrders(_, call) {
        yield order(String(call.shutdownSignal.aborted));
        await new Promise((resolve) => call.shutdownSignal.addEventListener('abort', resolve));
        seen = true;
        yield order(String(call.cancelled));
      },
    });
    const responses = client.searchOrders({ value: '' })[Symbol.asyncIterator]();
    expect((await responses.next()).value?.id).toBe('false');
    const down = server.shutdown();
    expect((await responses.next()).value?.id).toBe('false');
    expect((await responses.next()).done).toBe(true);
    await down;
    expect(seen).toBe(true);
  });

  it('and that its connection has become too old', async () => {
    const clock = new FakeClock();
    const { client } = await world(
      {
        async *searchOrders(_, call) {
          yield order('first');
          await new Promise((resolve) => call.shutdownSignal.addEventListener('abort', resolve));
          // One that asks later is told at once.
          yield order(String(call.shutdownSignal.aborted));
        },
      },
      { clock, random: () => 0, maxConnectionAgeMs: 60_000 },
    );
    const { searchOrders } = client;
    // The clock that ages the connection would end a call with a deadline first.
    const stream = searchOrders({ value: '' }, { timeoutMs: Number.POSITIVE_INFINITY });
    const responses = stream[Symbol.asyncIterator]();
    expect((await responses.next()).value?.id).toBe('first');
    clock.advance(60_000);
    expect((await responses.next()).value?.id).toBe('true');
    expect((await responses.next()).done).toBe(true);
  });
});

describe('metadata that is larger than the other side takes', () => {
  const large = (size: number) => new Metadata({ 'x-large': 'v'.repeat(size) });

  it('is an error at the call, with a name and the sizes, and nothing was sent', async () => {
    let reached = 0;
    const { client } = await world({
      getOrder: () => {
        reached++;
        return order('');
      },
    });
    const call = client.getOrder({ value: '' }, { metadata: large(20_000) });
    expect(await failure(call)).toMatchObject({
      code: Status.RESOURCE_EXHAUSTED,
      details: expect.stringMatching(/^the headers of the request.* accepts 16384$/),
    });
    expect(reached).toBe(0);
    await client.getOrder({ value: '' }, { metadata: large(15_000) });
    expect(reached).toBe(1);
  });

  it('in an answer too, which keeps its code', async () => {
    const { client, reported } = await world({
      getOrder: ({ value }, call) => {
        if (value === 'headers') call.responseHeaders.merge(large(20_000));
        if (value === 'trailers') call.responseTrailers.merge(large(20_000));
        if (value === 'text') throw new GrpcError(Status.NOT_FOUND, 'é'.repeat(10_000));
        if (value === 'error') throw new GrpcError(Status.NOT_FOUND, 'gone', large(20_000));
        return order(value);
      },
    });
    const end = (value: string) => failure(client.getOrder({ value }));
    expect(await end('headers')).toMatchObject({
      code: Status.RESOURCE_EXHAUSTED,
      details: expect.stringContaining('the headers of the response'),
    });
    expect(await end('trailers')).toMatchObject({ code: Status.RESOURCE_EXHAUSTED });
    expect(await end('error')).toMatchObject({
      code: Status.NOT_FOUND,
      details: 'gone (its metadata or its text is too large to be sent)',
    });
    expect((await end('text')).code).toBe(Status.NOT_FOUND);
    expect(reported).toHaveLength(3);
    expect((await client.getOrder({ value: 'fine' })).id).toBe('fine');
  });

  it('goes through if both sides are told to take it', async () => {
    const size = 200_000;
    const { client } = await world(
      {
        getOrder(_, call) {
          call.responseHeaders.merge(call.metadata);
          call.responseTrailers.merge(call.metadata);
          return order(String(call.metadata.get('x-large')?.length));
        },
        async *searchOrders(_, call) {
          yield order(String(call.metadata.get('x-large')?.length));
        },
      },
      { maxMetadataSize: size + 1000 },
      { maxMetadataSize: size + 1000 },
    );
    const seen: (number | undefined)[] = [];
    const found = await client.getOrder(
      { value: '' },
      {
        metadata: large(size),
        onHeaders: (metadata) => seen.push(metadata.get('x-large')?.length),
        onTrailers: (metadata) => seen.push(metadata.get('x-large')?.length),
      },
    );
    expect(found.id).toBe(String(size));
    expect(seen).toEqual([size, size]);
    const stream = client.searchOrders({ value: '' }, { metadata: large(size) });
    expect((await collect(stream))[0]?.id).toBe(String(size));
  });
});
