import { afterEach, expect, test } from 'vitest';
import { Channel } from '#channel/channel';
import type { CallOptions } from '#grpc/client/call-options';
import { createClient } from '#grpc/client/client';
import type { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import { ErrorCode } from '#http2/error-code';
import { FrameType } from '#http2/frames/frame-type';
import { EchoDefinition } from '../attack/echo.ts';
import { type RogueServer, rogueServer, type SocketPeer } from '../attack/socket-peer.ts';
import { uint32 } from '../http2/raw-peer.ts';

/**
 * Calls that wait because the server takes no more streams (RFC 9113 §5.1.2, §6.5.2): they go out
 * in the order in which they came, whichever way room appears.
 */

const MAX_CONCURRENT_STREAMS = 3;
let rogue: RogueServer;
let channel: Channel;
afterEach(async () => {
  await channel.close();
  await rogue.close();
});

/** Calls 0, 1, … of one client; `answered` says which have been, in order. */
async function start(limit: number) {
  rogue = await rogueServer();
  channel = new Channel(rogue.target);
  await channel.ready();
  const peer = await rogue.next();
  const limitTo = (streams: number) => {
    peer.setting(MAX_CONCURRENT_STREAMS, streams);
    return peer.settled(streams);
  };
  await limitTo(limit);
  const echo = createClient(EchoDefinition, channel);
  const answered: number[] = [];
  const call = (number: number) =>
    echo.unary(Uint8Array.of(number), { timeoutMs: 10_000 }).then(([answer]) => {
      answered.push(answer!);
    });
  return { peer, limitTo, call, answered, echo };
}

/** The number that the call on this stream carries. */
function numberOf(peer: SocketPeer, streamId: number): Promise<number> {
  return peer.until(() => {
    const data = peer.got('DATA').find((frame) => frame.streamId === streamId);
    return data?.data[5];
  });
}

async function answer(peer: SocketPeer, streamId: number): Promise<void> {
  const number = await numberOf(peer, streamId);
  peer.headers(streamId, [
    [':status', '200'],
    ['content-type', 'application/grpc'],
  ]);
  peer.message(streamId, Uint8Array.of(number));
  peer.headersAndEnd(streamId, [['grpc-status', '0']]);
}

test.each([
  { limits: [0, 5], before: 0 },
  { limits: [1, 5], before: 1 },
  { limits: [100, 1, 100], before: 1 },
  { limits: [100, 0, 100], before: 1 },
])('limits of $limits streams', async ({ limits, before }) => {
  const { peer, limitTo, call, answered } = await start(limits[0]!);
  const calls = Array.from({ length: before }, (_, i) => call(i));
  for (let i = 0; i < before; i++) await numberOf(peer, 1 + 2 * i);
  for (const limit of limits.slice(1, -1)) await limitTo(limit);
  // These have to wait, and those that come later wait behind them.
  for (let i = before; i < 4; i++) calls.push(call(i));
  await peer.settled(77);
  expect(peer.got('HEADERS')).toHaveLength(before);
  await limitTo(limits.at(-1)!);
  calls.push(call(4));
  for (let i = 0; i < 5; i++) await answer(peer, 1 + 2 * i);
  await Promise.all(calls);
  expect(answered).toEqual([0, 1, 2, 3, 4]);
});

test('one place, taken in turn', async () => {
  const { peer, call, answered } = await start(1);
  const calls = Array.from({ length: 6 }, (_, i) => call(i));
  for (let i = 0; i < 6; i++) {
    await answer(peer, 1 + 2 * i);
    calls.push(call(6 + i)); // It came last, so it goes last.
  }
  for (let i = 6; i < 12; i++) await answer(peer, 1 + 2 * i);
  await Promise.all(calls);
  expect(answered).toEqual(Array.from({ length: 12 }, (_, i) => i));
});

test('a call that begins as another one ends does not overtake those that wait', async () => {
  const { peer, call, answered, echo } = await start(1);
  let late: Promise<void> | undefined;
  const options: CallOptions = {
    onTrailers: () => {
      late = call(2);
    },
  };
  const first = echo.unary(Uint8Array.of(0), options).catch((error: GrpcError) => error.code);
  const waits = call(1);
  await numberOf(peer, 1);
  peer.frame(FrameType.RST_STREAM, 0, 1, uint32(ErrorCode.CANCEL));
  for (let i = 1; i < 3; i++) await answer(peer, 1 + 2 * i);
  expect(await first).toBe(Status.CANCELLED);
  await Promise.all([waits, late]);
  expect(answered).toEqual([1, 2]);
});
