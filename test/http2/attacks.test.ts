import { describe, expect, test } from 'vitest';
import { attachHttp2 } from '#http2/attach';
import { createHttp2Server } from '#http2/connection';
import { ErrorCode } from '#http2/error-code';
import { Flag, FrameType } from '#http2/frames/frame-type';
import type { Http2Error } from '#http2/http2-error';
import type { Http2Stream } from '#http2/stream';
import { FakeClock } from '#time/fake-clock';
import type { Connection } from '#transport/connection';
import { createPipe } from '#transport/memory';
import { collectGarbage } from '../collect-garbage.ts';
import { CALL } from './calls.ts';
import { RawPeer, REQUEST, rawFrame, uint32 } from './raw-peer.ts';
import { ClientRecorder, ServerRecorder } from './recorder.ts';

function memory(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** It stands still: no rate ever fills up again. */
const clock = new FakeClock();
const OK = [{ name: ':status', value: '200' }];
const { PING, SETTINGS, DATA, HEADERS, CONTINUATION, RST_STREAM, PRIORITY } = FrameType;
const { END_HEADERS, END_STREAM } = Flag;
const MEGABYTE = 1024 * 1024;

/** The server under attack, on as many connections as come, and an honest client beside it. */
class Site {
  readonly errors: (Http2Error | undefined)[] = [];
  open = 0;
  mostOpen = 0;
  readonly #client = new ClientRecorder();

  constructor() {
    attachHttp2(this.#client.connection, this.connect(), { clock });
  }

  connect(): Connection {
    const [ours, theirs] = createPipe();
    const http2 = createHttp2Server({
      stream: (stream, _fields, endStream) => {
        this.mostOpen = Math.max(this.mostOpen, http2.openStreams);
        if (endStream) this.#answer(stream);
        return {
          data: (_chunk, ended) => ended && this.#answer(stream),
          close() {},
        };
      },
      close: (error) => this.errors.push(error),
    });
    attachHttp2(http2, theirs, { clock });
    return ours;
  }

  #answer(stream: Http2Stream): void {
    stream.sendHeaders(OK);
    stream.sendData(new Uint8Array(100), true);
  }

  /** A call of the honest client; it must be answered whatever the others do. */
  async serveHonestly(): Promise<void> {
    const call = this.#client.open(CALL, true);
    while (call.events.at(-1)?.startsWith('close') !== true) await turn();
    expect(call.events).toEqual(['headers :status=200', 'data end', 'close']);
  }
}

const turn = () => new Promise<void>((next) => setImmediate(next));
const HELLO = (() => {
  const server = new ServerRecorder();
  const peer = new RawPeer(server.connection, false);
  const hello = [
    new TextEncoder().encode('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
    rawFrame(SETTINGS, 0, 0),
  ];
  for (const bytes of hello) peer.bytes(bytes);
  return hello;
})();

/** A header block that needs no table: every stream can use it. */
const BLOCK = [0x83, 0x86, 0x84, 0x01, 1, 0x61]; // POST http / authority "a"

interface Attack {
  name: string;
  /** The frames of one wave; `wave` counts from 0. */
  wave(wave: number): Uint8Array[];
  waves: number;
  /** What the attacker is told, if the connection ends. */
  code?: number;
}

const repeat = (count: number, frame: Uint8Array) => Array.from({ length: count }, () => frame);

const ATTACKS: Attack[] = [
  { name: 'PINGs', waves: 100, wave: () => repeat(100, rawFrame(PING, 0, 0, new Uint8Array(8))) },
  { name: 'SETTINGS', waves: 100, wave: () => repeat(100, rawFrame(SETTINGS, 0, 0)) },
  {
    name: 'SETTINGS full of entries',
    waves: 100,
    wave: () => repeat(5, rawFrame(SETTINGS, 0, 0, new Uint8Array(16_380).fill(0xee))),
  },
  {
    name: 'empty DATA',
    waves: 100,
    wave: (wave) => [
      ...(wave === 0 ? [rawFrame(HEADERS, END_HEADERS, 1, BLOCK)] : []),
      ...repeat(100, rawFrame(DATA, 0, 1)),
    ],
  },
  {
    name: 'rapid reset',
    waves: 100,
    wave: (wave) =>
      Array.from({ length: 100 }, (_, i) => 1 + 2 * (100 * wave + i)).flatMap((id) => [
        rawFrame(HEADERS, END_HEADERS, id, BLOCK),
        rawFrame(RST_STREAM, 0, id, uint32(8)),
      ]),
  },
  {
    name: 'resets that the server is made to send',
    waves: 100,
    wave: (wave) =>
      Array.from({ length: 100 }, (_, i) => 1 + 2 * (100 * wave + i)).flatMap((id) => [
        rawFrame(HEADERS, END_HEADERS, id, BLOCK),
        rawFrame(FrameType.WINDOW_UPDATE, 0, id, uint32(0)),
      ]),
  },
  {
    name: 'WINDOW_UPDATEs',
    waves: 100,
    wave: () => repeat(200, rawFrame(FrameType.WINDOW_UPDATE, 0, 0, uint32(1))),
  },
  {
    name: 'PRIORITY',
    waves: 100,
    wave: () => repeat(200, rawFrame(PRIORITY, 0, 3, new Uint8Array(5))),
  },
  {
    name: 'frames of a type that nobody knows',
    waves: 100,
    wave: () => repeat(200, rawFrame(0xfa, 0, 0, new Uint8Array(1000))),
  },
  {
    name: 'CONTINUATION without end',
    waves: 100,
    wave: (wave) => [
      ...(wave === 0 ? [rawFrame(HEADERS, 0, 1, BLOCK)] : []),
      ...repeat(5, rawFrame(CONTINUATION, 0, 1, new Uint8Array(16_000))),
    ],
  },
  {
    name: 'empty CONTINUATION without end',
    waves: 100,
    wave: (wave) => [
      ...(wave === 0 ? [rawFrame(HEADERS, 0, 1, BLOCK)] : []),
      ...repeat(100, rawFrame(CONTINUATION, 0, 1)),
    ],
  },
  {
    name: 'HPACK bombs',
    waves: 300,
    wave: (wave) => {
      const id = 1 + 2 * wave;
      // One entry of nearly the whole table, then 16,000 references to it: 60 MB of headers.
      const value = Array.from({ length: 4000 }, () => 0x61);
      const entry = [0x40, 1, 0x62, 0x7f, 0xa1, 0x1e, ...value];
      const block = [...BLOCK, ...entry, ...new Array(12_000).fill(0xbe)];
      return [rawFrame(HEADERS, END_HEADERS | END_STREAM, id, block)];
    },
    code: -1, // Each stream is reset; the connection may live.
  },
  {
    name: 'streams without end',
    waves: 100,
    wave: (wave) =>
      Array.from({ length: 100 }, (_, i) =>
        rawFrame(HEADERS, END_HEADERS, 1 + 2 * (100 * wave + i), BLOCK),
      ),
  },
];

describe('floods', () => {
  test.each(ATTACKS)('$name', async ({ wave, waves, code = ErrorCode.ENHANCE_YOUR_CALM }) => {
    const site = new Site();
    await site.serveHonestly();
    const attacker = site.connect();
    let closed = false;
    attacker.start({
      data() {},
      end: () => attacker.end(),
      close: () => {
        closed = true;
      },
    });
    for (const bytes of HELLO) attacker.write(bytes);
    await turn();
    const before = memory();
    let most = 0;
    for (let i = 0; i < waves; i++) {
      for (const frame of wave(i)) attacker.write(frame);
      await turn();
      if (i % 20 === 0) {
        await site.serveHonestly();
        most = Math.max(most, memory() - before);
      }
    }
    await site.serveHonestly();
    expect(most).toBeLessThan(8 * MEGABYTE);
    expect(site.mostOpen).toBeLessThanOrEqual(1_000);
    if (code < 0) return;
    expect(site.errors).toMatchObject([{ scope: 'connection', code, fault: 'remote' }]);
    expect(closed).toBe(true);
  });
});

describe('a peer that does not read', () => {
  /** Never takes output: as a transport would, once the peer's receive window is full. */
  function unread(options = {}) {
    const server = new ServerRecorder(options);
    const peer = new RawPeer(server.connection);
    const send = (frame: Uint8Array) => server.connection.receive(frame, 0);
    return { server, peer, send };
  }

  test('its acknowledgements do not pile up', () => {
    const pings = { burst: 1e9, perSecond: 0 };
    const { server, send } = unread({ limits: { pings } });
    const before = memory();
    for (let i = 0; i < 100_000; i++) send(rawFrame(PING, 0, 0, new Uint8Array(8)));
    expect(server.error).toMatchObject({ code: ErrorCode.ENHANCE_YOUR_CALM });
    expect(memory() - before).toBeLessThan(4 * MEGABYTE);
  });

  test('its responses wait in their streams, and its streams are counted', () => {
    const { server, send } = unread();
    server.answer = (stream) => {
      stream.sendHeaders([...OK, { name: 'x-long', value: 'v'.repeat(1_000), neverIndexed: true }]);
      stream.sendTrailers([{ name: 'grpc-status', value: '0' }]);
    };
    const before = memory();
    for (let id = 1; id < 60_000; id += 2) {
      send(rawFrame(HEADERS, END_HEADERS | END_STREAM, id, BLOCK));
    }
    expect(server.connection.openStreams).toBeLessThanOrEqual(1_000);
    expect(server.error).toMatchObject({ code: ErrorCode.ENHANCE_YOUR_CALM });
    expect(memory() - before).toBeLessThan(16 * MEGABYTE);
  });

  test('it gets no more than the windows in bodies, however long they are', () => {
    const { server, send, peer } = unread();
    server.answer = (stream) => {
      stream.sendHeaders(OK);
      while (stream.sendData(new Uint8Array(16_384)));
    };
    const before = memory();
    for (let id = 1; id < 200; id += 2) send(rawFrame(HEADERS, END_HEADERS, id, BLOCK));
    peer.read();
    expect(memory() - before).toBeLessThan(16 * MEGABYTE);
    expect(peer.got('DATA').reduce((sum, { flowLength }) => sum + flowLength, 0)).toBe(65_535);
  });
});

describe('honest peers are not taken for attackers', () => {
  test('a PING for every DATA frame, as bandwidth estimators send them', () => {
    const server = new ServerRecorder();
    const peer = new RawPeer(server.connection);
    peer.headers(1, REQUEST);
    for (let i = 0; i < 5_000; i++) {
      peer.data(1, 100);
      peer.frame(PING, 0, 0, new Uint8Array(8));
    }
    expect(server.connection.closed).toBe(false);
  });

  test('two WINDOW_UPDATEs for every DATA frame', () => {
    const server = new ServerRecorder();
    const peer = new RawPeer(server.connection);
    peer.headers(1, REQUEST);
    for (let i = 0; i < 5_000; i++) {
      server.streams[0]!.stream!.sendHeaders(OK);
      server.streams[0]!.stream!.sendData(new Uint8Array(10));
      peer.windowUpdate(0, 10);
      peer.windowUpdate(1, 10);
    }
    expect(server.connection.closed).toBe(false);
  });

  test('cancelling a hundred calls a second for minutes', () => {
    const server = new ServerRecorder();
    const peer = new RawPeer(server.connection);
    for (let i = 0; i < 20_000; i++) {
      peer.now += 10;
      peer.headers(1 + 2 * i, REQUEST);
      peer.frame(RST_STREAM, 0, 1 + 2 * i, uint32(8));
    }
    expect(server.connection.closed).toBe(false);
  });
});
