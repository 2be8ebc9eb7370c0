import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeUtf8 } from '#bytes/utf8';
import { MAX_FRAME_SIZE } from '#framing/limits';
import {
  MAX_CONCURRENT_STREAMS,
  MAX_LIST_VALUES,
  MAX_PING_STRIKES,
  MAX_RECEIVE_MESSAGE_SIZE,
} from '#grpc/limits';
import { DEFAULT_MAX_LIST_SIZE } from '#hpack/limits';
import { ErrorCode } from '#http2/error-code';
import { DEFAULT_MAX_FRAME_SIZE } from '#http2/frames/frame-header';
import { Flag, FrameType } from '#http2/frames/frame-type';
import { DEFAULT_LIMITS } from '#http2/limits/limits';
import { MAX_DEPTH, MAX_VARINT_LENGTH } from '#protobuf/limits';
import { rawFrame, uint32 } from '../http2/raw-peer.ts';
import { Site } from './site.ts';
import { request, type SocketPeer } from './socket-peer.ts';

/**
 * Calls that break one rule each, all on one connection, against a real server: the one call ends
 * with the right status, the connection and everybody else's go on.
 */

const GREET = '/hello.Greeter/SayHello';
const { DATA, HEADERS, RST_STREAM, PING } = FrameType;
const ADA = Uint8Array.of(0x0a, 3, 0x41, 0x64, 0x61);
const prefix = (flag: number, size: number) => [flag, ...uint32(size)];

let site: Site;
let peer: SocketPeer;
let id = -1;
beforeAll(async () => {
  site = await Site.open();
  peer = await site.attack();
});
afterAll(() => site[Symbol.asyncDispose]());

type Wrong = [name: string, status: number, send: (id: number) => void, more?: object];
const data = (id: number, bytes: Iterable<number>, end = true) =>
  peer.frame(DATA, end ? Flag.END_STREAM : 0, id, bytes);
const greet = (id: number, changes = {}) => {
  peer.headers(id, request(GREET, changes));
  peer.message(id, ADA, true);
};
const start = (id: number, path = GREET, changes = {}) => peer.headers(id, request(path, changes));
/** A protobuf that is wrong, as the request of a greeting. */
const proto = (...bytes: number[]) => {
  return (id: number) => {
    start(id);
    peer.message(id, Uint8Array.from(bytes), true);
  };
};
const gzip = { 'grpc-encoding': 'gzip' };

