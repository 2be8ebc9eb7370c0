import { afterEach, expect, test } from 'vitest';
import { Channel } from '#channel/channel';
import { handshake } from '#channel/connections/handshake';
import { StreamQueue, type StreamWaiter } from '#channel/connections/stream-queue';
import { createClient } from '#grpc/client/client';
import { Server } from '#grpc/server/server';
import { LAST_STREAM_ID } from '#http2/streams/stream-ids';
import { systemClock } from '#time/clock';
import { connectTcp } from '#transport/tcp';
import { EchoDefinition } from '../attack/echo.ts';

/** The calls beyond a connection's streams, alone; and what a channel does at the end of its ids. */

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

function line(room: number, most = 10) {
  const told: string[] = [];
  let left = room;
  const queue = new StreamQueue(() => left > 0, most);
  const waiter = (name: string, then = () => {}): StreamWaiter => ({
    streamAvailable() {
      left--;
      told.push(name);
      then();
    },
    transportLost() {
      told.push(`${name} lost`);
      then();
    },
  });
  return { queue, told, waiter, give: (more: number) => (left += more) };
}

test('as many as there is room for, in order; who leaves is not served', () => {
  const { queue, told, waiter, give } = line(0);
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => waiter(name));
  for (const each of [a, b, c, d]) expect(queue.join(each!)).toBe(true);
  queue.leave(b!);
  give(2);
  expect(queue.open).toBe(false);
  queue.serve();
  expect(told).toEqual(['a', 'c']);
  give(2);
  queue.serve();
  expect(told).toEqual(['a', 'c', 'd']);
  expect(queue.open).toBe(true);
});

test('who joins again while it is served keeps the new place', () => {
  const { queue, told, waiter, give } = line(0);
  const again = waiter('again', () => told.length === 1 && queue.join(again));
  queue.join(again);
  queue.join(waiter('next'));
  give(1);
  queue.serve();
  give(2);
  queue.serve();
  expect(told).toEqual(['again', 'next', 'again']);
});

test('close tells each once, but not those who leave while it does', () => {
  const { queue, told, waiter } = line(0);
  const second = waiter('second');
  queue.join(waiter('first', () => queue.leave(second)));
  queue.join(second);
  queue.join(waiter('third', () => queue.close()));
  queue.close();
  expect(told).toEqual(['first lost', 'third lost']);
  expect(queue.join(second)).toBe(false);
  expect(queue.open).toBe(false);
});

test('a channel whose connection has used its ids up takes another one', async () => {
  const server = new Server();
  server.addService(EchoDefinition, { unary: async (request) => request });
  const { port } = await server.listen({ port: 0 });
  closing.push(() => server.close());
  let dialed = 0;
  const channel = new Channel(`ipv4:127.0.0.1:${port}`, {
    async dial(address, keepaliveMs, events, signal) {
      dialed++;
      return handshake(
        await connectTcp(address, signal),
        {
          http2: { firstStreamId: LAST_STREAM_ID - 4 },
          clock: systemClock,
          keepaliveTimeoutMs: undefined,
          keepaliveWithoutCalls: false,
        },
        keepaliveMs,
        events,
        signal,
      );
    },
  });
  closing.push(() => channel.close());
  const echo = createClient(EchoDefinition, channel);
  for (let i = 0; i < 3; i++) await echo.unary(Uint8Array.of(i), { timeoutMs: 5_000 });
  expect(dialed).toBe(1);
  // All at once: three on one connection, three on the next, one on the third.
  const calls = Array.from({ length: 7 }, (_, i) =>
    echo.unary(Uint8Array.of(i), { timeoutMs: 5_000 }),
  );
  expect((await Promise.all(calls)).map(([byte]) => byte)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(dialed).toBe(4);
});
