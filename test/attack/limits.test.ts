import { expect, test } from 'vitest';
import { Channel } from '#channel/channel';
import {
  MAX_ATTEMPTS,
  MAX_REPLAY_BYTES,
  MAX_TRANSPARENT_RETRIES,
  MAX_UNSENT_BYTES,
  MIN_RESOLUTION_INTERVAL_MS,
} from '#channel/limits';
import { createClient } from '#grpc/client/client';
import type { GrpcError } from '#grpc/grpc-error';
import {
  MAX_SEND_MESSAGE_SIZE,
  MIN_COMPRESSED_BYTES,
  MIN_PING_INTERVAL_IDLE_MS,
  MIN_PING_INTERVAL_MS,
  SHUTDOWN_GRACE_MS,
  SHUTDOWN_PING_MS,
} from '#grpc/limits';
import { Status } from '#grpc/status';
import { HpackDecoder } from '#hpack/decoder';
import { DEFAULT_TABLE_SIZE, MAX_ENCODER_TABLE_SIZE, MAX_INTEGER_BYTES } from '#hpack/limits';
import { ErrorCode } from '#http2/error-code';
import { Flag, FrameType } from '#http2/frames/frame-type';
import {
  ASSUMED_MAX_CONCURRENT_STREAMS,
  DEFAULT_LIMITS,
  MAX_DEBUG_DATA,
  OUTPUT_HIGH_WATER,
  REMEMBERED_STREAMS,
  STREAM_HIGH_WATER,
} from '#http2/limits/limits';
import { GreeterDefinition, HelloRequest } from '#protobuf/generated/hello';
import { MAX_FIELD_NUMBER, MAX_KEPT_BUFFER, MAX_LENGTH } from '#protobuf/limits';
import { FakeClock } from '#time/fake-clock';
import { DEADLINE_RESOLUTION_MS } from '#time/limits';
import { CALL } from '../http2/calls.ts';
import { RawPeer, REQUEST, uint32 } from '../http2/raw-peer.ts';
import { ClientRecorder, ServerRecorder } from '../http2/recorder.ts';
import { EchoDefinition } from './echo.ts';
import { Site } from './site.ts';
import { request, rogueServer } from './socket-peer.ts';

/** Limits that no other attack of this folder goes over: each is gone over here, and named. */

const { DATA, HEADERS, CONTINUATION, PING, RST_STREAM } = FrameType;
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => Status.OK,
    (error: GrpcError) => error.code,
  );

test('http2.maxHeaderBlockSize: a block of few but long pieces', () => {
  const { maxHeaderBlockSize, maxContinuations } = DEFAULT_LIMITS;
  const server = new ServerRecorder();
  const peer = new RawPeer(server.connection);
  peer.frame(HEADERS, 0, 1, [0x83]);
  let pieces = 0;
  for (; !server.connection.closed; pieces++) {
    peer.frame(CONTINUATION, 0, 1, new Uint8Array(16_384).fill(0x83));
  }
  expect(pieces).toBeLessThanOrEqual(Math.ceil(maxHeaderBlockSize / 16_384));
  expect(pieces).toBeLessThan(maxContinuations);
  expect(server.error?.code).toBe(ErrorCode.ENHANCE_YOUR_CALM);
});

test('http2.maxControlOutput: answers that nobody reads', () => {
  const { maxControlOutput } = DEFAULT_LIMITS;
  const limits = { pings: { burst: 1e9, perSecond: 0 } };
  const server = new ServerRecorder({ limits });
  const peer = new RawPeer(server.connection);
  // Straight in, and nothing is ever taken out.
  const ping = Uint8Array.of(0, 0, 8, PING, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8);
  let sent = 0;
  for (; !server.connection.closed; sent++) server.connection.receive(ping.slice(), 0);
  expect(sent).toBe(Math.ceil(maxControlOutput / ping.length) + 1);
  peer.read();
});

test('OUTPUT_HIGH_WATER and STREAM_HIGH_WATER: bodies wait in their stream, and it says stop', () => {
  const server = new ServerRecorder();
  const peer = new RawPeer(server.connection);
  peer.setting(4, 0x7fffffff);
  peer.windowUpdate(0, 0x7fffffff - 65_535);
  let taken = 0;
  server.answer = (stream) => {
    stream.sendHeaders([{ name: ':status', value: '200' }]);
    while (stream.sendData(new Uint8Array(1000))) taken += 1000;
  };
  // Into the connection directly: the peer that would take the output does not.
  server.connection.receive(concatFrame(HEADERS, Flag.END_HEADERS, 1, peer.block(REQUEST)), 0);
  expect(taken).toBeGreaterThan(OUTPUT_HIGH_WATER);
  expect(taken).toBeLessThan(OUTPUT_HIGH_WATER + STREAM_HIGH_WATER + 20_000);
});