const timeouts = [
  '',
  'S',
  '1',
  '123456789S',
  '-1S',
  '+1S',
  '1.5S',
  '1s',
  ' 1S',
  '1 S',
  '1SS',
  '٣S',
];
const WRONG: Wrong[] = [
  ['no content-type', 2, (id) => greet(id, { 'content-type': undefined }), { ':status': '415' }],
  [
    'application/grpcfoo',
    2,
    (id) => greet(id, { 'content-type': 'application/grpcfoo' }),
    { ':status': '415' },
  ],
  [
    'application/grpc-web',
    2,
    (id) => greet(id, { 'content-type': 'application/grpc-web' }),
    { ':status': '415' },
  ],
  ['a codec that nobody has', 12, (id) => greet(id, { 'content-type': 'application/grpc+json' })],
  ['no te', 13, (id) => greet(id, { te: undefined })],
  ['PUT', 13, (id) => greet(id, { ':method': 'PUT' }), { ':status': '405' }],
  ...timeouts
    .filter((text) => text === text.trim() && /^[ -~]*$/.test(text))
    .map(
      (text): Wrong => [`a timeout of '${text}'`, 13, (id) => greet(id, { 'grpc-timeout': text })],
    ),
  ['no such method', 12, (id) => greet(id, { ':path': '/hello.Greeter/sayHello' })],
  ['no such service', 12, (id) => greet(id, { ':path': '/Greeter/SayHello' })],
  ['a path of 8 KiB', 12, (id) => greet(id, { ':path': `/${'x'.repeat(8000)}` })],
  ['a -bin value that is not base64', 13, (id) => greet(id, { 'x-bin': '***' })],
  ['a -bin value of commas', 13, (id) => greet(id, { 'x-bin': ','.repeat(MAX_LIST_VALUES) })],
  [
    'flag 2',
    13,
    (id) => {
      start(id);
      data(id, prefix(2, 0));
    },
  ],
  [
    'flag 255',
    13,
    (id) => {
      start(id);
      data(id, prefix(255, 0));
    },
  ],
  [
    'compressed, and nobody says how',
    13,
    (id) => {
      start(id);
      peer.message(id, ADA, true, true);
    },
  ],
  [
    'compressed as identity',
    13,
    (id) => {
      start(id, GREET, { 'grpc-encoding': 'identity' });
      peer.message(id, ADA, true, true);
    },
  ],
  [
    'an encoding that we lack',
    12,
    (id) => {
      start(id, GREET, { 'grpc-encoding': 'br' });
      peer.message(id, ADA, true, true);
    },
    { 'grpc-accept-encoding': 'identity,gzip' },
  ],
  [
    'gzip that is none',
    13,
    (id) => {
      start(id, GREET, gzip);
      peer.message(id, ADA, true, true);
    },
  ],
  [
    'gzip that is cut off',
    13,
    (id) => {
      start(id, GREET, gzip);
      peer.message(id, gzipSync(ADA).subarray(0, 15), true, true);
    },
  ],
  [
    'a gzip bomb',
    8,
    (id) => {
      start(id, GREET, gzip);
      peer.message(id, gzipSync(new Uint8Array(MAX_RECEIVE_MESSAGE_SIZE + 1)), true, true);
    },
  ],
  [
    'a gzip bomb in a stream',
    8,
    (id) => {
      start(id, '/attack.Echo/Both', gzip);
      peer.message(id, gzipSync(new Uint8Array(MAX_RECEIVE_MESSAGE_SIZE + 1)), false, true);
    },
  ],
  [
    'one byte too many announced',
    8,
    (id) => {
      start(id);
      data(id, prefix(0, MAX_FRAME_SIZE + 1), false);
    },
  ],
  [
    '4 GiB announced',
    8,
    (id) => {
      start(id);
      data(id, prefix(0, 0xffffffff), false);
    },
  ],
  [
    'no message at all',
    12,
    (id) => {
      start(id);
      data(id, []);
    },
  ],
  [
    'two messages',
    12,
    (id) => {
      start(id);
      peer.message(id, ADA);
      peer.message(id, ADA);
    },
  ],
  [
    'half a prefix',
    13,
    (id) => {
      start(id);
      data(id, [0, 0]);
    },
  ],
  [
    'half a message',
    13,
    (id) => {
      start(id);
      data(id, [...prefix(0, 100), 1, 2, 3]);
    },
  ],
  [
    'half a message in a stream',
    13,
    (id) => {
      start(id, '/attack.Echo/Both');
      data(id, [...prefix(0, 100), 1, 2, 3]);
    },
  ],
  ['UTF-8 that is none', 13, proto(0x0a, 2, 0xc3, 0x28)],
  ['half a surrogate pair', 13, proto(0x0a, 3, 0xed, 0xa0, 0x80)],
  ['a protobuf that is cut off', 13, proto(0x0a, 5, 0x41)],
  ['a length of 2 GiB', 13, proto(0x0a, 0xff, 0xff, 0xff, 0xff, 7)],
  ['field 0', 13, proto(0x00, 0)],
  ['wire type 7', 13, proto(0x0f)],
  ['a varint without end', 13, proto(0x10, ...new Array(MAX_VARINT_LENGTH + 1).fill(0x80))],
  ['groups in groups in groups', 13, proto(...new Array(MAX_DEPTH + 1).fill(0x1b))],
];

describe('a call that breaks a rule', () => {
  test.each(WRONG)('%s', async (_name, status, send, more = {}) => {
    id += 2;
    send(id);
    expect(await peer.answer(id)).toMatchObject({ 'grpc-status': String(status), ...more });
    id += 2;
    greet(id); // On the same connection,
    expect(await peer.answer(id)).toMatchObject({ ':status': '200', 'grpc-status': '0' });
    await site.serveHonestly(); // and on another.
  });

  const resets: [string, number, (id: number) => void][] = [
    ['a header list above its limit', ErrorCode.ENHANCE_YOUR_CALM, (id) => greetLarge(id)],
    ['an upper-case name', ErrorCode.PROTOCOL_ERROR, (id) => start(id, GREET, { 'X-Up': '1' })],
    [
      'connection: close',
      ErrorCode.PROTOCOL_ERROR,
      (id) => start(id, GREET, { connection: 'close' }),
    ],
    ['a new line in a value', ErrorCode.PROTOCOL_ERROR, (id) => start(id, GREET, { x: 'a\r\nb' })],
    ['no :path', ErrorCode.PROTOCOL_ERROR, (id) => start(id, GREET, { ':path': undefined })],
    [
      'a pseudo-header too many',
      ErrorCode.PROTOCOL_ERROR,
      (id) => start(id, GREET, { ':status': '1' }),
    ],
    [
      'headers that do not end the call',
      ErrorCode.PROTOCOL_ERROR,
      (id) => {
        start(id);
        start(id);
      },
    ],
    [
      'more than content-length',
      ErrorCode.PROTOCOL_ERROR,
      (id) => {
        start(id, GREET, { 'content-length': '2' });
        peer.message(id, ADA, true);
      },
    ],
    [
      'a window above 2^31-1',
      ErrorCode.FLOW_CONTROL_ERROR,
      (id) => {
        start(id);
        peer.windowUpdate(id, 0x7fffffff);
      },
    ],
    [
      'a window that grows by 0',
      ErrorCode.PROTOCOL_ERROR,
      (id) => {
        start(id);
        peer.windowUpdate(id, 0);
      },
    ],
  ];
  const greetLarge = (id: number) => {
    // Sixteen fields, each of them fine; together too many.
    const fields = Array.from({ length: 16 }, (_, i) => [`x-${i}`, 'v'.repeat(1000)]);
    expect(16 * 1000).toBeLessThan(DEFAULT_MAX_LIST_SIZE);
    start(id, GREET, Object.fromEntries(fields));
  };

  test.each(resets)('%s: the stream is reset', async (_name, code, send) => {
    id += 2;
    send(id);
    expect(await peer.reset(id)).toBe(code);
    id += 2;
    greet(id);
    expect(await peer.answer(id)).toMatchObject({ 'grpc-status': '0' });
    await site.serveHonestly();
  });

  test('trailers end a request as well as anything', async () => {
    id += 2;
    start(id);
    peer.message(id, ADA);
    peer.headersAndEnd(id, [['x-trailer', '1']]);
    expect(await peer.answer(id)).toMatchObject({ 'grpc-status': '0' });
  });
});

