import { describe, expect, test } from 'vitest';
import { ErrorCode } from '#http2/error-code';
import { Flag, FrameType } from '#http2/frames/frame-type';
import { CONNECTION_COST } from '#http2/limits/costs';
import { CALL, fieldsOf } from './calls.ts';
import { type Pairs, RawPeer, REQUEST, rawFrame, uint32 } from './raw-peer.ts';
import { ClientRecorder, ServerRecorder } from './recorder.ts';

const { PROTOCOL_ERROR, FLOW_CONTROL_ERROR, FRAME_SIZE_ERROR, STREAM_CLOSED, COMPRESSION_ERROR } =
  ErrorCode;
const { DATA, HEADERS, PRIORITY, RST_STREAM, SETTINGS, PUSH_PROMISE } = FrameType;
const { PING, GOAWAY, WINDOW_UPDATE, CONTINUATION } = FrameType;
const { END_STREAM, END_HEADERS, PADDED, ACK } = Flag;

describe('what ends the connection', () => {
  const cases: [name: string, code: number, attack: (peer: RawPeer) => void][] = [
    ['DATA on stream 0', PROTOCOL_ERROR, (p) => p.data(0, 1)],
    ['DATA on an idle stream', PROTOCOL_ERROR, (p) => p.data(1, 1)],
    ['DATA on a stream that has ended', STREAM_CLOSED, (p) => end(p, () => p.data(1, 1))],
    ['HEADERS on one that has ended', STREAM_CLOSED, (p) => end(p, () => p.headers(1, REQUEST))],
    ['HEADERS on stream 0', PROTOCOL_ERROR, (p) => p.headers(0, REQUEST)],
    ['HEADERS on an even stream', PROTOCOL_ERROR, (p) => p.headers(2, REQUEST)],
    [
      'a lower stream id',
      PROTOCOL_ERROR,
      (p) => {
        p.headers(5, REQUEST);
        p.headers(3, REQUEST);
      },
    ],
    ['a wrong header block', COMPRESSION_ERROR, (p) => p.frame(HEADERS, END_HEADERS, 1, [0x80])],
    ['all padding', PROTOCOL_ERROR, (p) => p.frame(HEADERS, END_HEADERS | PADDED, 1, [1])],
    ['no pad length', FRAME_SIZE_ERROR, (p) => p.frame(HEADERS, END_HEADERS | PADDED, 1, [])],
    ['padding longer than DATA', PROTOCOL_ERROR, (p) => open(p, DATA, PADDED, [9, 1, 2])],
    ['padded DATA without a pad length', FRAME_SIZE_ERROR, (p) => open(p, DATA, PADDED, [])],
    ['no room for priority', FRAME_SIZE_ERROR, (p) => p.frame(HEADERS, 0x24, 1, [0, 0, 0, 0])],
    ['CONTINUATION of nothing', PROTOCOL_ERROR, (p) => p.frame(CONTINUATION, END_HEADERS, 1)],
    ['CONTINUATION elsewhere', PROTOCOL_ERROR, (p) => halfBlock(p, CONTINUATION, 3)],
    ['a PING inside a block', PROTOCOL_ERROR, (p) => halfBlock(p, PING, 0, 8)],
    ['an unknown frame inside a block', PROTOCOL_ERROR, (p) => halfBlock(p, 0xbb, 1)],
    ['PRIORITY on stream 0', PROTOCOL_ERROR, (p) => p.frame(PRIORITY, 0, 0, new Uint8Array(5))],
    ['RST_STREAM on stream 0', PROTOCOL_ERROR, (p) => p.frame(RST_STREAM, 0, 0, uint32(8))],
    ['RST_STREAM on an idle stream', PROTOCOL_ERROR, (p) => p.frame(RST_STREAM, 0, 1, uint32(8))],
    ['RST_STREAM of 3 bytes', FRAME_SIZE_ERROR, (p) => open(p, RST_STREAM, 0, [0, 0, 8])],
    ['SETTINGS on a stream', PROTOCOL_ERROR, (p) => p.frame(SETTINGS, 0, 1)],
    ['SETTINGS of 5 bytes', FRAME_SIZE_ERROR, (p) => p.frame(SETTINGS, 0, 0, [0, 1, 0, 0, 0])],
    ['a SETTINGS ACK that says more', FRAME_SIZE_ERROR, (p) => p.frame(SETTINGS, ACK, 0, [0])],
    ['ENABLE_PUSH 2', PROTOCOL_ERROR, (p) => p.setting(2, 2)],
    ['a window setting above the maximum', FLOW_CONTROL_ERROR, (p) => p.setting(4, 2 ** 31)],
    ['MAX_FRAME_SIZE too small', PROTOCOL_ERROR, (p) => p.setting(5, 16_383)],
    ['MAX_FRAME_SIZE too large', PROTOCOL_ERROR, (p) => p.setting(5, 2 ** 24)],
    ['PUSH_PROMISE', PROTOCOL_ERROR, (p) => open(p, PUSH_PROMISE, END_HEADERS, uint32(2))],
    ['PING on a stream', PROTOCOL_ERROR, (p) => p.frame(PING, 0, 1, new Uint8Array(8))],
    ['PING of 7 bytes', FRAME_SIZE_ERROR, (p) => p.frame(PING, 0, 0, new Uint8Array(7))],
    ['GOAWAY on a stream', PROTOCOL_ERROR, (p) => p.frame(GOAWAY, 0, 1, new Uint8Array(8))],
    ['GOAWAY of 7 bytes', FRAME_SIZE_ERROR, (p) => p.frame(GOAWAY, 0, 0, new Uint8Array(7))],
    ['WINDOW_UPDATE of 0', PROTOCOL_ERROR, (p) => p.windowUpdate(0, 0)],
    ['a window above the maximum', FLOW_CONTROL_ERROR, (p) => p.windowUpdate(0, 0x7fffffff)],
    ['WINDOW_UPDATE on an idle stream', PROTOCOL_ERROR, (p) => p.windowUpdate(7, 1)],
    ['WINDOW_UPDATE of 3 bytes', FRAME_SIZE_ERROR, (p) => p.frame(WINDOW_UPDATE, 0, 0, [0, 0, 1])],
    [
      'a frame that is too long, before its payload has come',
      FRAME_SIZE_ERROR,
      (p) => p.bytes(rawFrame(DATA, 0, 1, new Uint8Array(16_385)).slice(0, 9)),
    ],
    [
      'more DATA than the connection window, before it has come',
      FLOW_CONTROL_ERROR,
      (p) => {
        for (let id = 1; id < 11; id += 2) {
          p.headers(id, REQUEST);
          for (let i = 0; i < 4; i++) p.data(id, 16_000);
        }
      },
    ],
    [
      'SETTINGS that lift a stream window above the maximum',
      FLOW_CONTROL_ERROR,
      (p) => {
        p.headers(1, REQUEST);
        p.windowUpdate(1, 0x7fffffff - 65_535);
        p.setting(4, 65_536);
      },
    ],
  ];

  function end(peer: RawPeer, then: () => void): void {
    peer.headersAndEnd(1, REQUEST);
    then();
  }
  function open(peer: RawPeer, type: number, flags: number, payload: number[]): void {
    peer.headers(1, REQUEST);
    peer.frame(type, flags, 1, payload);
  }
  function halfBlock(peer: RawPeer, type: number, streamId: number, size = 0): void {
    peer.frame(HEADERS, END_STREAM, 1, peer.block(REQUEST));
    peer.frame(type, 0, streamId, new Uint8Array(size));
  }

  test.each(cases)('%s', (_name, code, attack) => {
    // Credit comes with the octets as long as the budget has room: here it never has.
    const limits = { maxHeld: CONNECTION_COST + 70_000 };
    const server = new ServerRecorder({ connectionWindow: 300_000, limits });
    server.greedy = false;
    server.answer = (stream, { events }) => {
      if (events[0]!.endsWith('end')) stream.sendHeaders([{ name: ':status', value: '200' }], true);
    };
    const peer = new RawPeer(server.connection);
    attack(peer);
    expect(server.error).toMatchObject({ scope: 'connection', code, fault: 'remote' });
    expect(peer.got('GOAWAY')).toMatchObject([{ code }]);
    expect(server.connection.closed).toBe(true);
    // Every stream's owner has been told, once.
    for (const { events } of server.streams) {
      expect(events.filter((event) => event.startsWith('close'))).toHaveLength(1);
    }
  });

  test('a first frame that is not SETTINGS, a preface that is none', () => {
    for (const speak of [
      (p: RawPeer) => {
        p.preface();
        p.frame(PING, 0, 0, new Uint8Array(8));
      },
      (p: RawPeer) => {
        p.preface();
        p.frame(SETTINGS, ACK, 0);
      },
      (p: RawPeer) => p.bytes(new TextEncoder().encode('GET / HTTP/1.1\r\n\r\n')),
    ]) {
      const server = new ServerRecorder();
      const peer = new RawPeer(server.connection, false);
      speak(peer);
      expect(server.error).toMatchObject({ scope: 'connection', code: PROTOCOL_ERROR });
      expect(peer.got('GOAWAY')).toHaveLength(1);
    }
  });
});

