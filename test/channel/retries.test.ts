import { afterEach, describe, expect, it } from 'vitest';
import { Channel } from '#channel/channel';
import type { ChannelOptions } from '#channel/channel-options';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { Metadata } from '#grpc/metadata';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import { Status } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { FakeClock } from '#time/fake-clock';
import { failure, order, poll } from '../grpc/orders.ts';

/** Retries and hedging over real connections; the policies' arithmetic is in policies.test.ts. */
const open: { close(): Promise<unknown> }[] = [];

afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

type Answer = (attempt: number, call: ServerCall) => string | Promise<string>;

/** A server whose getOrder answers as told, and a client with that policy. */
async function world(
  answer: Answer,
  methodConfig: object,
  more: object = {},
  channelOptions: ChannelOptions = {},
) {
  const attempts: (string | undefined)[] = [];
  const server = new Server({ onHandlerError: () => {} });
  server.addService(OrderManagementDefinition, {
    async getOrder(_, call) {
      attempts.push(call.metadata.get('grpc-previous-rpc-attempts'));
      return order(await answer(attempts.length, call));
    },
    async *searchOrders(_, call) {
      attempts.push(call.metadata.get('grpc-previous-rpc-attempts'));
      yield order('first');
      throw new GrpcError(Status.UNAVAILABLE, 'half-way');
    },
    async updateOrders(requests) {
      attempts.push(undefined);
      const ids: string[] = [];
      for await (const { id } of requests) {
        ids.push(id);
        if (attempts.length === 1 && ids.length === 2) {
          throw new GrpcError(Status.UNAVAILABLE, 'not now');
        }
      }
      return { value: ids.join(',') };
    },
  });
  const { port } = await server.listen({ port: 0 });
  const options: ChannelOptions = {
    ...channelOptions,
    serviceConfig: {
      methodConfig: [{ name: [{ service: 'ecommerce.OrderManagement' }], ...methodConfig }],
      ...more,
    },
  };
  const channel = new Channel(`ipv4:127.0.0.1:${port}`, options);
  open.push(server, channel);
  const client = createClient(OrderManagementDefinition, channel, {
    defaults: { timeoutMs: 10_000 },
  });
  return { client, attempts };
}

const unavailable = (metadata?: Metadata) => {
  throw new GrpcError(Status.UNAVAILABLE, 'not now', metadata);
};

const retryPolicy = {
  maxAttempts: 3,
  initialBackoff: '0.01s',
  maxBackoff: '0.02s',
  backoffMultiplier: 2,
  retryableStatusCodes: ['UNAVAILABLE'],
};

describe('retry', () => {
  it('tries again and tells the server how often it did', async () => {
    const { client, attempts } = await world((n) => (n < 3 ? unavailable() : 'third'), {
      retryPolicy,
    });
    expect((await client.getOrder({ value: '' })).id).toBe('third');
    expect(attempts).toEqual([undefined, '1', '2']);
  });

  it('gives the last status when it may not try any more', async () => {
    const { client, attempts } = await world(() => unavailable(), { retryPolicy });
    expect((await failure(client.getOrder({ value: '' }))).code).toBe(Status.UNAVAILABLE);
    expect(attempts).toHaveLength(3);
  });

  it('without a policy there is one attempt', async () => {
    const { client, attempts } = await world(() => unavailable(), {});
    await failure(client.getOrder({ value: '' }));
    expect(attempts).toHaveLength(1);
  });

  it('replays a stream of requests from its beginning', async () => {
    const { client, attempts } = await world(() => '', { retryPolicy });
    const requests = ['a', 'b', 'c', 'd'].map((id) => order(id));
    expect((await client.updateOrders(requests)).value).toBe('a,b,c,d');
    expect(attempts).toHaveLength(2);
  });

  it('never repeats what the caller has already seen a part of', async () => {
    const { client, attempts } = await world(() => '', { retryPolicy });
    const seen: string[] = [];
    const reading = (async () => {
      for await (const { id } of client.searchOrders({ value: '' })) seen.push(id);
    })();
    expect((await failure(reading)).details).toBe('half-way');
    expect(seen).toEqual(['first']);
    expect(attempts).toHaveLength(1);
  });

  it('stops when the server asks for it', async () => {
    const stop = () => unavailable(new Metadata({ 'grpc-retry-pushback-ms': '-1' }));
    const { client, attempts } = await world(stop, { retryPolicy });
    await failure(client.getOrder({ value: '' }));
    expect(attempts).toHaveLength(1);
  });

  it('is throttled over all calls of the channel', async () => {
    const { client, attempts } = await world(
      () => unavailable(),
      { retryPolicy },
      { retryThrottling: { maxTokens: 4, tokenRatio: 0.1 } },
    );
    await failure(client.getOrder({ value: '' })); // 3 → retry, 2 → give up
    expect(attempts).toHaveLength(2);
    await failure(client.getOrder({ value: '' })); // 1
    expect(attempts).toHaveLength(3);
  });

  it('stays within the deadline', async () => {
    const later = () => unavailable(new Metadata({ 'grpc-retry-pushback-ms': '60000' }));
    const { client } = await world(later, { retryPolicy });
    const error = await failure(client.getOrder({ value: '' }, { timeoutMs: 60 }));
    expect(error.code).toBe(Status.DEADLINE_EXCEEDED);
  });
});

