import { afterEach, describe, expect, it } from 'vitest';
import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import type { GrpcError } from '#grpc/grpc-error';
import { BEHIND, downstream, translate, translation } from '#grpc/interceptors/translate';
import { detailOf, withDetail } from '#grpc/rich-error';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import { validate } from '#grpc/server/violations';
import { Status } from '#grpc/status';
import { packAny } from '#protobuf/any';
import {
  OrderManagementDefinition,
  type OrderManagementServer,
} from '#protobuf/generated/ecommerce';
import { BadRequest, ErrorInfo, RetryInfo } from '#protobuf/generated/google/rpc/error_details';
import { failure, order } from './orders.ts';

/** Both ends ours: what becomes of a program's own errors when the call is real. */
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

class NoSuchOrder extends Error {}

const TRANSLATIONS = [
  translation({
    type: NoSuchOrder,
    code: Status.NOT_FOUND,
    text: () => 'no such order',
    details: () => [packAny(ErrorInfo, { reason: 'NO_SUCH_ORDER', domain: 'shop.example' })],
  }),
];

async function world(
  handlers: Partial<OrderManagementServer<ServerCall>>,
  accidents: unknown[] = [],
) {
  const server = new Server({
    interceptors: [translate(TRANSLATIONS)],
    onHandlerError: (error) => accidents.push(error),
  });
  server.addService(OrderManagementDefinition, handlers);
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const channel = new Channel(`ipv4:127.0.0.1:${port}`);
  closing.push(
    () => server.close(),
    () => channel.close(),
  );
  return createClient(OrderManagementDefinition, channel, { defaults: { timeoutMs: 10_000 } });
}

describe('a translation', () => {
  it('reaches the caller, with its details and without the message', async () => {
    const client = await world({
      getOrder: () => {
        throw new NoSuchOrder('SELECT * FROM orders');
      },
    });
    const error = await failure(client.getOrder({ value: '1' }));
    expect(error).toMatchObject({ code: Status.NOT_FOUND, details: 'no such order' });
    expect(detailOf(error, ErrorInfo)?.reason).toBe('NO_SUCH_ORDER');
  });

  it('also in the middle of a stream', async () => {
    const client = await world({
      async *searchOrders() {
        yield order('1');
        throw new NoSuchOrder('secret');
      },
    });
    const seen: string[] = [];
    const error = await failure(
      (async () => {
        for await (const { id } of client.searchOrders({ value: '' })) seen.push(id);
      })(),
    );
    expect(seen).toEqual(['1']);
    expect(error).toMatchObject({ code: Status.NOT_FOUND, details: 'no such order' });
  });

  it('of nothing that has none: that is reported, and its text stays', async () => {
    const accidents: unknown[] = [];
    const bug = new Error('secret');
    const client = await world(
      {
        getOrder: () => {
          throw bug;
        },
      },
      accidents,
    );
    const error = await failure(client.getOrder({ value: '1' }));
    expect(error).toMatchObject({ code: Status.UNKNOWN, details: 'the handler failed' });
    expect(accidents).toEqual([bug]);
  });
});

describe('between two others', () => {
  const refused = () =>
    world({
      getOrder: () => {
        throw new NoSuchOrder();
      },
    });

  it('downstream hides what a call behind has ended with', async () => {
    const behind = await refused();
    const client = await world({
      addOrder: async () => {
        await downstream(behind.getOrder({ value: '1' }));
        return { value: '' };
      },
    });
    const error = await failure(client.addOrder(order('1')));
    expect(error).toMatchObject({ code: Status.INTERNAL, details: BEHIND });
    expect([...error.metadata]).toEqual([]);
  });

  it('withDetail hands on what it knows nothing of', async () => {
    const behind = await refused();
    const client = await world({
      getOrder: async ({ value }) => {
        try {
          return await behind.getOrder({ value });
        } catch (error) {
          throw withDetail(error as GrpcError, packAny(RetryInfo, {}));
        }
      },
    });
    const error = await failure(client.getOrder({ value: '1' }));
    expect(detailOf(error, ErrorInfo)?.reason).toBe('NO_SUCH_ORDER');
    expect(detailOf(error, RetryInfo)).toBeDefined();
  });
});

describe('validate', () => {
  it('tells the caller of every field', async () => {
    const client = await world({
      addOrder: (sent) => {
        validate(sent, ({ id, items }, violations) => {
          if (id === '') violations.add('id', 'EMPTY', 'an id');
          violations.each('items', items, (item, here) => {
            if (item === '') here.add('', 'EMPTY', 'a name');
          });
        });
        return { value: sent.id };
      },
    });
    const error = await failure(client.addOrder({ ...order(''), items: ['cup', ''] }));
    expect(error).toMatchObject({ code: Status.INVALID_ARGUMENT });
    const fields = detailOf(error, BadRequest)?.fieldViolations.map(({ field }) => field);
    expect(fields).toEqual(['id', 'items[1]']);
    expect(await client.addOrder({ ...order('7'), items: ['cup'] })).toEqual({ value: '7' });
  });

  it('of a thousand wrong items, the status still arrives', async () => {
    const client = await world({
      addOrder: (sent) => {
        validate(sent, ({ items }, violations) =>
          violations.each('items', items, (_item, here) => here.add('', 'UNKNOWN', 'not ours')),
        );
        return { value: sent.id };
      },
    });
    const items = Array.from({ length: 1_000 }, () => 'elephant');
    const error = await failure(client.addOrder({ ...order('1'), items }));
    expect(error).toMatchObject({
      code: Status.INVALID_ARGUMENT,
      details: '1000 fields are wrong: items[0], items[1], items[2] and 997 more',
    });
  });
});
