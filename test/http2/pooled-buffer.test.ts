import { expect, test } from 'vitest';
import { ByteQueue } from '#bytes/byte-queue';
import { ByteWriter } from '#bytes/byte-writer';
import { encodeUtf8 } from '#bytes/utf8';
import { encodeFrame, FrameDecoder } from '#framing/frame';
import { encodeLine, LineDecoder } from '#framing/line';
import { encodeMessage, MessageDecoder } from '#framing/message';
import { gzipCompression } from '#grpc/compression/gzip';
import { MessageScanner } from '#grpc/messages/message-scanner';
import { detached, PayloadQueue } from '#grpc/messages/payload-queue';
import { Metadata } from '#grpc/metadata';
import { encodeBase64 } from '#grpc/wire/base64';
import { HpackDecoder } from '#hpack/decoder';
import { HpackEncoder } from '#hpack/encoder';
import { FrameType } from '#http2/frames/frame-type';
import { FrameReader } from '#http2/wire/frame-reader';
import { FrameScanner } from '#http2/wire/frame-scanner';
import type { FrameSink } from '#http2/wire/frame-sink';
import { createPipe } from '#transport/memory';
import { RawPeer, REQUEST, rawFrame } from './raw-peer.ts';
import { ServerRecorder } from './recorder.ts';

/**
 * A `Buffer` out of Node's pool lies between the data of others, and its `slice` shares memory.
 * Whatever takes bytes gets some out of a pool here: it has to make of them what it makes of any
 * others, and to write neither them nor what lies around them.
 */
const AT = 1000;

function pooled(bytes: Uint8Array): { pool: Buffer; view: Buffer } {
  const pool = Buffer.alloc(4096 + bytes.length, 0xaa);
  pool.set(bytes, AT);
  return { pool, view: pool.subarray(AT, AT + bytes.length) };
}

const plain = (bytes: Uint8Array) => Uint8Array.from(bytes);
const PAYLOAD = Uint8Array.from({ length: 700 }, (_, i) => i);
const FIELDS = [
  { name: 'x-first', value: 'a value that Huffman makes shorter' },
  { name: 'x-second', value: '\u00ff\u00fe' },
];

function block(): Uint8Array {
  const out = new ByteWriter();
  new HpackEncoder().encode(FIELDS, out);
  return out.take();
}

/** Notes what a frame reader delivers, copied. */
function recorder() {
  const seen: unknown[] = [];
  const sink = new Proxy({} as FrameSink, {
    get:
      (_, name) =>
      (...args: unknown[]) =>
        seen.push([name, ...args.map((each) => (each instanceof Uint8Array ? plain(each) : each))]),
  });
  return { seen, sink };
}

/** Frames, some whole and some cut, of what pieces. */
const FRAMES = Uint8Array.from([
  ...rawFrame(FrameType.HEADERS, 4, 1, block()),
  ...rawFrame(FrameType.DATA, 8, 1, [5, ...PAYLOAD, 0, 0, 0, 0, 0]),
  ...rawFrame(FrameType.PING, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8]),
  ...rawFrame(FrameType.GOAWAY, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0, 104, 105]),
]);

