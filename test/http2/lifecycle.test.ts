import { describe, expect, test } from 'vitest';
import { ErrorCode } from '#http2/error-code';
import { Flag, FrameType } from '#http2/frames/frame-type';
import { CALL } from './calls.ts';
import { RawPeer, REQUEST, uint32 } from './raw-peer.ts';
import { ClientRecorder, exchange, ServerRecorder } from './recorder.ts';

const OK = [{ name: ':status', value: '200' }];
const MAX_CONCURRENT_STREAMS = 0x3;

describe('going away (RFC 9113 §6.8)', () => {
  test('a server goes in two steps and loses no call that was on its way', () => {
    const server = new ServerRecorder();
    const client = new ClientRecorder();
    exchange(client.connection, server.connection);
    const before = client.open(CALL, true);
    exchange(client.connection, server.connection);
    // The client opens a stream that the server does not know of when it decides to go.
    const onItsWay = client.open(CALL, true);
    server.connection.shutdown('max_age');
    exchange(client.connection, server.connection);
    expect(client.events.slice(1)).toEqual(['goaway 2147483647 0', 'goaway 3 0']);
    expect(client.connection.availableStreams).toBe(0);
    expect(() => client.open(CALL, true)).toThrow('no stream can be opened');
    for (const { stream } of server.streams) stream!.sendHeaders(OK, true);
    exchange(client.connection, server.connection);
    expect([before.events.at(-1), onItsWay.events.at(-1)]).toEqual(['close', 'close']);
    expect([server.events.at(-1), client.events.at(-1)]).toEqual(['close', 'close']);
  });

  test('a client that does not answer the PING is not waited for', () => {
    const server = new ServerRecorder();
    const peer = new RawPeer(server.connection);
    peer.headersAndEnd(1, REQUEST);
    server.connection.shutdown();
    peer.read();
    expect(peer.got('GOAWAY')).toMatchObject([{ lastStreamId: 0x7fffffff }]);
    peer.headersAndEnd(3, REQUEST);
    server.connection.finishShutdown();
    peer.headersAndEnd(5, REQUEST); // Too late: skipped, it may be sent again elsewhere.
    expect(peer.got('GOAWAY').map(({ lastStreamId }) => lastStreamId)).toEqual([0x7fffffff, 3]);
    expect(server.streams).toHaveLength(2);
    for (const { stream } of server.streams) stream!.sendHeaders(OK, true);
    expect(server.events).toEqual(['close']);
  });

  test('a client learns which calls were never touched', () => {
    const client = new ClientRecorder();
    const peer = new RawPeer(client.connection);
    const [first, second] = [client.open(CALL, true), client.open(CALL, true)];
    peer.frame(FrameType.GOAWAY, 0, 0, [...uint32(1), ...uint32(0)]);
    expect(second.error).toMatchObject({ unprocessed: true, scope: 'stream' });
    expect(client.events).toEqual(['settings', 'goaway 1 0']);
    peer.headersAndEnd(1, [[':status', '200']]);
    expect(first.events.at(-1)).toBe('close');
    expect(client.events.at(-1)).toBe('close');
  });

  test('a client ends when its last call has', () => {
    const client = new ClientRecorder();
    const peer = new RawPeer(client.connection);
    client.open(CALL, true);
    client.connection.shutdown();
    expect(client.connection.closed).toBe(false);
    peer.headersAndEnd(1, [[':status', '200']]);
    expect(peer.got('GOAWAY')).toMatchObject([{ lastStreamId: 0, code: 0 }]);
    expect(client.events.at(-1)).toBe('close');
  });

  test('a connection that breaks closes its streams, with the reason the peer gave', () => {
    const client = new ClientRecorder();
    const peer = new RawPeer(client.connection);
    const call = client.open(CALL, true);
    const code = uint32(ErrorCode.ENHANCE_YOUR_CALM);
    peer.frame(FrameType.GOAWAY, 0, 0, [...uint32(1), ...code]);
    client.connection.transportClosed();
    expect(call.error).toMatchObject({ scope: 'connection', initiator: 'remote', code: 11 });
    expect(client.error).toBe(call.error);
  });

  test('abort says why and ends every stream', () => {
    const server = new ServerRecorder();
    const peer = new RawPeer(server.connection);
    peer.headers(1, REQUEST);
    server.connection.abort(ErrorCode.ENHANCE_YOUR_CALM, 'too_many_pings');
    peer.read();
    const [goaway] = peer.got('GOAWAY');
    expect(goaway).toMatchObject({ lastStreamId: 1, code: ErrorCode.ENHANCE_YOUR_CALM });
    expect(new TextDecoder().decode(goaway!.debugData)).toBe('too_many_pings');
    expect(server.streams[0]!.error).toMatchObject({ scope: 'connection' });
  });
});

