import { afterEach, expect, test } from 'vitest';
import { Server } from '#grpc/server/server';
import { ErrorCode } from '#http2/error-code';
import { FrameType } from '#http2/frames/frame-type';
import { uint32 } from '../http2/raw-peer.ts';
import { EchoDefinition } from './echo.ts';
import { attack, request, type SocketPeer } from './socket-peer.ts';

/**
 * Rapid reset that pays for itself: calls of a method that nobody has end as they should and earn
 * the resets of calls that make the server work. However that goes, no more handlers are at work
 * for a connection than it may have calls.
 */

const MOST = 20;
const KINDS = ['Unary', 'Down', 'Up', 'Both'] as const;
const server = new Server({ maxConcurrentCalls: MOST });
let working = 0;
let mostWorking = 0;
let letGo: () => void = () => {};
let parked = new Promise<void>((resolve) => {
  letGo = resolve;
});

/** Works on whatever becomes of its call, as code that knows no AbortSignal does. */
async function work(): Promise<void> {
  working++;
  mostWorking = Math.max(mostWorking, working);
  await parked;
  working--;
}

server.addService(EchoDefinition, {
  async unary(message) {
    await work();
    return message;
  },
  async *down(message) {
    try {
      yield message;
    } finally {
      await work();
    }
  },
  async up() {
    await work();
    return new Uint8Array(0);
  },
  async *both() {
    await work();
    yield new Uint8Array(0);
  },
});
const { port } = await server.listen({ port: 0 });
const peers: SocketPeer[] = [];
afterEach(async () => {
  letGo();
  for (const peer of peers.splice(0)) await peer.destroy();
});

test.each(KINDS)('%s: a reset does not free the place of a handler at work', async (kind) => {
  parked = new Promise((resolve) => {
    letGo = resolve;
  });
  mostWorking = 0;
  const peer = await attack(port);
  peers.push(peer);
  let id = 1;
  const call = (path: string) => {
    peer.headers(id, request(path));
    peer.message(id, Uint8Array.of(1), true);
    id += 2;
  };
  for (let i = 0; i < 5 * MOST; i++) {
    call('/nobody.Has/This');
    call(`/attack.Echo/${kind}`);
    await peer.settled(id);
    peer.frame(FrameType.RST_STREAM, 0, id - 2, uint32(ErrorCode.CANCEL));
  }
  await peer.settled(id);
  expect(mostWorking).toBe(MOST);
  // What came too much may be sent again, here or elsewhere, and other connections do not notice.
  call(`/attack.Echo/${kind}`);
  expect(await peer.reset(id - 2)).toBe(ErrorCode.REFUSED_STREAM);
  expect(peer.got('GOAWAY')).toEqual([]);
  letGo();
  for (let mark = 10_000; working > 0; mark++) await peer.settled(mark);
  call(`/attack.Echo/${kind}`);
  expect(await peer.answer(id - 2)).toMatchObject({ 'grpc-status': '0' });
});

test.each(KINDS)('%s: no handler begins for a caller who waits no more', async (kind) => {
  mostWorking = 0;
  const peer = await attack(port);
  peers.push(peer);
  const path = `/attack.Echo/${kind}`;
  for (const [i, timeout] of ['0H', '0n', '1n'].entries()) {
    const id = 1 + 2 * i;
    peer.headers(id, request(path, { 'grpc-timeout': timeout }));
    peer.message(id, Uint8Array.of(1), true);
    expect(await peer.answer(id)).toMatchObject({ 'grpc-status': '4' });
  }
  expect(mostWorking).toBe(0);
});