function concatFrame(type: number, flags: number, id: number, payload: Uint8Array): Uint8Array {
  return Uint8Array.of(
    0,
    payload.length >> 8,
    payload.length,
    type,
    flags,
    0,
    0,
    0,
    id,
    ...payload,
  );
}

test('ASSUMED_MAX_CONCURRENT_STREAMS: no more before the server has said how many', () => {
  const client = new ClientRecorder();
  for (let i = 0; i < ASSUMED_MAX_CONCURRENT_STREAMS; i++) client.open(CALL, true);
  expect(client.connection.availableStreams).toBe(0);
  expect(() => client.open(CALL, true)).toThrow();
});

test('REMEMBERED_STREAMS: a frame that comes later than that does no harm', () => {
  const server = new ServerRecorder();
  const peer = new RawPeer(server.connection);
  peer.headers(1, REQUEST);
  server.streams[0]!.stream!.reset(ErrorCode.CANCEL);
  for (let i = 1; i <= 2 * REMEMBERED_STREAMS; i++) {
    peer.headers(1 + 2 * i, REQUEST);
    server.streams[i]!.stream!.reset(ErrorCode.CANCEL);
  }
  peer.data(1, 10);
  peer.frame(RST_STREAM, 0, 1, uint32(ErrorCode.CANCEL));
  expect(server.connection.closed).toBe(false);
});

test('MAX_DEBUG_DATA: neither do we say more, nor repeat more', async () => {
  const server = new ServerRecorder();
  const peer = new RawPeer(server.connection);
  server.connection.abort(ErrorCode.NO_ERROR, 'x'.repeat(10 * MAX_DEBUG_DATA));
  peer.read();
  expect(peer.got('GOAWAY')[0]!.debugData).toHaveLength(MAX_DEBUG_DATA);
  const rogue = await rogueServer();
  const channel = new Channel(rogue.target);
  const call = createClient(EchoDefinition, channel).unary(new Uint8Array(1));
  const far = await rogue.next();
  await far.until(() => far.got('HEADERS').length > 0);
  const text = new Uint8Array(16_000).fill(0x78);
  far.frame(FrameType.GOAWAY, 0, 0, [...uint32(0x7fffffff), ...uint32(2), ...text]);
  far.socket.end();
  const error = (await call.catch((reason) => reason)) as GrpcError;
  expect(error.code).toBe(Status.UNAVAILABLE);
  expect(error.details.length).toBeLessThan(2 * MAX_DEBUG_DATA);
  await channel.shutdown();
  await rogue.close();
});

test('DEFAULT_TABLE_SIZE, MAX_INTEGER_BYTES: what a header block can claim', () => {
  const decoder = new HpackDecoder();
  const sizeUpdate = (size: number) => {
    const bytes = [0x3f];
    let left = size - 31;
    for (; left >= 128; left >>= 7) bytes.push((left & 127) | 128);
    return Uint8Array.from([...bytes, left]);
  };
  expect(() => decoder.decode(sizeUpdate(DEFAULT_TABLE_SIZE))).not.toThrow();
  expect(() => decoder.decode(sizeUpdate(DEFAULT_TABLE_SIZE + 1))).toThrow();
  const zeros = new Array(MAX_INTEGER_BYTES).fill(0x80);
  expect(() => new HpackDecoder().decode(Uint8Array.of(0xff, ...zeros, 0))).toThrow();
});

test('MAX_ENCODER_TABLE_SIZE: a peer that offers 4 GiB does not make us remember more', () => {
  const server = new ServerRecorder();
  const peer = new RawPeer(server.connection);
  peer.setting(1, 0xffffffff);
  server.answer = (stream) =>
    stream.sendHeaders(
      [
        { name: ':status', value: '200' },
        { name: 'x', value: `${stream.id}` },
      ],
      true,
    );
  peer.headersAndEnd(1, REQUEST);
  const [block] = peer.got('HEADERS');
  // A decoder that keeps to the small table understands: no size update above it was sent.
  const decoder = new HpackDecoder({ maxTableSize: MAX_ENCODER_TABLE_SIZE });
  expect(decoder.decode(block!.fragment)).toHaveLength(2);
});

test('MAX_LENGTH, MAX_FIELD_NUMBER: lengths and numbers that cannot be', () => {
  const varint = (value: number) => {
    const bytes: number[] = [];
    let left = value;
    for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) | 128);
    return [...bytes, left];
  };
  const decode = (...bytes: number[]) => HelloRequest.decode(Uint8Array.from(bytes));
  expect(() => decode(0x0a, ...varint(MAX_LENGTH))).toThrow();
  expect(() => decode(0x0a, ...varint(MAX_LENGTH + 1))).toThrow();
  expect(() => decode(...varint(MAX_FIELD_NUMBER * 8), 0)).not.toThrow();
  expect(() => decode(...varint((MAX_FIELD_NUMBER + 1) * 8), 0)).toThrow();
});

