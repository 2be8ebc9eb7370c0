import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { concat } from '#bytes/concat';
import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { MAX_RECEIVE_MESSAGE_SIZE } from '#grpc/limits';
import { Flag, FrameType } from '#http2/frames/frame-type';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { rawFrame, uint32 } from '../http2/raw-peer.ts';
import { startServer } from './process.ts';
import { attack, request, type SocketPeer } from './socket-peer.ts';

/**
 * What an attacker can make a server hold, measured in the server's own process after a garbage
 * collection: live objects and buffers, so that no bound here depends on time.
 */
vi.setConfig({ testTimeout: 60_000 });

const MEGABYTE = 1024 * 1024;
const { DATA } = FrameType;

interface Attack {
  name: string;
  /** What may be held more than before. What it was before it was mended stands beside it. */
  bound: number;
  run(peer: SocketPeer): Promise<void>;
}

const ATTACKS: Attack[] = [
  {
    // 1,600 MB when messages were inflated on arrival. Now one a stream: the one being read.
    name: '400 gzip messages of 4 KiB, 4 MiB when inflated, in streams that nobody reads',
    bound: 32 * MEGABYTE,
    async run(peer) {
      const bomb = gzipSync(new Uint8Array(MAX_RECEIVE_MESSAGE_SIZE - 10));
      for (let id = 1; id < 8; id += 2) {
        peer.headers(id, request('/attack.Echo/Up', { 'grpc-encoding': 'gzip' }));
        for (let i = 0; i < 100; i++) peer.message(id, bomb, false, true);
        await peer.settled(id);
      }
    },
  },
  {
    // 71 MB when each byte was kept as a view of the chunk in which it came.
    name: 'half a message, one byte a frame, 255 of padding',
    bound: 4 * MEGABYTE,
    async run(peer) {
      peer.headers(1, request('/attack.Echo/Unary'));
      peer.frame(DATA, 0, 1, [0, ...uint32(MAX_RECEIVE_MESSAGE_SIZE)]);
      await drip(peer, 1, Uint8Array.of(255, 0), 200);
    },
  },
  {
    // 143 MB when padding was given credit at once. Now a connection's window holds it all.
    name: 'empty messages in padded frames, in streams that nobody reads',
    bound: 24 * MEGABYTE,
    async run(peer) {
      for (let id = 1; id < 16; id += 2) {
        peer.headers(id, request('/attack.Echo/Up'));
        // One window is 512 KiB, so this is all that an honest peer could send.
        await drip(peer, id, Uint8Array.of(255, 0, 0, 0, 0, 0), 2);
      }
    },
  },
  {
    name: 'half messages in many streams: what was sent is held, and no more',
    bound: 1.25 * 60 * MEGABYTE,
    async run(peer) {
      for (let i = 0; i < 60; i++) {
        const id = 1 + 2 * i;
        peer.headers(id, request('/attack.Echo/Unary'));
        peer.frame(DATA, 0, id, [0, ...uint32(MAX_RECEIVE_MESSAGE_SIZE)]);
        for (let sent = 0; sent < MEGABYTE; sent += 16_384) peer.data(id, 16_384);
        await peer.settled(id);
      }
    },
  },
  {
    name: 'server streams without end to a peer that gives no window',
    bound: 32 * MEGABYTE,
    async run(peer) {
      for (let id = 1; id < 200; id += 2) {
        peer.headers(id, request('/attack.Echo/Down'));
        peer.message(id, new Uint8Array(4), true);
      }
      await peer.settled(1);
    },
  },
];

/** The same small payload in thousands of padded frames; its first byte is the padding's length. */
async function drip(peer: SocketPeer, id: number, payload: Uint8Array, thousands: number) {
  const frame = rawFrame(DATA, Flag.PADDED, id, concat([payload, new Uint8Array(255)]));
  const many = concat(Array.from({ length: 1000 }, () => frame));
  for (let i = 0; i < thousands; i++) {
    peer.bytes(many);
    if (i % 10 === 0) await peer.settled(i + 1);
  }
}

test('what attackers make a server hold', async () => {
  const { process, port } = await startServer();
  await using _ = process;
  const channel = new Channel(`ipv4:127.0.0.1:${port}`);
  const honest = createClient(GreeterDefinition, channel);
  const held: Record<string, number> = {};
  for (const { name, bound, run } of ATTACKS) {
    const peer = await attack(port);
    await peer.settled(1);
    const before = await process.measure();
    await run(peer);
    await honest.sayHello({ name: 'Ada' });
    held[name] = ((await process.measure()).held - before.held) / MEGABYTE;
    expect(held[name] * MEGABYTE, name).toBeLessThan(bound);
    await peer.destroy();
  }
  // What half a message holds is what was sent, so it says that the measure works.
  expect(Math.max(...Object.values(held))).toBeGreaterThan(50);
  await channel.shutdown();
});