describe('messages that are begun on every stream, and never ended', () => {
  const up = '/attack.Echo/Up';
  const most = MAX_RECEIVE_MESSAGE_SIZE;
  /** All but the last byte of the largest message, in frames of the usual size. */
  const begin = (id: number) => {
    start(id, up);
    data(id, prefix(0, most), false);
    const piece = new Uint8Array(DEFAULT_MAX_FRAME_SIZE);
    for (let left = most - 1; left > 0; left -= piece.length) {
      data(id, piece.subarray(0, Math.min(left, piece.length)), false);
    }
  };
  const nextId = () => {
    id += 2;
    return id;
  };

  test('the one too many is ended, those before it go on, and what ends gives its room back', async () => {
    const fit = Math.floor(DEFAULT_LIMITS.maxHeld / (most + 4));
    const begun = Array.from({ length: fit }, nextId);
    for (const each of begun) begin(each);
    const tooMany = nextId();
    begin(tooMany);
    expect(await peer.answer(tooMany)).toMatchObject({ 'grpc-status': '8' });
    await site.serveHonestly();

    data(begun[0]!, [0]);
    expect(await peer.answer(begun[0]!)).toMatchObject({ 'grpc-status': '0' });
    peer.frame(RST_STREAM, 0, begun[1]!, uint32(ErrorCode.CANCEL));
    for (const freed of [1, 2]) {
      begun.push(nextId());
      begin(begun[fit - 1 + freed]!);
    }
    const stillTooMany = nextId();
    begin(stillTooMany);
    expect(await peer.answer(stillTooMany)).toMatchObject({ 'grpc-status': '8' });
    for (const each of begun.slice(2)) {
      data(each, [0]);
      expect(await peer.answer(each)).toMatchObject({ 'grpc-status': '0' });
    }
  });
});