describe('how many streams there may be (RFC 9113 §5.1.2)', () => {
  test('a client keeps to the limit of its server and hears when there is room', () => {
    const client = new ClientRecorder();
    const peer = new RawPeer(client.connection);
    peer.setting(MAX_CONCURRENT_STREAMS, 2);
    client.open(CALL, true);
    expect(client.connection.availableStreams).toBe(1);
    client.open(CALL, true);
    expect(client.connection.availableStreams).toBe(0);
    expect(() => client.open(CALL, true)).toThrow();
    client.events.length = 0;
    peer.headersAndEnd(1, [[':status', '200']]);
    peer.headersAndEnd(3, [[':status', '200']]);
    expect(client.events).toEqual(['streamsAvailable']);
    peer.setting(MAX_CONCURRENT_STREAMS, 0);
    expect(client.connection.availableStreams).toBe(0);
  });

  test.each([
    ['0, then 5', [0, 5]],
    ['100, 1, 100', [100, 1, 100]],
    ['100, 0, 100', [100, 0, 100]],
    ['1, 2', [1, 2]],
  ])('a call that waits hears of room, however it comes: %s', (_name, limits) => {
    const client = new ClientRecorder();
    const peer = new RawPeer(client.connection);
    peer.setting(MAX_CONCURRENT_STREAMS, limits[0]!);
    // With one call open there is none left under the lowest of the limits.
    if (limits[0]! > 0) client.open(CALL, true);
    for (const limit of limits.slice(1, -1)) peer.setting(MAX_CONCURRENT_STREAMS, limit);
    expect(client.connection.availableStreams).toBe(0);
    client.events.length = 0;
    peer.setting(MAX_CONCURRENT_STREAMS, limits.at(-1)!);
    expect(client.events).toEqual(['settings', 'streamsAvailable']);
  });

  test('nobody hears of room on a connection that ends', () => {
    const client = new ClientRecorder();
    const peer = new RawPeer(client.connection);
    peer.setting(MAX_CONCURRENT_STREAMS, 2);
    client.open(CALL, true);
    client.open(CALL, true);
    client.events.length = 0;
    client.connection.abort(ErrorCode.NO_ERROR);
    expect(client.events).toEqual([expect.stringMatching(/^close/)]);
  });

  test('a connection whose last call GOAWAY ends tells its owner of both, the end last', () => {
    const client = new ClientRecorder();
    const peer = new RawPeer(client.connection);
    client.open(CALL, true);
    client.events.length = 0;
    peer.frame(FrameType.GOAWAY, 0, 0, [...uint32(0), ...uint32(0)]);
    expect(client.events).toEqual(['goaway 0 0', 'close']);
  });

  test('before the settings come, a client opens a hundred', () => {
    const { connection } = new ClientRecorder();
    expect(connection.availableStreams).toBe(100);
  });

  test('a server refuses what is above its limit; it may be sent again', () => {
    const server = new ServerRecorder({ limits: { maxConcurrentStreams: 2 } });
    const peer = new RawPeer(server.connection);
    for (const id of [1, 3, 5]) peer.headers(id, REQUEST);
    expect(peer.got('RST_STREAM')).toMatchObject([{ streamId: 5, code: ErrorCode.REFUSED_STREAM }]);
    server.streams[0]!.stream!.reset(ErrorCode.CANCEL);
    peer.headers(7, REQUEST);
    expect(server.connection.openStreams).toBe(2);
    // The refused block has still been decoded: the table is right.
    expect(server.streams.map(({ events }) => events[0])).toHaveLength(3);
  });
});