describe('hedging', () => {
  const hedgingPolicy = {
    maxAttempts: 3,
    hedgingDelay: '0.02s',
    nonFatalStatusCodes: ['UNAVAILABLE'],
  };

  it('takes the first answer and cancels the others', async () => {
    const cancelled: number[] = [];
    const { client, attempts } = await world(
      async (n, call) => {
        if (n === 3) return 'third';
        await new Promise((resolve) => call.signal.addEventListener('abort', resolve));
        cancelled.push(n);
        return 'too late';
      },
      { hedgingPolicy },
    );
    expect((await client.getOrder({ value: '' })).id).toBe('third');
    expect(attempts).toHaveLength(3);
    await poll(() => cancelled.sort()).toEqual([1, 2]);
  });

  it('a fatal answer ends the call', async () => {
    const { client, attempts } = await world(
      () => {
        throw new GrpcError(Status.NOT_FOUND, 'nowhere');
      },
      { hedgingPolicy: { ...hedgingPolicy, hedgingDelay: '60s' } },
    );
    expect((await failure(client.getOrder({ value: '' }))).code).toBe(Status.NOT_FOUND);
    expect(attempts).toHaveLength(1);
  });

  it('a hedge that was planned stays at home once the server has said stop', async () => {
    const clock = new FakeClock();
    const release: (() => void)[] = [];
    let asked = 0;
    const { client } = await world(
      async () => {
        const i = asked++;
        await new Promise<void>((resolve) => release.push(resolve));
        if (i === 0) unavailable(new Metadata({ 'grpc-retry-pushback-ms': '-1' }));
        return `attempt ${i + 1}`;
      },
      { hedgingPolicy },
      {},
      { clock },
    );
    const answer = client.getOrder({ value: '' });
    await poll(() => asked).toBe(1);
    clock.advance(20);
    await poll(() => asked).toBe(2);
    release[0]!();
    // On the same connection: when this is answered, the "stop" has arrived.
    await client.updateOrders([]);
    clock.advance(1_000);
    await client.updateOrders([]);
    expect(asked).toBe(2);
    release[1]!();
    expect((await answer).id).toBe('attempt 2');
  });

  it('counts for the bucket, and is asked of it', async () => {
    const { client, attempts } = await world(
      () => unavailable(),
      { hedgingPolicy: { ...hedgingPolicy, hedgingDelay: '60s' } },
      { retryThrottling: { maxTokens: 4, tokenRatio: 0.1 } },
    );
    await failure(client.getOrder({ value: '' })); // 3 → another one, 2 → give up
    expect(attempts).toHaveLength(2);
    await failure(client.getOrder({ value: '' }));
    expect(attempts).toHaveLength(3);
  });
});
