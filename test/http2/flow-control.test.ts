import { describe, expect, test } from 'vitest';
import { ErrorCode } from '#http2/error-code';
import { Flag, FrameType } from '#http2/frames/frame-type';
import { octetsAllowed, ReceiveWindow, SendWindow } from '#http2/streams/flow-control';
import { CALL } from './calls.ts';
import { RawPeer, REQUEST, uint32 } from './raw-peer.ts';
import { ClientRecorder, exchange, ServerRecorder } from './recorder.ts';

const OK = [{ name: ':status', value: '200' }];
const INITIAL_WINDOW_SIZE = 0x4;

/** A server whose first stream answers with a body of `size`, and what its peer sees of it. */
function answering(size: number, windowSize?: number) {
  const server = new ServerRecorder();
  const peer = new RawPeer(server.connection);
  if (windowSize !== undefined) peer.setting(INITIAL_WINDOW_SIZE, windowSize);
  server.answer = (stream) => {
    stream.sendHeaders(OK);
    stream.sendData(new Uint8Array(size), true);
  };
  peer.headersAndEnd(1, REQUEST);
  const received = () => peer.got('DATA').reduce((sum, frame) => sum + frame.data.length, 0);
  return { server, peer, received };
}

describe('windows (RFC 9113 §6.9)', () => {
  test('a send window may be negative, and never grows above 2^31-1', () => {
    const window = new SendWindow(65_535);
    window.take(60_000);
    expect(window.grow(16_384 - 65_535)).toBe(true);
    expect(window.available).toBe(-43_616);
    expect(window.grow(0x7fffffff)).toBe(true);
    expect(window.grow(50_000)).toBe(false);
  });

  test('a receive window announces credit once it is half of it', () => {
    const window = new ReceiveWindow(1000);
    expect(window.receive(1001)).toBe(false);
    expect(window.receive(1000)).toBe(true);
    expect(window.consume(499)).toBe(0);
    expect(window.consume(1)).toBe(500);
    expect(window.available).toBe(500);
    expect(window.receive(501)).toBe(false);
  });

  test('half of an odd window is rounded down: the default is read in two halves', () => {
    const window = new ReceiveWindow(65_535);
    const frames = [16_384, 16_384, 16_384, 16_383];
    expect(frames.map((size) => window.receive(size) && window.consume(size))).toEqual([
      0, 32_768, 0, 32_767,
    ]);
  });

  test('an empty frame needs no window, not even when it is negative', () => {
    const window = new ReceiveWindow(1000);
    window.receive(600);
    window.resize(-900);
    expect(window.available).toBe(-500);
    expect(window.receive(1)).toBe(false);
    expect(window.receive(0)).toBe(true);
    expect(window.available).toBe(-500);
  });

  test('of a window that becomes smaller half is sooner reached', () => {
    const window = new ReceiveWindow(1000);
    expect(window.receive(400)).toBe(true);
    expect(window.consume(400)).toBe(0);
    expect(window.resize(-198)).toBe(0);
    expect(window.resize(-1)).toBe(400);
    expect(window.available).toBe(801);
  });

  test('both windows have to allow what goes out', () => {
    const stream = new SendWindow(10);
    const connection = new SendWindow(7);
    expect(octetsAllowed(stream, connection)).toBe(7);
    stream.grow(-20);
    expect(octetsAllowed(stream, connection)).toBe(0);
  });
});