test('MAX_KEPT_BUFFER: one large message does not hold memory afterwards', () => {
  HelloRequest.encode({ name: 'x'.repeat(4 * MAX_KEPT_BUFFER) });
  // A small one lies in a buffer of a size to match, not in a corner of the large one.
  const { buffer } = HelloRequest.encode({ name: 'Ada' });
  expect(buffer.byteLength).toBeLessThanOrEqual(MAX_KEPT_BUFFER);
});

test('MAX_SEND_MESSAGE_SIZE is the prefix; a smaller one of the owner holds on both sides', async () => {
  expect(MAX_SEND_MESSAGE_SIZE).toBe(2 ** 32 - 1);
  await using site = await Site.open({ maxSendSize: 10 });
  const channel = new Channel(`ipv4:127.0.0.1:${site.port}`, { maxSendSize: 100 });
  const echo = createClient(EchoDefinition, channel);
  expect(await codeOf(echo.unary(new Uint8Array(10)))).toBe(Status.OK);
  expect(await codeOf(echo.unary(new Uint8Array(11)))).toBe(Status.RESOURCE_EXHAUSTED); // theirs
  expect(await codeOf(echo.unary(new Uint8Array(101)))).toBe(Status.RESOURCE_EXHAUSTED); // ours
  await channel.shutdown();
});

test('MIN_COMPRESSED_BYTES: what gzip would only make longer goes as it is', async () => {
  await using site = await Site.open();
  const peer = await site.attack();
  const headers = { 'grpc-encoding': 'gzip', 'grpc-accept-encoding': 'gzip' };
  for (const [id, size] of [
    [1, MIN_COMPRESSED_BYTES - 1],
    [3, MIN_COMPRESSED_BYTES],
  ] as const) {
    peer.headers(id, request('/attack.Echo/Unary', headers));
    peer.message(id, new Uint8Array(size), true);
    await peer.answer(id);
    const [data] = peer.got('DATA').filter(({ streamId }) => streamId === id);
    expect(data!.data[0]).toBe(id === 3 ? 1 : 0);
  }
});

test('SHUTDOWN_PING_MS, SHUTDOWN_GRACE_MS: who does not let go is cut off', async () => {
  const clock = new FakeClock();
  const site = await Site.open({ clock });
  const peer = await site.attack();
  peer.headers(1, request('/attack.Echo/Both'));
  await peer.until(() => site.running === 1 || undefined);
  const before = peer.got('GOAWAY').length;
  const down = site.server.shutdown();
  await peer.until(() => peer.got('GOAWAY').length > before);
  expect(peer.got('GOAWAY').at(-1)!.lastStreamId).toBe(0x7fffffff);
  clock.advance(SHUTDOWN_PING_MS); // Our PING is not answered.
  await peer.until(() => peer.got('GOAWAY').at(-1)!.lastStreamId === 1);
  expect(site.running).toBe(1); // The call goes on.
  clock.advance(SHUTDOWN_GRACE_MS - SHUTDOWN_PING_MS);
  peer.socket.end();
  await down;
  expect(site.running).toBe(0);
  await site[Symbol.asyncDispose]();
});

test('MIN_PING_INTERVAL_MS, MIN_PING_INTERVAL_IDLE_MS: pings at their distance are not strikes', async () => {
  const clock = new FakeClock();
  await using site = await Site.open({ clock });
  const peer = await site.attack();
  for (let i = 1; i < 8; i++) {
    await peer.settled(i);
    clock.advance(MIN_PING_INTERVAL_IDLE_MS);
  }
  expect(peer.got('GOAWAY')).toEqual([]);
  expect(MIN_PING_INTERVAL_MS).toBeLessThan(MIN_PING_INTERVAL_IDLE_MS);
});

test('DEADLINE_RESOLUTION_MS: never early, and not later than that', async () => {
  const clock = new FakeClock();
  await using site = await Site.open({ clock });
  const peer = await site.attack();
  peer.headers(1, request('/attack.Echo/Both', { 'grpc-timeout': '100m' }));
  await peer.until(() => site.running === 1 || undefined);
  clock.advance(99);
  await site.serveHonestly();
  expect(site.running).toBe(1);
  clock.advance(1 + DEADLINE_RESOLUTION_MS);
  expect(await peer.answer(1)).toMatchObject({ 'grpc-status': '4' });
});

