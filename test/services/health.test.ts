import { afterEach, describe, expect, it } from 'vitest';
import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { Server } from '#grpc/server/server';
import { Status } from '#grpc/status';
import { HealthDefinition } from '#protobuf/generated/grpc/health/v1/health';
import { Health, ServingStatus } from '#services/health';
import { MAX_HEALTH_WATCHES_PER_CONNECTION } from '#services/limits';
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
    () => channel.close(),
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

it('a status that does not exist is refused, and nothing has changed', async () => {
  const { health, client } = await world();
  for (const wrong of [9, -1, Number.NaN, 'SERVING', undefined]) {
    expect(() => health.set('', wrong as never)).toThrow(RangeError);
  }
  expect((await client.check({ service: '' })).status).toBe(SERVING);
});

it('a long name is not repeated at length', async () => {
  const { client } = await world();
  const error = await failure(client.check({ service: 'x'.repeat(100_000) }));
  expect(error.details.length).toBeLessThan(200);
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

  it('ends with shutdown, and a later one with the server', async () => {
    const { health, client, server } = await world();
    const seen: number[] = [];
    const read = async () => {
      for await (const { status } of client.watch({ service: '' })) seen.push(status);
    };
    const first = read();
    await expect.poll(() => seen).toEqual([SERVING]);
    health.shutdown();
    await first;
    expect(seen.splice(0)).toEqual([SERVING, NOT_SERVING]);
    const later = read();
    await expect.poll(() => seen).toEqual([NOT_SERVING]);
    const began = performance.now();
    await Promise.all([later, server.shutdown()]);
    expect(seen).toEqual([NOT_SERVING]);
    // Not the whole grace of half a minute.
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it('holds up no shutdown, also if nobody has told Health of it', async () => {
    const { client, server } = await world();
    const watch = client.watch({ service: '' })[Symbol.asyncIterator]();
    expect((await watch.next()).value?.status).toBe(SERVING);
    const began = performance.now();
    await server.shutdown();
    expect(performance.now() - began).toBeLessThan(20_000);
    expect((await watch.next()).done).toBe(true);
  });

  it('one connection takes no place of another', async () => {
    const { client, server, health } = await world();
    const mine = Array.from({ length: MAX_HEALTH_WATCHES_PER_CONNECTION }, () =>
      client.watch({ service: '' })[Symbol.asyncIterator](),
    );
    for (const watch of mine) expect((await watch.next()).value?.status).toBe(SERVING);
    const more = client.watch({ service: '' })[Symbol.asyncIterator]();
    expect((await failure(more.next())).code).toBe(Status.RESOURCE_EXHAUSTED);

    const { port } = await server.listen({ port: 0 });
    const other = new Channel(`ipv4:127.0.0.1:${port}`);
    closing.push(() => other.close());
    const theirs = createClient(HealthDefinition, other).watch({ service: '' });
    for await (const { status } of theirs) {
      expect(status).toBe(SERVING);
      break;
    }
    // A place that is given back is free again.
    await mine[0]!.return?.();
    await expect
      .poll(async () => {
        const again = client.watch({ service: '' })[Symbol.asyncIterator]();
        return (await again.next().catch((error) => error)).value?.status;
      })
      .toBe(SERVING);
    health.shutdown();
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
