import { afterEach, describe, expect, it } from 'vitest';
import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client';
import { Server } from '#grpc/server';
import { Status } from '#grpc/status';
import { HealthDefinition } from '#protobuf/generated/grpc/health/v1/health';
import { Health, ServingStatus } from '#services/health';
import { failure } from '../grpc/orders.ts';

const { SERVING, NOT_SERVING, SERVICE_UNKNOWN } = ServingStatus;
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function world() {
  const server = new Server();
  const health = new Health().register(server);
  const { port } = await server.listen({ port: 0 });
  const channel = new Channel(`ipv4:127.0.0.1:${port}`);
  closing.push(
    () => server.close(),
    () => channel.close(0),
  );
  return { health, client: createClient(HealthDefinition, channel), server };
}

it('Check: the server as a whole, a service, one that nobody knows', async () => {
  const { health, client } = await world();
  expect((await client.check({ service: '' })).status).toBe(SERVING);
  expect((await failure(client.check({ service: 'a.B' }))).code).toBe(Status.NOT_FOUND);
  health.set('a.B', NOT_SERVING);
  expect((await client.check({ service: 'a.B' })).status).toBe(NOT_SERVING);
  health.delete('a.B');
  expect((await failure(client.check({ service: 'a.B' }))).code).toBe(Status.NOT_FOUND);
});

it('List: all of them, up to a hundred', async () => {
  const { health, client } = await world();
  health.set('a.B', NOT_SERVING);
  const { statuses } = await client.list({});
  expect([...statuses].map(([name, { status }]) => [name, status])).toEqual([
    ['', SERVING],
    ['a.B', NOT_SERVING],
  ]);
  for (let i = 0; i < 100; i++) health.set(`s${i}`, SERVING);
  expect((await failure(client.list({}))).code).toBe(Status.RESOURCE_EXHAUSTED);
});

describe('Watch', () => {
  it('tells the status now and each change, and a service may come later', async () => {
    const { health, client } = await world();
    const watch = client.watch({ service: 'a.B' })[Symbol.asyncIterator]();
    const next = async () => (await watch.next()).value?.status;
    expect(await next()).toBe(SERVICE_UNKNOWN);
    health.set('a.B', SERVING);
    expect(await next()).toBe(SERVING);
    health.set('a.B', SERVING);
    health.set('other', NOT_SERVING);
    health.set('a.B', NOT_SERVING);
    expect(await next()).toBe(NOT_SERVING);
    health.delete('a.B');
    expect(await next()).toBe(SERVICE_UNKNOWN);
    await watch.return?.();
  });

  it('shutdown tells all watchers, and cannot be taken back', async () => {
    const { health, client } = await world();
    const watch = client.watch({ service: '' })[Symbol.asyncIterator]();
    expect((await watch.next()).value?.status).toBe(SERVING);
    health.shutdown();
    health.set('', SERVING);
    expect((await watch.next()).value?.status).toBe(NOT_SERVING);
    expect((await client.check({ service: '' })).status).toBe(NOT_SERVING);
    await watch.return?.();
  });

  it('that is left gives its place back', async () => {
    const { health, client } = await world();
    for (let i = 0; i < 1100; i++) {
      for await (const { status } of client.watch({ service: '' })) {
        expect(status).toBe(SERVING);
        break;
      }
    }
    expect(health.get('')).toBe(SERVING);
  });
});
