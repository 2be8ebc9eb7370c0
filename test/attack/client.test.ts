import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Channel } from '#channel/channel';
import { MAX_QUEUED_CALLS } from '#channel/limits';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { MAX_DISCARDED_BYTES, MAX_EXCERPT_LENGTH, MAX_RECEIVE_MESSAGE_SIZE } from '#grpc/limits';
import { Status } from '#grpc/status';
import { ErrorCode } from '#http2/error-code';
import { Flag, FrameType } from '#http2/frames/frame-type';
import { DEFAULT_LIMITS } from '#http2/limits/limits';
import { GreeterDefinition } from '#protobuf/generated/hello';
import { type Pairs, rawFrame, uint32 } from '../http2/raw-peer.ts';
import { EchoDefinition } from './echo.ts';
import { type RogueServer, rogueServer, type SocketPeer } from './socket-peer.ts';

/** A rogue server against our client: every call ends with a status that says who was wrong. */

let server: RogueServer;
let channel: Channel;
beforeEach(async () => {
  server = await rogueServer();
  channel = new Channel(server.target, { backoff: { initialMs: 10, maxMs: 10 } });
});
afterEach(async () => {
  await channel.close();
  await server.close();
});

const BYTES = Uint8Array.of(1, 2, 3);
const OK_HEADERS: Pairs = [
  [':status', '200'],
  ['content-type', 'application/grpc'],
];
const status = (code: number | string, more: Pairs = []): Pairs => [
  ['grpc-status', String(code)],
  ...more,
];
const { DATA, HEADERS, RST_STREAM, SETTINGS, PING, GOAWAY } = FrameType;

async function failure(call: Promise<unknown>): Promise<GrpcError> {
  const error = await call.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(GrpcError);
  return error as GrpcError;
}

/** One unary call, answered by `answer` on its stream. */
async function answered(answer: (peer: SocketPeer, id: number) => void): Promise<unknown> {
  const echo = createClient(EchoDefinition, channel);
  const call = echo.unary(BYTES, { timeoutMs: 5000 });
  call.catch(() => {});
  const peer = server.peers.at(-1) ?? (await server.next());
  const id = await peer.until(() => peer.got('HEADERS').at(-1)?.streamId);
  answer(peer, id);
  return call;
}

const reply = (peer: SocketPeer, id: number, payload = BYTES, compressed = false) => {
  peer.headers(id, OK_HEADERS);
  peer.message(id, payload, false, compressed);
};
const gzipped: Pairs = [...OK_HEADERS, ['grpc-encoding', 'gzip']];