test('MAX_ATTEMPTS: no service config makes more of one call', async () => {
  const rogue = await rogueServer();
  const retryPolicy = {
    maxAttempts: 100,
    initialBackoff: '0.001s',
    maxBackoff: '0.001s',
    backoffMultiplier: 1,
    retryableStatusCodes: ['UNAVAILABLE'],
  };
  const channel = new Channel(rogue.target, {
    serviceConfig: { methodConfig: [{ name: [{}], retryPolicy }] },
  });
  const call = codeOf(createClient(EchoDefinition, channel).unary(new Uint8Array(1)));
  const peer = await rogue.next();
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const id = await peer.until(() => peer.got('HEADERS')[attempt]?.streamId);
    peer.headersAndEnd(id, [
      [':status', '200'],
      ['content-type', 'application/grpc'],
      ['grpc-status', '14'],
    ]);
  }
  expect(await call).toBe(Status.UNAVAILABLE);
  expect(peer.got('HEADERS')).toHaveLength(MAX_ATTEMPTS);
  await channel.shutdown();
  await rogue.close();
});

test('MAX_TRANSPARENT_RETRIES: a server that refuses all is not asked for ever', async () => {
  const rogue = await rogueServer();
  const channel = new Channel(rogue.target);
  const call = codeOf(createClient(EchoDefinition, channel).unary(new Uint8Array(1)));
  const peer = await rogue.next();
  for (let attempt = 0; attempt <= MAX_TRANSPARENT_RETRIES; attempt++) {
    const id = await peer.until(() => peer.got('HEADERS')[attempt]?.streamId);
    peer.frame(RST_STREAM, 0, id, uint32(ErrorCode.REFUSED_STREAM));
  }
  expect(await call).toBe(Status.UNAVAILABLE);
  expect(peer.got('HEADERS')).toHaveLength(1 + MAX_TRANSPARENT_RETRIES);
  await channel.shutdown();
  await rogue.close();
});

test('MAX_UNSENT_BYTES: without a connection the stream of requests waits', async () => {
  const rogue = await rogueServer(false); // It accepts, and says nothing.
  const channel = new Channel(rogue.target);
  let made = 0;
  const source = function* () {
    for (;;) {
      made += 1000;
      yield new Uint8Array(1000);
    }
  };
  const call = codeOf(createClient(EchoDefinition, channel).up(source(), { timeoutMs: 300 }));
  expect(await call).toBe(Status.DEADLINE_EXCEEDED);
  expect(made).toBeGreaterThan(MAX_UNSENT_BYTES / 2);
  expect(made).toBeLessThan(MAX_UNSENT_BYTES + 2000);
  await channel.shutdown();
  await rogue.close();
});

test('MAX_REPLAY_BYTES: a call that sent more is not sent again', async () => {
  const rogue = await rogueServer();
  const channel = new Channel(rogue.target);
  const large = new Uint8Array(MAX_REPLAY_BYTES + 1);
  await channel.ready();
  const call = codeOf(createClient(EchoDefinition, channel).unary(large));
  const peer = await rogue.next();
  const id = await peer.until(() => peer.got('HEADERS')[0]?.streamId);
  await peer.until(() => peer.got('DATA').length > 0);
  peer.frame(RST_STREAM, 0, id, uint32(ErrorCode.REFUSED_STREAM));
  expect(await call).toBe(Status.UNAVAILABLE);
  expect(peer.got('HEADERS')).toHaveLength(1);
  await channel.shutdown();
  await rogue.close();
});

test('MIN_RESOLUTION_INTERVAL_MS: however often connections fail, DNS is not asked more', async () => {
  const clock = new FakeClock();
  let asked = 0;
  const channel = new Channel('dns:nowhere.example:1', {
    clock,
    lookup: async () => {
      asked++;
      return ['127.0.0.1'];
    },
    dial: async () => {
      throw new Error('refused');
    },
    backoff: { initialMs: 1, maxMs: 1, jitter: 0 },
  });
  const greeter = createClient(GreeterDefinition, channel);
  for (let i = 0; i < 20; i++) {
    expect(await codeOf(greeter.sayHello({ name: '' }))).toBe(Status.UNAVAILABLE);
    clock.advance(1);
  }
  expect(asked).toBe(1);
  clock.advance(MIN_RESOLUTION_INTERVAL_MS);
  await codeOf(greeter.sayHello({ name: '' }));
  expect(asked).toBe(2);
  await channel.shutdown();
});

test('DATA of a stream that is none costs no memory', () => {
  const server = new ServerRecorder();
  const peer = new RawPeer(server.connection);
  peer.frame(DATA, 0, 9, [1]);
  expect(server.error?.code).toBe(ErrorCode.PROTOCOL_ERROR);
});