describe('the odd and the allowed', () => {
  test('priority, unknown frames, flags and settings change nothing', () => {
    const server = new ServerRecorder();
    const peer = new RawPeer(server.connection);
    peer.frame(FrameType.PRIORITY, 0, 7, [0x80, 0, 0, 3, 200]);
    peer.frame(0xbb, 0xff, 0, [1, 2, 3]);
    peer.setting(0xabcd, 12);
    const flags = Flag.END_HEADERS | Flag.END_STREAM | Flag.PRIORITY | Flag.PADDED | 0x42;
    const payload = [2, 0x80, 0, 0, 0, 7, ...peer.block(REQUEST), 0, 0];
    peer.frame(FrameType.HEADERS, flags, 1, payload);
    peer.frame(0xbb, 0, 1);
    expect(server.streams[0]!.events[0]).toContain(':path=/a.B/C');
    expect(server.connection.closed).toBe(false);
  });

  test('the table grows and shrinks with SETTINGS_HEADER_TABLE_SIZE', () => {
    const server = new ServerRecorder();
    server.answer = (stream) => stream.sendHeaders([...OK, { name: 'x', value: 'y' }], true);
    const peer = new RawPeer(server.connection);
    peer.setting(0x1, 0);
    peer.headersAndEnd(1, REQUEST);
    peer.headersAndEnd(3, REQUEST);
    const [first, second] = peer.got('HEADERS');
    expect(first!.fragment[0]).toBe(0x20);
    expect(second!.fragment[0]).toBe(0x88);
    expect(peer.headerLists()).toHaveLength(2);
  });

  test('a handler that throws costs its connection, with INTERNAL_ERROR, and no more', () => {
    const server = new ServerRecorder();
    server.answer = () => {
      throw new Error('a bug of ours');
    };
    const peer = new RawPeer(server.connection);
    peer.headersAndEnd(1, REQUEST);
    const [goaway] = peer.got('GOAWAY');
    expect(goaway).toMatchObject({ code: ErrorCode.INTERNAL_ERROR });
    expect(new TextDecoder().decode(goaway!.debugData)).toBe('internal error');
    expect(server.error).toMatchObject({ fault: 'local' });
    expect(server.error!.message).toContain('a bug of ours');
  });

  test('after the end every method does nothing', () => {
    const server = new ServerRecorder();
    const peer = new RawPeer(server.connection);
    peer.headers(1, REQUEST);
    const { stream, events } = server.streams[0]!;
    server.connection.abort(0);
    peer.read();
    const before = [events.length, peer.frames.length];
    stream!.sendHeaders(OK);
    stream!.sendData(Uint8Array.of(1), true);
    stream!.sendTrailers(OK);
    stream!.consume(5);
    stream!.reset(1);
    server.connection.ping();
    server.connection.shutdown();
    server.connection.abort(1);
    server.connection.transportClosed();
    peer.headers(3, REQUEST);
    expect([events.length, peer.frames.length]).toEqual(before);
  });

  test('a field that cannot be sent is the caller’s error and harms nothing', () => {
    const client = new ClientRecorder();
    const peer = new RawPeer(client.connection);
    expect(() => client.open([...CALL, { name: 'x', value: '€' }], true)).toThrow(RangeError);
    client.open(CALL, true);
    peer.read();
    expect(peer.got('HEADERS')).toMatchObject([{ streamId: 1 }]);
    expect(peer.headerLists()).toEqual([REQUEST]);
  });
});