type Rogue = [name: string, code: number, answer: (peer: SocketPeer, id: number) => void];
const ROGUES: Rogue[] = [
  [
    'no status',
    2,
    (peer, id) => {
      reply(peer, id);
      peer.headersAndEnd(id, [['x', '1']]);
    },
  ],
  [
    'a status that is none',
    2,
    (peer, id) => {
      reply(peer, id);
      peer.headersAndEnd(id, status('abc'));
    },
  ],
  [
    'a status outside the table',
    2,
    (peer, id) => {
      reply(peer, id);
      peer.headersAndEnd(id, status(99));
    },
  ],
  [
    'no trailers',
    13,
    (peer, id) => {
      reply(peer, id);
      peer.data(id, 0, true);
    },
  ],
  [
    'a page of HTML',
    2,
    (peer, id) => {
      peer.headers(id, [
        [':status', '200'],
        ['content-type', 'text/html'],
      ]);
      peer.data(id, 100, true);
    },
  ],
  ['HTTP 503', 14, (peer, id) => peer.headersAndEnd(id, [[':status', '503']])],
  [
    'an error page without end',
    2,
    (peer, id) => {
      peer.headers(id, [
        [':status', '500'],
        ['content-type', 'text/html'],
      ]);
      for (let sent = 0; sent <= MAX_DISCARDED_BYTES; sent += 16_000) peer.data(id, 16_000);
    },
  ],
  [
    'two answers',
    12,
    (peer, id) => {
      reply(peer, id);
      peer.message(id, BYTES);
    },
  ],
  [
    'OK and no answer',
    12,
    (peer, id) => {
      peer.headers(id, OK_HEADERS);
      peer.headersAndEnd(id, status(0));
    },
  ],
  [
    'half an answer',
    13,
    (peer, id) => {
      peer.headers(id, OK_HEADERS);
      peer.frame(DATA, 0, id, [0, 0, 0, 0, 9, 1]);
      peer.headersAndEnd(id, status(0));
    },
  ],
  [
    'flag 2',
    13,
    (peer, id) => {
      peer.headers(id, OK_HEADERS);
      peer.frame(DATA, 0, id, [2, 0, 0, 0, 0]);
    },
  ],
  [
    'an answer too large',
    8,
    (peer, id) => {
      peer.headers(id, OK_HEADERS);
      peer.frame(DATA, 0, id, [0, ...uint32(MAX_RECEIVE_MESSAGE_SIZE + 1)]);
    },
  ],
  [
    'a gzip bomb',
    8,
    (peer, id) => {
      peer.headers(id, gzipped);
      peer.message(id, gzipSync(new Uint8Array(MAX_RECEIVE_MESSAGE_SIZE + 1)), false, true);
      peer.headersAndEnd(id, status(0));
    },
  ],
  [
    'gzip that is none',
    13,
    (peer, id) => {
      peer.headers(id, gzipped);
      peer.message(id, BYTES, false, true);
      peer.headersAndEnd(id, status(0));
    },
  ],
  ['compressed, and nobody says how', 13, (peer, id) => reply(peer, id, BYTES, true)],
  [
    'a header list above its limit',
    8,
    (peer, id) => {
      const fields = Array.from({ length: 20 }, (_, i) => [`x-${i}`, 'v'.repeat(800)] as const);
      peer.headers(id, [...OK_HEADERS, ...fields]);
    },
  ],
  ['no :status', 13, (peer, id) => peer.headers(id, [['content-type', 'application/grpc']])],
  ['DATA before headers', 13, (peer, id) => peer.message(id, BYTES)],
  [
    'reset: REFUSED_STREAM, again and again',
    14,
    (peer, id) => {
      peer.frame(RST_STREAM, 0, id, uint32(ErrorCode.REFUSED_STREAM));
      void peer
        .until(() => peer.got('HEADERS').find(({ streamId }) => streamId > id)?.streamId)
        .then((next) => peer.frame(RST_STREAM, 0, next, uint32(ErrorCode.REFUSED_STREAM)));
    },
  ],
  [
    'reset: ENHANCE_YOUR_CALM',
    8,
    (peer, id) => peer.frame(RST_STREAM, 0, id, uint32(ErrorCode.ENHANCE_YOUR_CALM)),
  ],
  [
    'GOAWAY, and the end',
    14,
    (peer) => {
      peer.frame(GOAWAY, 0, 0, [...uint32(0x7fffffff), ...uint32(ErrorCode.INTERNAL_ERROR)]);
      peer.socket.end();
    },
  ],
  ['a reset socket', 14, (peer) => peer.socket.resetAndDestroy()],
];

describe('a server that breaks a rule', () => {
  test.each(ROGUES)('%s', async (_name, code, answer) => {
    const error = await failure(answered(answer));
    expect(error.code).toBe(code);
    // The next call is served: on this connection, or on another.
    void serveForEver(server);
    const next = createClient(EchoDefinition, channel).unary(BYTES, { waitForReady: true });
    expect(await next).toEqual(BYTES);
  });

  test('a reply that is not protobuf', async () => {
    const call = createClient(GreeterDefinition, channel).sayHello({ name: 'x' });
    const peer = await server.next();
    const id = await peer.until(() => peer.got('HEADERS').at(-1)?.streamId);
    reply(peer, id, Uint8Array.of(0x0a, 2, 0xc3, 0x28));
    peer.headersAndEnd(id, status(0));
    expect((await failure(call)).code).toBe(Status.INTERNAL);
  });
});