/** Each takes bytes, perhaps in two chunks, and says what it made of them. */
const TAKERS: [string, Uint8Array, (...chunks: Uint8Array[]) => unknown][] = [
  [
    'a queue of bytes',
    PAYLOAD,
    (...chunks) => {
      const queue = new ByteQueue();
      for (const chunk of chunks) queue.push(chunk);
      return plain(queue.take(queue.length)!);
    },
  ],
  [
    'frames by length',
    encodeFrame(PAYLOAD),
    (...chunks) => {
      const decoder = new FrameDecoder();
      return chunks.flatMap((chunk) => decoder.push(chunk)).map(plain);
    },
  ],
  [
    'lines',
    encodeLine(encodeUtf8('a line')),
    (...chunks) => {
      const decoder = new LineDecoder();
      return chunks.flatMap((chunk) => decoder.push(chunk)).map(plain);
    },
  ],
  [
    'messages, plain',
    encodeMessage(PAYLOAD, true),
    (...chunks) => {
      const decoder = new MessageDecoder();
      return chunks.flatMap((chunk) => decoder.push(chunk)).map(({ payload }) => plain(payload));
    },
  ],
  [
    'messages, fast',
    encodeMessage(PAYLOAD, true),
    (...chunks) => {
      const scanner = new MessageScanner(1e6);
      return chunks.flatMap((chunk) => scanner.push(chunk)).map(({ payload }) => plain(payload));
    },
  ],
  ['encoding a frame', PAYLOAD, (chunk) => encodeFrame(chunk!)],
  ['encoding a line', PAYLOAD, (chunk) => encodeLine(chunk!)],
  ['encoding a message', PAYLOAD, (chunk) => encodeMessage(chunk!)],
  ['HPACK', block(), (chunk) => new HpackDecoder().decode(chunk!)],
  [
    'HTTP/2 frames, plain',
    FRAMES,
    (...chunks) => {
      const { seen, sink } = recorder();
      const reader = new FrameReader(sink);
      for (const chunk of chunks) reader.push(chunk);
      return joinedData(seen);
    },
  ],
  [
    'HTTP/2 frames, fast',
    FRAMES,
    (...chunks) => {
      const { seen, sink } = recorder();
      const scanner = new FrameScanner(sink);
      for (const chunk of chunks) scanner.push(chunk);
      return joinedData(seen);
    },
  ],
  ['gzip', PAYLOAD, (chunk) => gzipCompression.compress(chunk!)],
  ['gunzip', gzipCompression.compress(PAYLOAD), (chunk) => gzipCompression.decompress(chunk!, 1e6)],
  ['base64', PAYLOAD, (chunk) => encodeBase64(chunk!)],
  ['metadata', PAYLOAD, (chunk) => new Metadata({ 'x-bin': chunk! }).toHeaders()],
];

/** How a body is cut is nobody's business. */
function joinedData(seen: unknown[]): unknown {
  const events = seen as [string, number, Uint8Array][];
  const body = events.flatMap(([name, , bytes]) => (name === 'data' ? [...bytes] : []));
  return [body, events.filter(([name]) => name !== 'data' && name !== 'padding')];
}

test.each(TAKERS)('%s', (_name, bytes, take) => {
  const expected = take(plain(bytes));
  for (const cut of [bytes.length, 1, 3, Math.floor(bytes.length / 2)]) {
    const { pool, view } = pooled(bytes);
    const before = plain(pool);
    const chunks = [view.subarray(0, cut), view.subarray(cut)].filter(({ length }) => length > 0);
    // What takes one piece only is given one.
    const made = take.length > 0 ? take(view) : take(...chunks);
    expect(made).toEqual(expected);
    expect(Buffer.compare(pool, before)).toBe(0);
  }
});

test('a connection: its streams get plain bytes, and what it queues is its own', () => {
  const server = new ServerRecorder();
  const peer = new RawPeer(server.connection);
  peer.setting(4, 0);
  const got: Uint8Array[] = [];
  server.answer = (stream, recorder) => {
    recorder.data = (chunk) => got.push(chunk);
    stream.sendHeaders([{ name: ':status', value: '200' }]);
  };
  peer.headers(1, REQUEST);
  const { pool, view } = pooled(rawFrame(FrameType.DATA, 0, 1, PAYLOAD));
  server.connection.receive(view, 0);
  expect(got[0]!.constructor).toBe(Uint8Array);
  expect(got[0]).toEqual(PAYLOAD);
  // A prefix may be used again at once, and small pieces are copied.
  const small = pooled(Uint8Array.of(1, 2, 3));
  const prefix = pooled(Uint8Array.of(9, 9));
  server.streams[0]!.stream!.sendData(small.view, false, prefix.view);
  for (const each of [pool, small.pool, prefix.pool]) each.fill(0x55);
  peer.windowUpdate(1, 100);
  expect(peer.got('DATA').flatMap(({ data }) => [...data])).toEqual([9, 9, 1, 2, 3]);
});

test('what waits for its reader is copied out of a pool', () => {
  const queue = new PayloadQueue();
  const small = pooled(PAYLOAD.subarray(0, 10));
  const large = pooled(PAYLOAD);
  queue.push(small.view);
  queue.push(large.view);
  const alone = detached(large.view);
  for (const { pool } of [small, large]) pool.fill(0x55);
  expect(queue.shift()).toEqual(PAYLOAD.subarray(0, 10));
  expect(queue.shift()).toEqual(PAYLOAD);
  expect(alone).toEqual(PAYLOAD);
});

test('a pipe copies what is written to it', async () => {
  const [near, far] = createPipe();
  const { pool, view } = pooled(PAYLOAD);
  near.write(view);
  pool.fill(0x55);
  const chunk = await new Promise<Uint8Array>((data) => far.start({ data, end() {}, close() {} }));
  expect(chunk).toEqual(PAYLOAD);
});
