import { describe, expect, test } from 'vitest';
import { ErrorCode } from '#http2/error-code';
import { Flag, FrameType } from '#http2/frames/frame-type';
import { FloodGuard } from '#http2/limits/flood-guard';
import { RecentIds } from '#http2/streams/recent-ids';
import { RawPeer, REQUEST } from './raw-peer.ts';
import { ServerRecorder } from './recorder.ts';

const { HEADERS, CONTINUATION } = FrameType;

/** A header block cut into frames of the given sizes. */
function sendBlock(peer: RawPeer, streamId: number, block: Uint8Array, size: number): void {
  for (let at = 0; at < block.length; at += size) {
    const flags = at + size >= block.length ? Flag.END_HEADERS : 0;
    const type = at === 0 ? HEADERS : CONTINUATION;
    peer.frame(type, flags, streamId, block.subarray(at, at + size));
  }
}

/** A block that decodes, with one value of `length` octets that Huffman code makes no shorter. */
function blockOf(peer: RawPeer, length: number): Uint8Array {
  return peer.block([...REQUEST, ['x-long', '\u0001'.repeat(length)]]);
}

describe('header blocks', () => {
  test('one that decodes to too large a list ends its stream alone', () => {
    const server = new ServerRecorder();
    const peer = new RawPeer(server.connection);
    sendBlock(peer, 1, blockOf(peer, 20_000), 16_384);
    expect(peer.got('RST_STREAM')).toMatchObject([{ code: ErrorCode.ENHANCE_YOUR_CALM }]);
    expect(server.streams).toHaveLength(0);
    peer.headers(3, REQUEST);
    expect(server.streams).toHaveLength(1);
  });

  test('one of more octets than anyone needs ends the connection', () => {
    const server = new ServerRecorder();
    const peer = new RawPeer(server.connection);
    sendBlock(peer, 1, blockOf(peer, 70_000), 16_384);
    expect(server.error).toMatchObject({ code: ErrorCode.ENHANCE_YOUR_CALM, fault: 'remote' });
  });

  test('one in more pieces than anyone needs ends the connection', () => {
    const server = new ServerRecorder();
    const peer = new RawPeer(server.connection);
    sendBlock(peer, 1, blockOf(peer, 170), 10);
    expect(server.error).toMatchObject({ code: ErrorCode.ENHANCE_YOUR_CALM, fault: 'remote' });
  });

  test('a long one in sixteen pieces is fine, if the list may be that long', () => {
    const server = new ServerRecorder({ limits: { maxHeaderListSize: 65_536 } });
    const peer = new RawPeer(server.connection);
    sendBlock(peer, 1, blockOf(peer, 60_000), 4_000);
    expect(server.streams).toHaveLength(1);
  });
});

describe('flood guards', () => {
  test('a burst, then so many a second, then no more', () => {
    const guard = new FloodGuard('tests', { burst: 10, perSecond: 2 });
    for (let i = 0; i < 10; i++) guard.spend(1000);
    expect(() => guard.spend(1000)).toThrow('ENHANCE_YOUR_CALM: too many tests');
    guard.spend(1500);
    expect(() => guard.spend(1500)).toThrow();
    guard.earn(1);
    guard.spend(1500);
    // A minute of rest fills it up, and not above the burst.
    for (let i = 0; i < 10; i++) guard.spend(61_500);
    expect(() => guard.spend(61_500)).toThrow();
  });

  test('a clock that goes back gives nothing and breaks nothing', () => {
    const guard = new FloodGuard('tests', { burst: 1, perSecond: 1000 });
    guard.spend(5000);
    expect(() => guard.spend(1000)).toThrow();
  });
});

test('ids are remembered up to a number, and then known to be forgotten', () => {
  const ids = new RecentIds(3);
  for (const id of [1, 3, 5]) ids.add(id);
  expect([ids.has(1), ids.has(7), ids.forgotten]).toEqual([true, false, 0]);
  ids.add(7);
  expect([ids.has(1), ids.has(3), ids.forgotten]).toEqual([false, true, 1]);
});