/** From now on answers every call, on every connection, as it should be answered. */
async function serveForEver(rogue: RogueServer): Promise<void> {
  const done = new Set<string>();
  for (const [i, peer] of rogue.peers.entries()) {
    for (const { streamId } of peer.got('HEADERS')) done.add(`${i} ${streamId}`);
  }
  for (;;) {
    for (const [i, peer] of rogue.peers.entries()) {
      for (const { streamId } of peer.got('DATA').filter(({ endStream }) => endStream)) {
        const key = `${i} ${streamId}`;
        if (done.has(key) || peer.isClosed) continue;
        done.add(key);
        reply(peer, streamId);
        peer.headersAndEnd(streamId, status(0));
      }
    }
    if (rogue.closed) return;
    await new Promise((next) => setTimeout(next, 1));
  }
}

const repeat = (count: number, frame: Uint8Array) => Array.from({ length: count }, () => frame);
const FLOODS: [string, (peer: SocketPeer, id: number) => Uint8Array[]][] = [
  ['PINGs', () => repeat(2 * DEFAULT_LIMITS.pings.burst, rawFrame(PING, 0, 0, new Uint8Array(8)))],
  ['SETTINGS', () => repeat(2 * DEFAULT_LIMITS.settings.burst, rawFrame(SETTINGS, 0, 0))],
  [
    'empty DATA',
    (peer, id) => {
      const headers = rawFrame(HEADERS, Flag.END_HEADERS, id, peer.block(OK_HEADERS));
      return [headers, ...repeat(2 * DEFAULT_LIMITS.emptyData.burst, rawFrame(DATA, 0, id))];
    },
  ],
  [
    'WINDOW_UPDATEs',
    () =>
      repeat(
        2 * DEFAULT_LIMITS.windowUpdates.burst,
        rawFrame(FrameType.WINDOW_UPDATE, 0, 0, uint32(1)),
      ),
  ],
  [
    'interim responses',
    (peer, id) =>
      repeat(
        2 * DEFAULT_LIMITS.ignored.burst,
        rawFrame(HEADERS, Flag.END_HEADERS, id, peer.block([[':status', '100']])),
      ),
  ],
  [
    'frames that nobody knows',
    () => repeat(2 * DEFAULT_LIMITS.ignored.burst, rawFrame(0xfe, 0, 0)),
  ],
  [
    'CONTINUATION',
    (_peer, id) => [
      rawFrame(HEADERS, 0, id, [0x88]),
      ...repeat(100, rawFrame(FrameType.CONTINUATION, 0, id)),
    ],
  ],
];

test.each(FLOODS)(
  'a flood of %s: ENHANCE_YOUR_CALM, and UNAVAILABLE for the call',
  async (_name, flood) => {
    let peer: SocketPeer | undefined;
    const error = await failure(
      answered((to, id) => {
        peer = to;
        for (const frame of flood(to, id)) to.bytes(frame);
      }),
    );
    expect(error.code).toBe(Status.UNAVAILABLE);
    await peer!.until(() => peer!.got('GOAWAY')[0]?.code === ErrorCode.ENHANCE_YOUR_CALM);
  },
);