describe('what ends one stream', () => {
  const instead = (name: string, value: string): Pairs =>
    REQUEST.map((pair) => (pair[0] === name ? [name, value] : pair));
  const malformed: [string, Pairs][] = [
    ['upper case', [...REQUEST, ['X-A', '1']]],
    ['a space in a name', [...REQUEST, ['x a', '1']]],
    ['an empty name', [...REQUEST, ['', '1']]],
    ['a line break in a value', [...REQUEST, ['x', 'a\r\nb']]],
    ['NUL in a value', [...REQUEST, ['x', '\0']]],
    ['space before a value', [...REQUEST, ['x', ' a']]],
    ['space behind a value', [...REQUEST, ['x', 'a\t']]],
    ['connection', [...REQUEST, ['connection', 'keep-alive']]],
    ['transfer-encoding', [...REQUEST, ['transfer-encoding', 'chunked']]],
    ['te other than trailers', [...REQUEST, ['te', 'gzip']]],
    ['an unknown pseudo-header', [...REQUEST, [':foo', '1']]],
    ['a pseudo-header of responses', [...REQUEST, [':status', '200']]],
    ['a pseudo-header behind a field', [['a', 'b'], ...REQUEST]],
    ['a pseudo-header twice', [...REQUEST, [':path', '/']]],
    ['no :method', REQUEST.slice(1)],
    ['no :scheme', REQUEST.filter(([name]) => name !== ':scheme')],
    ['no :path', REQUEST.filter(([name]) => name !== ':path')],
    ['an empty :path', instead(':path', '')],
    ['CONNECT with a :path', instead(':method', 'CONNECT')],
    ['two content-lengths', [...REQUEST, ['content-length', '1'], ['content-length', '2']]],
    ['a content-length that is none', [...REQUEST, ['content-length', '-1']]],
    ['another host', [...REQUEST, ['host', 'example.com']]],
  ];

  test.each(malformed)('a malformed request: %s', (_name, fields) => {
    const server = new ServerRecorder();
    const peer = new RawPeer(server.connection);
    peer.headers(1, fields);
    expect(peer.frames).toMatchObject([{ type: 'RST_STREAM', streamId: 1, code: PROTOCOL_ERROR }]);
    expect(server.streams).toHaveLength(0);
    // The same from the table, and then a good one.
    peer.headers(3, fields);
    peer.headers(5, [...REQUEST, ['te', 'trailers'], ['host', 'localhost']]);
    expect(peer.got('RST_STREAM')).toHaveLength(2);
    expect(server.streams).toHaveLength(1);
  });

  const onOpenStream: [string, number, (peer: RawPeer) => void][] = [
    [
      'DATA after END_STREAM',
      STREAM_CLOSED,
      (p) => {
        p.data(1, 0, true);
        p.data(1, 1);
      },
    ],
    [
      'HEADERS after END_STREAM',
      STREAM_CLOSED,
      (p) => {
        p.data(1, 0, true);
        p.headers(1, []);
      },
    ],
    ['trailers without END_STREAM', PROTOCOL_ERROR, (p) => p.headers(1, [['a', 'b']])],
    ['pseudo-headers in trailers', PROTOCOL_ERROR, (p) => p.headersAndEnd(1, [[':path', '/']])],
    ['a wrong field in trailers', PROTOCOL_ERROR, (p) => p.headersAndEnd(1, [['A', 'b']])],
    ['WINDOW_UPDATE of 0', PROTOCOL_ERROR, (p) => p.windowUpdate(1, 0)],
    ['a window above the maximum', FLOW_CONTROL_ERROR, (p) => p.windowUpdate(1, 0x7fffffff)],
    [
      'more DATA than the window',
      FLOW_CONTROL_ERROR,
      (p) => {
        p.data(1, 16_384);
        overfill(p);
      },
    ],
    ['PRIORITY of 4 bytes', FRAME_SIZE_ERROR, (p) => p.frame(PRIORITY, 0, 1, uint32(0))],
    ['dependence on itself', PROTOCOL_ERROR, (p) => p.frame(PRIORITY, 0, 1, [0, 0, 0, 1, 0])],
  ];
  function overfill(peer: RawPeer): void {
    for (let i = 0; i < 3; i++) peer.data(1, 16_384);
  }

  test.each(onOpenStream)('%s', (_name, code, attack) => {
    const server = new ServerRecorder({ streamWindow: 50_000 });
    server.greedy = false;
    const peer = new RawPeer(server.connection);
    peer.headers(1, REQUEST);
    attack(peer);
    expect(peer.got('RST_STREAM')).toMatchObject([{ streamId: 1, code }]);
    expect(server.streams[0]!.error).toMatchObject({ scope: 'stream', code, fault: 'remote' });
    peer.headersAndEnd(3, REQUEST);
    expect(server.streams).toHaveLength(2);
    expect(server.connection.closed).toBe(false);
  });

  test.each([
    ['less', '10', 9],
    ['more', '10', 11],
  ])('%s content than content-length says', (_name, length, sent) => {
    const server = new ServerRecorder();
    const peer = new RawPeer(server.connection);
    peer.headers(1, [...REQUEST, ['content-length', length]]);
    peer.data(1, sent, true);
    expect(peer.got('RST_STREAM')).toMatchObject([{ code: PROTOCOL_ERROR }]);
    peer.headers(3, [...REQUEST, ['content-length', length]]);
    peer.data(3, 10, true);
    expect(server.streams[1]!.events).toContain('data end');
  });

  test('frames after the peer itself has reset the stream', () => {
    const server = new ServerRecorder();
    const peer = new RawPeer(server.connection);
    peer.headers(1, REQUEST);
    peer.frame(RST_STREAM, 0, 1, uint32(8));
    peer.data(1, 5);
    expect(peer.got('RST_STREAM')).toMatchObject([{ streamId: 1, code: STREAM_CLOSED }]);
    peer.windowUpdate(1, 5);
    peer.frame(RST_STREAM, 0, 1, uint32(8));
    expect(server.connection.closed).toBe(false);
  });
});