describe('sending', () => {
  test('stops at the stream window, goes on with each WINDOW_UPDATE', () => {
    const { peer, received } = answering(1000, 10);
    expect(received()).toBe(10);
    peer.windowUpdate(1, 1);
    expect(received()).toBe(11);
    peer.windowUpdate(1, 2000);
    expect(received()).toBe(1000);
    expect(peer.got('DATA').at(-1)!.endStream).toBe(true);
  });

  test('stops at the connection window, which SETTINGS do not change', () => {
    const { peer, received } = answering(100_000, 1_000_000);
    expect(received()).toBe(65_535);
    peer.windowUpdate(0, 100_000);
    expect(received()).toBe(100_000);
  });

  test('a window made smaller goes negative and has to be lifted above 0 first', () => {
    const { peer, received } = answering(1000, 100);
    peer.setting(INITIAL_WINDOW_SIZE, 40);
    peer.windowUpdate(1, 60);
    expect(received()).toBe(100);
    peer.windowUpdate(1, 1);
    expect(received()).toBe(101);
    peer.setting(INITIAL_WINDOW_SIZE, 1_000);
    expect(received()).toBe(1000);
  });

  test('an empty end needs no window', () => {
    const { peer } = answering(0, 0);
    expect(peer.got('DATA')).toMatchObject([{ endStream: true, flowLength: 0 }]);
  });

  test('trailers wait behind the body, and a NO_ERROR reset behind both', () => {
    const server = new ServerRecorder();
    const peer = new RawPeer(server.connection);
    peer.setting(INITIAL_WINDOW_SIZE, 5);
    server.answer = (stream) => {
      stream.sendHeaders(OK);
      stream.sendData(new Uint8Array(10));
      stream.sendTrailers([{ name: 'grpc-status', value: '0' }]);
      stream.reset(0);
    };
    peer.headers(1, REQUEST);
    const order = () =>
      peer.frames.filter(({ streamId }) => streamId === 1).map(({ type }) => type);
    expect(order()).toEqual(['HEADERS', 'DATA']);
    peer.windowUpdate(1, 5);
    expect(order()).toEqual(['HEADERS', 'DATA', 'DATA', 'HEADERS', 'RST_STREAM']);
    expect(server.streams[0]!.events.at(-1)).toBe('close');
  });

  test('sendData says false above the high-water mark, drain says when to go on', () => {
    const client = new ClientRecorder();
    const peer = new RawPeer(client.connection);
    const call = client.open(CALL);
    expect(call.stream!.sendData(new Uint8Array(65_535))).toBe(true);
    expect(call.stream!.sendData(new Uint8Array(65_000))).toBe(true);
    expect(call.stream!.sendData(new Uint8Array(1_000))).toBe(false);
    expect(call.stream!.queuedBytes).toBe(66_000);
    peer.windowUpdate(1, 100_000);
    expect(call.drained).toBe(0);
    peer.windowUpdate(0, 20_000);
    expect(call.drained).toBe(0);
    peer.windowUpdate(0, 20_000);
    expect([call.drained, call.stream!.queuedBytes]).toEqual([1, 26_000]);
    peer.windowUpdate(0, 26_000);
    expect([call.drained, call.stream!.queuedBytes]).toEqual([1, 0]);
  });

  test('small pieces are counted as well as octets: an octet at a time is held back soon', () => {
    const server = new ServerRecorder();
    const peer = new RawPeer(server.connection);
    peer.setting(INITIAL_WINDOW_SIZE, 0);
    let [sent, drained] = [0, 0];
    server.answer = (each, recorder) => {
      recorder.drain = () => drained++;
      each.sendHeaders(OK);
      do sent++;
      while (each.sendData(Uint8Array.of(7)));
    };
    peer.headersAndEnd(1, REQUEST);
    expect(sent).toBeLessThan(100);
    expect(drained).toBe(0);
    peer.windowUpdate(1, sent);
    expect(peer.got('DATA').reduce((sum, { data }) => sum + data.length, 0)).toBe(sent);
    expect(drained).toBe(1);
  });

  test('streams take turns: a short body does not wait for a long one', () => {
    const server = new ServerRecorder();
    const peer = new RawPeer(server.connection);
    peer.setting(INITIAL_WINDOW_SIZE, 1_000_000);
    server.answer = (stream) => {
      stream.sendHeaders(OK);
      stream.sendData(new Uint8Array(stream.id === 1 ? 500_000 : 100), true);
    };
    peer.headersAndEnd(1, REQUEST);
    peer.headersAndEnd(3, REQUEST);
    peer.frames.length = 0;
    peer.windowUpdate(0, 600_000);
    const order = peer.got('DATA').map(({ streamId }) => streamId);
    expect(order.indexOf(3)).toBeLessThan(3);
    expect(order.filter((id) => id === 1).length).toBeGreaterThan(20);
  });

  test('a body beyond what the transport takes waits in its stream', () => {
    const server = new ServerRecorder();
    const client = new ClientRecorder({ streamWindow: 10_000_000, connectionWindow: 10_000_000 });
    exchange(client.connection, server.connection);
    client.open(CALL, true);
    exchange(client.connection, server.connection);
    const stream = server.streams[0]!.stream!;
    stream.sendHeaders(OK);
    expect(stream.sendData(new Uint8Array(5_000_000), true)).toBe(false);
    // Nothing has been taken: the output holds one high-water mark and a frame at most.
    expect(server.connection.takeOutput()!.length).toBeLessThan(131_072 + 16_393 + 100);
    expect(stream.queuedBytes).toBeGreaterThan(4_800_000);
  });
});

