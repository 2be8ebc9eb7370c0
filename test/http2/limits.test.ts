import { describe, expect, test, vi } from 'vitest';
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

test('streams that end in any order are remembered as long as their ids are near each other', () => {
  const ids = new RecentIds(1024);
  const added = Array.from({ length: 1024 }, (_, i) => 2 * ((i * 389) % 1024) + 100_001);
  for (const id of added) ids.add(id);
  expect(added.every((id) => ids.has(id))).toBe(true);
  expect(ids.forgotten).toBe(0);
  ids.add(added[5]!);
  expect(ids.forgotten).toBe(0);
  // One that was open for long takes the place of another. That one may have been, from then on.
  ids.add(1);
  expect(ids.has(1)).toBe(true);
  const pushedOut = added.filter((id) => !ids.has(id));
  expect(pushedOut).toEqual([ids.forgotten]);
});

test('to look for an id costs the same however many there are', () => {
  const searches = (['includes', 'indexOf', 'find', 'some'] as const).map((name) =>
    vi.spyOn(Uint32Array.prototype, name),
  );
  const ids = new RecentIds(1024);
  for (let id = 1; id < 3000; id += 2) ids.add(id);
  for (let id = 1; id < 3000; id += 2) ids.has(id);
  for (const search of searches) expect(search).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