describe('a client, and what a server does wrong', () => {
  function calling() {
    const client = new ClientRecorder();
    const peer = new RawPeer(client.connection);
    return { client, peer, call: client.open(CALL, true) };
  }

  test.each<[string, (peer: RawPeer) => void]>([
    ['DATA before the headers', (p) => p.data(1, 1)],
    ['no :status', (p) => p.headers(1, [['a', 'b']])],
    ['a :status that is not a number', (p) => p.headers(1, [[':status', 'abc']])],
    ['a pseudo-header of requests', (p) => p.headers(1, [...OK, [':path', '/']])],
    ['101', (p) => p.headers(1, [[':status', '101']])],
    ['an interim response that ends', (p) => p.headersAndEnd(1, [[':status', '100']])],
    ['content-length without content', (p) => p.headersAndEnd(1, [...OK, ['content-length', '1']])],
  ])('%s ends the stream', (_name, attack) => {
    const { client, peer, call } = calling();
    attack(peer);
    expect(call.error).toMatchObject({ scope: 'stream', code: PROTOCOL_ERROR, fault: 'remote' });
    expect(peer.got('RST_STREAM')).toHaveLength(1);
    const next = client.open(CALL, true);
    peer.headersAndEnd(3, OK);
    expect(next.events).toEqual(['headers :status=200 end', 'close']);
  });

  test.each<[string, (peer: RawPeer) => void]>([
    ['HEADERS on a stream that was never opened', (p) => p.headers(3, OK)],
    ['HEADERS on a stream of its own', (p) => p.headers(2, OK)],
    ['PUSH_PROMISE', (p) => p.frame(PUSH_PROMISE, END_HEADERS, 1, uint32(2))],
  ])('%s ends the connection', (_name, attack) => {
    const { client, peer, call } = calling();
    attack(peer);
    expect(client.error).toMatchObject({ scope: 'connection', code: PROTOCOL_ERROR });
    expect(call.error).toBe(client.error);
  });

  test('a response to HEAD, and 304, may have a content-length and no content', () => {
    const { client, peer } = calling();
    const head = client.open(fieldsOf([[':method', 'HEAD'], ...REQUEST.slice(1)]), true);
    const get = client.open(CALL, true);
    peer.headersAndEnd(3, [...OK, ['content-length', '9']]);
    peer.headersAndEnd(5, [
      [':status', '304'],
      ['content-length', '9'],
    ]);
    expect([head.error, get.error]).toEqual([undefined, undefined]);
  });
});

const OK: Pairs = [[':status', '200']];