describe('receiving', () => {
  test('a slow reader stops the sender, and nobody else', () => {
    const client = new ClientRecorder();
    const server = new ServerRecorder();
    server.greedy = false;
    exchange(client.connection, server.connection);
    const slow = client.open(CALL);
    slow.stream!.sendData(new Uint8Array(2_000_000), true);
    exchange(client.connection, server.connection);
    expect(server.streams[0]!.bytes).toBe(512 * 1024);
    server.greedy = true;
    const other = client.open(CALL);
    other.stream!.sendData(new Uint8Array(2_000_000), true);
    exchange(client.connection, server.connection);
    expect(server.streams[1]!.bytes).toBe(2_000_000);
    expect(server.streams[0]!.bytes).toBe(512 * 1024);
    server.streams[0]!.greedy = true;
    server.streams[0]!.stream!.consume(512 * 1024);
    exchange(client.connection, server.connection);
    expect(server.streams[0]!.bytes).toBe(2_000_000);
  });

  test('a window smaller than the default holds from the peer’s ACK on', () => {
    const hello = (acknowledge: boolean) => {
      const server = new ServerRecorder({ streamWindow: 1_000 });
      server.greedy = false;
      const peer = new RawPeer(server.connection, false);
      peer.preface();
      peer.frame(FrameType.SETTINGS, 0, 0);
      peer.headers(1, REQUEST);
      if (acknowledge) peer.frame(FrameType.SETTINGS, Flag.ACK, 0);
      return { server, peer };
    };
    // Before it, the peer cannot know of it: 65,535 are its right, on streams that are open too.
    const before = hello(false);
    for (let i = 0; i < 4; i++) before.peer.data(1, 16_000);
    expect(before.server.streams[0]!.bytes).toBe(64_000);
    const after = hello(true);
    after.peer.data(1, 1_000);
    after.peer.headers(3, REQUEST);
    after.peer.data(3, 1_001);
    after.peer.data(1, 1);
    expect(after.peer.got('RST_STREAM')).toMatchObject([
      { streamId: 3, code: ErrorCode.FLOW_CONTROL_ERROR },
      { streamId: 1, code: ErrorCode.FLOW_CONTROL_ERROR },
    ]);
  });

  test('credit for more than was delivered is not given', () => {
    const server = new ServerRecorder({ streamWindow: 1000 });
    server.greedy = false;
    const peer = new RawPeer(server.connection);
    peer.headers(1, REQUEST);
    peer.data(1, 600);
    server.streams[0]!.stream!.consume(1_000_000);
    peer.read();
    expect(peer.got('WINDOW_UPDATE')).toMatchObject([{ streamId: 1, increment: 600 }]);
  });

  test('what a closed stream did not consume goes back to the connection', () => {
    const server = new ServerRecorder({ connectionWindow: 100_000, streamWindow: 100_000 });
    server.greedy = false;
    const peer = new RawPeer(server.connection);
    for (let id = 1; id < 120; id += 4) {
      peer.headers(id, REQUEST);
      for (let i = 0; i < 4; i++) peer.data(id, 15_000);
      peer.frame(FrameType.RST_STREAM, 0, id, uint32(ErrorCode.CANCEL));
      // DATA that comes behind our own reset counts too.
      peer.headers(id + 2, REQUEST);
      server.streams.at(-1)!.stream!.reset(ErrorCode.CANCEL);
      peer.data(id + 2, 15_000);
    }
    expect(server.connection.closed).toBe(false);
  });

  test('padding is given back with the data, and not before', () => {
    for (const greedy of [true, false]) {
      const server = new ServerRecorder({ streamWindow: 1000 });
      server.greedy = greedy;
      const peer = new RawPeer(server.connection);
      peer.headers(1, REQUEST);
      for (let i = 0; i < 100; i++) peer.frame(0x0, 0x8, 1, [200, 7, ...new Uint8Array(200)]);
      expect(server.streams[0]!.bytes).toBe(greedy ? 100 : 4);
      expect(server.connection.closed).toBe(false);
    }
  });
});

test('a peer that knew our small window late is not left waiting', () => {
  const server = new ServerRecorder({ streamWindow: 10_000 });
  const peer = new RawPeer(server.connection, false);
  peer.preface();
  peer.frame(FrameType.SETTINGS, 0, 0);
  peer.headers(1, REQUEST);
  // It does not know our SETTINGS yet, so it may send 65,535; we read it all, at once.
  peer.data(1, 16_000);
  peer.data(1, 14_000);
  peer.frame(FrameType.SETTINGS, Flag.ACK, 0);
  // For the peer its window is 10,000 - 30,000 now. Nothing more can come, so nothing will be read.
  const credit = peer.got('WINDOW_UPDATE').filter(({ streamId }) => streamId === 1);
  expect(credit.map(({ increment }) => increment)).toEqual([30_000]);
});

test('a body may end although our window has become negative', () => {
  const server = new ServerRecorder({ streamWindow: 10_000 });
  server.greedy = false;
  const peer = new RawPeer(server.connection, false);
  peer.preface();
  peer.frame(FrameType.SETTINGS, 0, 0);
  peer.headers(1, REQUEST);
  peer.data(1, 16_000);
  peer.frame(FrameType.SETTINGS, Flag.ACK, 0);
  peer.data(1, 0, true);
  expect(peer.got('RST_STREAM')).toEqual([]);
  expect(server.streams[0]!.events.at(-1)).toBe('data end');
});