describe('calls that wait for a stream', () => {
  test('end when the connection does', async () => {
    // Two of them, since the first of a channel waits for the connection itself.
    const echo = createClient(EchoDefinition, channel);
    const first = echo.unary(BYTES);
    const peer = await server.next();
    await peer.until(() => peer.got('HEADERS').length === 1);
    peer.setting(3, 1); // MAX_CONCURRENT_STREAMS
    await peer.settled(1);
    const second = echo.unary(BYTES);
    await server.closeListener();
    peer.socket.resetAndDestroy();
    expect((await failure(first)).code).toBe(Status.UNAVAILABLE);
    expect((await failure(second)).code).toBe(Status.UNAVAILABLE);
  });

  test('are served by the next one if there is one', async () => {
    const echo = createClient(EchoDefinition, channel);
    const first = echo.unary(BYTES);
    const peer = await server.next();
    await peer.until(() => peer.got('HEADERS').length === 1);
    peer.setting(3, 1);
    await peer.settled(1);
    const second = echo.unary(BYTES);
    void serveForEver(server);
    peer.socket.resetAndDestroy();
    expect((await failure(first)).code).toBe(Status.UNAVAILABLE);
    expect(await second).toEqual(BYTES);
  });

  test('are not more than MAX_QUEUED_CALLS', async () => {
    const echo = createClient(EchoDefinition, channel);
    let full = 0;
    let ended = 0;
    const count = (error: GrpcError) => {
      ended++;
      if (error.code === Status.RESOURCE_EXHAUSTED) full++;
    };
    const calls: Promise<unknown>[] = [];
    for (let i = 0; i < MAX_QUEUED_CALLS + 10; i++) calls.push(echo.unary(BYTES).catch(count));
    await Promise.all(calls.slice(-10));
    expect(full).toBe(10);
    await channel.close();
    await Promise.all(calls);
    expect(ended).toBe(MAX_QUEUED_CALLS + 10);
  });
});

test('a server that ends each connection behind its SETTINGS: no call hangs', async () => {
  const fickle = await rogueServer();
  const other = new Channel(fickle.target, { backoff: { initialMs: 1, maxMs: 1 } });
  const ending = (async () => {
    for (;;) {
      const peer = await fickle.next();
      peer.socket.end();
    }
  })();
  void ending;
  const echo = createClient(EchoDefinition, other);
  for (let i = 0; i < 20; i++) {
    expect((await failure(echo.unary(BYTES))).code).toBe(Status.UNAVAILABLE);
  }
  await other.close();
  await fickle.close();
});

describe('OK does not make good what could not be read', () => {
  const typed = (httpStatus: string, type: string): Pairs => [
    [':status', httpStatus],
    ['content-type', type],
  ];
  const WEB_PAGE = typed('200', 'text/html');
  const message = [0, 0, 0, 0, 3, ...BYTES];
  const END = Flag.END_HEADERS | Flag.END_STREAM;

  test.each<[string, Pairs, number]>([
    ['HTTP 502', typed('502', 'application/grpc'), Status.UNAVAILABLE],
    ['a web page', WEB_PAGE, Status.UNKNOWN],
    ['another codec', typed('200', 'application/grpc+json'), Status.INTERNAL],
    ['a field that is not base64', [...OK_HEADERS, ['x-bin', '*']], Status.INTERNAL],
  ])('after %s', async (_, headers, code) => {
    const error = await failure(
      answered((peer, id) => {
        peer.headers(id, headers);
        peer.frame(DATA, 0, id, message);
        peer.headers(id, status(0), END);
      }),
    );
    expect(error.code).toBe(code);
  });

  test('an error after it is believed', async () => {
    const error = await failure(
      answered((peer, id) => {
        peer.headers(id, WEB_PAGE);
        peer.headers(id, status(Status.NOT_FOUND, [['grpc-message', 'really']]), END);
      }),
    );
    expect(error).toMatchObject({ code: Status.NOT_FOUND, details: 'really' });
  });

  test('in trailers with a -bin field that is not base64', async () => {
    const error = await failure(
      answered((peer, id) => {
        peer.headers(id, OK_HEADERS);
        peer.frame(DATA, 0, id, message);
        peer.headers(id, status(0, [['x-bin', '*']]), END);
      }),
    );
    expect(error).toMatchObject({
      code: Status.INTERNAL,
      details: "'x-bin' in the trailers is not base64",
    });
  });

  test('what a server claims to be is repeated on one line at most', async () => {
    const error = await failure(
      answered((peer, id) => {
        peer.headers(id, typed('200', 'x'.repeat(10_000)));
        peer.headers(id, status(0), END);
      }),
    );
    expect(error.code).toBe(Status.UNKNOWN);
    expect(error.details.length).toBeLessThan(2 * MAX_EXCERPT_LENGTH);
  });
});