describe('a connection that breaks a rule', () => {
  const greeting = (peer: SocketPeer, id: number) => {
    peer.headers(id, request(GREET));
    peer.message(id, ADA, true);
  };
  const FATAL: [string, number, (peer: SocketPeer) => void][] = [
    [
      'DATA after END_STREAM',
      ErrorCode.STREAM_CLOSED,
      (peer) => {
        greeting(peer, 1);
        peer.message(1, ADA);
        peer.message(1, ADA);
      },
    ],
    ['DATA on a stream that is idle', ErrorCode.PROTOCOL_ERROR, (peer) => peer.message(7, ADA)],
    [
      'a stream id that goes back',
      ErrorCode.PROTOCOL_ERROR,
      (peer) => {
        greeting(peer, 5);
        greeting(peer, 3);
      },
    ],
    ['a stream of the server', ErrorCode.PROTOCOL_ERROR, (peer) => greeting(peer, 2)],
    [
      'a window of the connection above 2^31-1',
      ErrorCode.FLOW_CONTROL_ERROR,
      (peer) => peer.windowUpdate(0, 0x7fffffff),
    ],
    [
      'an index that no table has',
      ErrorCode.COMPRESSION_ERROR,
      (peer) => peer.frame(HEADERS, Flag.END_HEADERS, 1, [0xff, 0x20]),
    ],
    [
      'a table larger than allowed',
      ErrorCode.COMPRESSION_ERROR,
      (peer) => peer.frame(HEADERS, Flag.END_HEADERS, 1, [0x3f, 0xe2, 0x1f]),
    ],
    [
      'an integer without end',
      ErrorCode.COMPRESSION_ERROR,
      (peer) => peer.frame(HEADERS, Flag.END_HEADERS, 1, [0xff, ...new Array(20).fill(0x80), 1]),
    ],
    [
      'a frame that is too long',
      ErrorCode.FRAME_SIZE_ERROR,
      (peer) => peer.bytes(Uint8Array.of(0, 0x40, 1, 0, 0, 0, 0, 0, 1)),
    ],
    [
      'a header block in many pieces',
      ErrorCode.ENHANCE_YOUR_CALM,
      (peer) => {
        peer.frame(HEADERS, 0, 1, [0x83]);
        for (let i = 0; i <= DEFAULT_LIMITS.maxContinuations; i++)
          peer.frame(FrameType.CONTINUATION, 0, 1, [0x83]);
      },
    ],
    [
      'another frame inside a header block',
      ErrorCode.PROTOCOL_ERROR,
      (peer) => {
        peer.frame(HEADERS, 0, 1, [0x83]);
        peer.frame(PING, 0, 0, new Uint8Array(8));
      },
    ],
    [
      'PUSH_PROMISE',
      ErrorCode.PROTOCOL_ERROR,
      (peer) => peer.frame(FrameType.PUSH_PROMISE, Flag.END_HEADERS, 1, [0, 0, 0, 2]),
    ],
    [
      'rapid reset',
      ErrorCode.ENHANCE_YOUR_CALM,
      (peer) => {
        for (let id = 1; id < 4 * DEFAULT_LIMITS.resets.burst; id += 2) {
          peer.headers(id, request('/attack.Echo/Both'));
          peer.frame(RST_STREAM, 0, id, uint32(ErrorCode.CANCEL));
        }
      },
    ],
    [
      'pings that nobody asked for',
      ErrorCode.ENHANCE_YOUR_CALM,
      (peer) => {
        for (let i = 0; i < MAX_PING_STRIKES + 2; i++) peer.frame(PING, 0, 0, new Uint8Array(8));
      },
    ],
  ];

  test.each(FATAL)('%s: GOAWAY, and the end', async (_name, code, send) => {
    const rude = await site.attack();
    const before = site.connections;
    send(rude);
    expect(await rude.until(() => rude.got('GOAWAY')[0]?.code)).toBe(code);
    rude.socket.end();
    await rude.closed;
    while (site.connections >= before && before > 0) await site.serveHonestly();
    await site.serveHonestly();
  });

  test('HTTP/1.1 in place of the preface', async () => {
    const rude = await site.attack(false);
    rude.bytes(encodeUtf8('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'));
    expect(await rude.until(() => rude.got('GOAWAY')[0]?.code)).toBe(ErrorCode.PROTOCOL_ERROR);
    await site.serveHonestly();
  });

  test('the third ping too early says why: too_many_pings', async () => {
    const rude = await site.attack();
    for (let i = 0; i < MAX_PING_STRIKES + 2; i++) rude.frame(PING, 0, 0, new Uint8Array(8));
    const goaway = await rude.until(() => rude.got('GOAWAY')[0]);
    expect(new TextDecoder().decode(goaway.debugData)).toBe('too_many_pings');
  });
});

test('more calls at once than allowed are refused, and only they', async () => {
  await using crowded = await Site.open();
  const rude = await crowded.attack();
  const all: Uint8Array[] = [];
  const count = MAX_CONCURRENT_STREAMS + 10;
  for (let i = 0; i < count; i++) {
    const block = rude.block(request('/attack.Echo/Both'));
    all.push(rawFrame(HEADERS, Flag.END_HEADERS, 1 + 2 * i, block));
  }
  for (const frame of all) rude.bytes(frame);
  expect(await rude.reset(2 * count - 1)).toBe(ErrorCode.REFUSED_STREAM);
  const refused = rude.got('RST_STREAM');
  expect(refused.map(({ code }) => code)).toEqual(new Array(10).fill(ErrorCode.REFUSED_STREAM));
  expect(crowded.mostRunning).toBe(MAX_CONCURRENT_STREAMS);
  await crowded.serveHonestly();
});

test('calls answered before they were sent whole may come for ever', async () => {
  // Each leaves frames that cross on the way: they once added up to "too many ignored frames".
  await using site = await Site.open();
  const rude = await site.attack();
  for (let i = 0; i < 5000; i++) {
    rude.headers(1 + 2 * i, request('/hello.Greeter/NoSuch'));
    rude.message(1 + 2 * i, ADA, true);
    if (i % 500 === 499) await rude.answer(1 + 2 * i);
  }
  expect(rude.got('GOAWAY')).toEqual([]);
  await site.serveHonestly();
});
