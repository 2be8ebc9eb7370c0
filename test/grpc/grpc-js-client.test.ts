import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '#grpc/server/server';
import { ecommerce, grpc, readAll, unary } from './grpc-js.ts';
import { order, startServer } from './orders.ts';

/** gRPC's own client for Node against our server. */
let server: Server;
// biome-ignore lint/suspicious/noExplicitAny: loaded at run time
let client: any;

beforeAll(async () => {
  const started = await startServer();
  server = started.server;
  client = new ecommerce.OrderManagement(
    `127.0.0.1:${started.port}`,
    grpc.credentials.createInsecure(),
    { 'grpc.default_compression_algorithm': 0 },
  );
});

afterAll(async () => {
  client.close();
  await server.close();
});

const soon = () => ({ deadline: Date.now() + 10_000 });

describe('the four kinds', () => {
  it('unary, with metadata both ways', async () => {
    const metadata = new grpc.Metadata();
    metadata.set('x-sent', 'value');
    metadata.set('x-sent-bin', Buffer.from([0, 255, 254]));
    const { response, headers, status } = await unary((done) =>
      client.addOrder(order('7'), metadata, soon(), done),
    );
    expect(response).toEqual({ value: '7' });
    expect(headers?.get('x-seen')).toEqual(['value']);
    expect(status?.metadata.get('x-seen-bin')).toEqual([Buffer.from([0, 255, 254])]);
  });

  it('server streaming', async () => {
    const { messages, status } = await readAll(client.searchOrders({ value: '500' }, soon()));
    expect(messages).toHaveLength(500);
    expect(messages[499]).toMatchObject({ id: '499', items: ['one', 'two'] });
    expect(status.code).toBe(0);
  });

  it('server streaming that fails half-way', async () => {
    const { messages, status } = await readAll(client.searchOrders({ value: '3 fail' }, soon()));
    expect(messages).toHaveLength(3);
    expect(status).toMatchObject({ code: grpc.status.DATA_LOSS, details: 'half of it' });
  });

  it('client streaming', async () => {
    const { response } = await unary((done) => {
      const call = client.updateOrders(soon(), done);
      for (let i = 0; i < 100; i++) call.write(order(String(i)));
      call.end();
      return call;
    });
    expect(response).toEqual({ value: Array.from({ length: 100 }, (_, i) => i).join(',') });
  });

  it('client streaming that the server ends before the client', async () => {
    const { error } = await unary((done) => {
      const call = client.updateOrders(soon(), done);
      call.write(order('a'));
      call.write(order('stop'));
      return call;
    });
    expect(error).toMatchObject({ code: grpc.status.ABORTED, details: 'after 1' });
  });

  it('bidirectional, one for one', async () => {
    const call = client.processOrders(soon());
    const answers: string[] = [];
    const ended = new Promise<grpc.StatusObject>((resolve) => call.on('status', resolve));
    call.on('data', (shipment: { id: string }) => {
      answers.push(shipment.id);
      if (answers.length === 10) call.end();
      else call.write({ value: String(answers.length) });
    });
    call.write({ value: '0' });
    expect((await ended).code).toBe(0);
    expect(answers).toEqual(Array.from({ length: 10 }, (_, i) => `for ${i}`));
  });
});

describe('what goes wrong', () => {
  it('a status with text and trailers', async () => {
    const { error } = await unary((done) => client.getOrder({ value: 'missing' }, soon(), done));
    expect(error).toMatchObject({ code: grpc.status.NOT_FOUND, details: 'no order ☺' });
    expect(error?.metadata.get('x-hint')).toEqual(['elsewhere']);
  });

  it('a stray exception is UNKNOWN, and its text stays at home', async () => {
    const { error } = await unary((done) => client.getOrder({ value: 'secret' }, soon(), done));
    expect(error?.code).toBe(grpc.status.UNKNOWN);
    expect(JSON.stringify(error)).not.toContain('1234');
  });

  it('no such method', async () => {
    const { error } = await unary((done) =>
      client.makeUnaryRequest(
        '/no.Such/Method',
        () => Buffer.alloc(0),
        () => ({}),
        {},
        done,
      ),
    );
    expect(error?.code).toBe(grpc.status.UNIMPLEMENTED);
  });

  it('a deadline', async () => {
    const { error } = await unary((done) =>
      client.getOrder({ value: 'slow' }, { deadline: Date.now() + 50 }, done),
    );
    expect(error?.code).toBe(grpc.status.DEADLINE_EXCEEDED);
  });

  it('a cancellation', async () => {
    const { error } = await unary((done) => {
      const call = client.getOrder({ value: 'slow' }, soon(), done);
      setTimeout(() => call.cancel(), 20);
      return call;
    });
    expect(error?.code).toBe(grpc.status.CANCELLED);
  });

  it('bytes that are not a message', async () => {
    const { error } = await unary((done) =>
      client.makeUnaryRequest(
        '/ecommerce.OrderManagement/AddOrder',
        () => Buffer.from([0x0a, 0x7f, 1]),
        () => ({}),
        {},
        done,
      ),
    );
    expect(error?.code).toBe(grpc.status.INTERNAL);
  });

  it('a message above the limit', async () => {
    const big = order('big', { description: 'x'.repeat(5_000_000) });
    const { error } = await unary((done) => client.addOrder(big, soon(), done));
    expect(error?.code).toBe(grpc.status.RESOURCE_EXHAUSTED);
  });
});

it('gzip, and the answer in kind', async () => {
  const { port } = (client.getChannel().getTarget() as string).match(/:(?<port>\d+)$/)!.groups!;
  const zipped = new ecommerce.OrderManagement(
    `127.0.0.1:${port}`,
    grpc.credentials.createInsecure(),
    { 'grpc.default_compression_algorithm': 2 },
  );
  const { response, headers } = await unary((done) =>
    zipped.addOrder(order('z'.repeat(5000)), soon(), done),
  );
  expect(response).toEqual({ value: 'z'.repeat(5000) });
  expect(headers).toBeDefined();
  zipped.close();
});
