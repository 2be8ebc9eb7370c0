import { expect, test } from 'vitest';
import { KEEPALIVE_TIMEOUT_MS, SERVER_KEEPALIVE_MS } from '#grpc/limits';
import { ErrorCode } from '#http2/error-code';
import { Flag, FrameType } from '#http2/frames/frame-type';
import { HANDSHAKE_TIMEOUT_MS } from '#http2/limits/limits';
import { FakeClock } from '#time/fake-clock';
import { rawFrame, uint32 } from '../http2/raw-peer.ts';
import { Site } from './site.ts';
import { request } from './socket-peer.ts';

/** Peers that cost nothing to run and hold on to what is ours: each is got rid of in the end. */

const { PING, SETTINGS, HEADERS } = FrameType;

test('one that connects and says nothing', async () => {
  const clock = new FakeClock();
  await using site = await Site.open({ clock });
  const peer = await site.attack(false);
  await peer.until(() => peer.got('SETTINGS').length > 0);
  clock.advance(HANDSHAKE_TIMEOUT_MS - 1);
  await site.serveHonestly();
  expect(peer.isClosed).toBe(false);
  clock.advance(1);
  await peer.closed;
  await site.serveHonestly();
});

test('one that says half of the preface', async () => {
  const clock = new FakeClock();
  await using site = await Site.open({ clock });
  const peer = await site.attack(false);
  peer.bytes(new TextEncoder().encode('PRI * HTTP/2.0\r\n\r\n'));
  await peer.until(() => peer.got('SETTINGS').length > 0);
  clock.advance(HANDSHAKE_TIMEOUT_MS);
  await peer.closed;
  await site.serveHonestly();
});

test.each([
  ['half a frame header', [rawFrame(HEADERS, 0, 1).subarray(0, 5)]],
  ['half a header block', [rawFrame(HEADERS, 0, 1, [0x83])]],
  ['half a frame', [rawFrame(HEADERS, Flag.END_HEADERS, 1, new Uint8Array(100)).subarray(0, 60)]],
])('one that stops in the middle: %s', async (_name, bytes) => {
  const clock = new FakeClock();
  await using site = await Site.open({ clock });
  const peer = await site.attack();
  await peer.settled(1);
  for (const chunk of bytes) peer.bytes(chunk);
  await site.serveHonestly();
  clock.advance(SERVER_KEEPALIVE_MS);
  await peer.until(() => peer.got('PING').some(({ ack }) => !ack));
  // It cannot answer without going on with what it has begun.
  clock.advance(KEEPALIVE_TIMEOUT_MS);
  await peer.closed;
  await site.serveHonestly();
});

test('one that begins messages and never ends them: its deadline does', async () => {
  const clock = new FakeClock();
  await using site = await Site.open({ clock });
  const peer = await site.attack();
  for (const id of [1, 3, 5]) {
    peer.headers(id, request('/attack.Echo/Both', { 'grpc-timeout': '1S' }));
    peer.frame(FrameType.DATA, 0, id, [0, 0, 0, 1, 0, 7]);
  }
  await peer.settled(1);
  expect(site.running).toBe(3);
  clock.advance(2000);
  for (const id of [1, 3, 5]) expect(await peer.answer(id)).toMatchObject({ 'grpc-status': '4' });
  expect(site.running).toBe(0);
});

test('one that reads nothing, however much it asked for: the generator waits', async () => {
  await using site = await Site.open();
  const peer = await site.attack();
  peer.setting(4, 0x7fffffff); // INITIAL_WINDOW_SIZE: no window holds the server back,
  peer.windowUpdate(0, 0x7fffffff - 65_535);
  await peer.settled(1);
  peer.socket.pause(); // and TCP does.
  for (let id = 1; id < 40; id += 2) {
    peer.headers(id, request('/attack.Echo/Down'));
    peer.message(id, new Uint8Array(60_000), true);
  }
  await site.whenStill();
  expect(site.running).toBe(20);
  await site.serveHonestly();
  // It goes without a word, and nothing of it is left.
  peer.socket.resetAndDestroy();
  while (site.running > 0) await site.serveHonestly();
});

test('one that reads nothing and breaks a rule: it does not keep its socket', async () => {
  await using site = await Site.open();
  const peer = await site.attack();
  peer.setting(4, 0x7fffffff);
  peer.windowUpdate(0, 0x7fffffff - 65_535);
  await peer.settled(1);
  peer.socket.pause();
  peer.headers(1, request('/attack.Echo/Down'));
  peer.message(1, new Uint8Array(60_000), true);
  await site.whenStill(); // The server's output is stuck.
  for (let i = 0; i < 300; i++) peer.frame(PING, 0, 0, new Uint8Array(8));
  while (site.connections > 1) await site.serveHonestly();
});

test('one that reads nothing and is answered too much', async () => {
  await using site = await Site.open({ minPingIntervalMs: 0, permitPingWithoutCalls: true });
  const peer = await site.attack();
  await peer.settled(1);
  peer.socket.pause();
  for (let i = 0; i < 300; i++) peer.frame(SETTINGS, 0, 0);
  while (site.connections > 1) await site.serveHonestly();
});

test('one whose window is always 0', async () => {
  await using site = await Site.open();
  const peer = await site.attack();
  peer.setting(4, 0);
  for (let id = 1; id < 200; id += 2) {
    peer.headers(id, request('/attack.Echo/Unary'));
    peer.message(id, new Uint8Array(1000), true);
  }
  await peer.settled(1);
  await site.serveHonestly();
  expect(peer.got('DATA')).toEqual([]);
  // Its calls are done, their answers wait; it takes them after all.
  peer.setting(4, 65_535);
  peer.windowUpdate(0, 100_000);
  expect(await peer.answer(199)).toMatchObject({ 'grpc-status': '0' });
});

test('a window that shrinks below nothing, and comes back byte by byte', async () => {
  await using site = await Site.open();
  const peer = await site.attack();
  peer.headers(1, request('/attack.Echo/Down'));
  peer.message(1, new Uint8Array(40_000), true);
  await peer.until(() => peer.got('DATA').length >= 3);
  peer.setting(4, 0);
  await peer.settled(1);
  const before = peer.got('DATA').length;
  for (let i = 0; i < 100; i++) peer.windowUpdate(1, 1);
  peer.windowUpdate(0, 1000);
  await peer.settled(2);
  // 65,535 octets were sent into a window that is now 0: a hundred of them change nothing.
  expect(peer.got('DATA').length).toBe(before);
  peer.frame(FrameType.RST_STREAM, 0, 1, uint32(ErrorCode.CANCEL));
  while (site.running > 0) await site.serveHonestly();
});
