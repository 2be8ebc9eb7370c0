import { describe, expect, test } from 'vitest';
import { concat } from '#bytes/concat';
import { ErrorCode, errorCodeName } from '#http2/error-code';
import { FrameReader } from '#http2/frame-reader';
import { FrameScanner } from '#http2/frame-scanner';
import type { FrameSink } from '#http2/frame-sink';
import { Flag, FrameType } from '#http2/frame-type';
import { Http2Error } from '#http2/http2-error';
import { randomBytes, randomChunks, randomInt, seededRandom } from '../hpack/random.ts';
import { CALL } from './calls.ts';
import { rawFrame, uint32 } from './raw-peer.ts';
import { ClientRecorder, ServerRecorder } from './recorder.ts';

/** How often; `FUZZ_ROUNDS=500000 npx vitest run test/http2/fuzz.test.ts` for a long night. */
const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 2_000);

/** What a sink hears, as text. How DATA is cut, and its padding, may differ between the readers. */
class Log implements FrameSink {
  readonly lines: string[] = [];
  #body: number[] = [];

  frame(type: number, flags: number, streamId: number, length: number): void {
    this.#flush();
    if (length > 16_384) throw new Http2Error('connection', ErrorCode.FRAME_SIZE_ERROR, 'long');
    this.lines.push(`frame ${type} ${flags} ${streamId} ${length}`);
  }
  data(streamId: number, data: Uint8Array, endStream: boolean): void {
    this.#body.push(...data);
    if (endStream) this.#note('end', streamId);
  }
  padding(streamId: number, size: number): void {
    this.lines.push(`padding ${streamId} ${size}`);
  }
  headers(...[id, fragment, end, endHeaders, dependsOn]: Parameters<FrameSink['headers']>): void {
    this.#note('headers', id, fragment.join(), end, endHeaders, dependsOn);
  }
  continuation(streamId: number, fragment: Uint8Array, endHeaders: boolean): void {
    this.#note('continuation', streamId, fragment.join(), endHeaders);
  }
  priority(streamId: number, dependsOn: number): void {
    this.#note('priority', streamId, dependsOn);
  }
  rstStream(streamId: number, code: number): void {
    this.#note('rstStream', streamId, code);
  }
  settings(entries: readonly (readonly number[])[], ack: boolean): void {
    this.#note('settings', entries.join(), ack);
  }
  pushPromise(): void {
    this.#note('pushPromise');
  }
  ping(opaque: Uint8Array, ack: boolean): void {
    this.#note('ping', opaque.join(), ack);
  }
  goaway(lastStreamId: number, code: number, debugData: Uint8Array): void {
    this.#note('goaway', lastStreamId, code, debugData.join());
  }
  windowUpdate(streamId: number, increment: number): void {
    this.#note('windowUpdate', streamId, increment);
  }
  badFrame(streamId: number, error: Http2Error): void {
    this.#note('badFrame', streamId, error.message);
  }
  #note(...what: unknown[]): void {
    this.#flush();
    this.lines.push(what.join(' '));
  }
  #flush(): void {
    if (this.#body.length > 0) this.lines.push(`data ${this.#body.join()}`);
    this.#body = [];
  }
}

/** Frames of every type, most of them well-formed, now and then with any bytes in any of them. */
function randomFrame(random: () => number): Uint8Array {
  const type = randomInt(random, 11);
  const id = randomInt(random, 4) === 0 ? 0 : 1 + randomInt(random, 6);
  const flags = random() < 0.7 ? [0, 1, 4, 5, 8][randomInt(random, 5)]! : randomInt(random, 256);
  const sizes: Record<number, number> = { 2: 5, 3: 4, 4: 6, 6: 8, 7: 8, 8: 4 };
  const size = random() < 0.8 ? (sizes[type] ?? randomInt(random, 60)) : randomInt(random, 20);
  const payload = randomBytes(random, (flags & 1) !== 0 && type === 4 ? 0 : size);
  if ((flags & Flag.PADDED) !== 0 && size > 0) payload[0] = randomInt(random, size + 2);
  return rawFrame(type, flags, id, payload);
}

test('the fast scanner hears what the plain reader hears, however the bytes are cut', () => {
  const random = seededRandom(9113);
  for (let round = 0; round < ROUNDS / 4; round++) {
    const bytes = concat(Array.from({ length: 8 }, () => randomFrame(random)));
    const logs = [new Log(), new Log()];
    const problems = [new FrameReader(logs[0]!), new FrameScanner(logs[1]!)].map((reader) => {
      try {
        for (const chunk of randomChunks(random, bytes)) reader.push(chunk);
        return undefined;
      } catch (error) {
        return (error as Http2Error).code;
      }
    });
    expect(problems[1]).toBe(problems[0]);
    // On an error the scanner may have delivered the beginning of a frame that turned out wrong.
    if (problems[0] === undefined) {
      for (const log of logs) log.frame(0, 0, 0, 0);
      expect(logs[1]!.lines.filter(isNoPadding)).toEqual(logs[0]!.lines.filter(isNoPadding));
      expect(logs[1]!.lines.filter(isPadding)).toEqual(logs[0]!.lines.filter(isPadding));
    }
  }
});
const isPadding = (line: string) => line.startsWith('padding');
const isNoPadding = (line: string) => !isPadding(line);

/** A conversation as both sides wrote it: several calls, bodies, trailers, a reset, PING, GOAWAY. */
function recordConversation(): { toServer: Uint8Array; toClient: Uint8Array } {
  const client = new ClientRecorder();
  const server = new ServerRecorder();
  server.answer = (stream) => {
    stream.sendHeaders([{ name: ':status', value: '200' }]);
    stream.sendData(new Uint8Array(300).fill(stream.id));
    stream.sendTrailers([{ name: 'grpc-status', value: '0' }]);
  };
  const sent: [Uint8Array[], Uint8Array[]] = [[], []];
  const carry = () => {
    for (let out = client.connection.takeOutput(); out; out = client.connection.takeOutput()) {
      sent[0].push(out.slice());
      server.connection.receive(out.slice(), 0);
    }
    for (let out = server.connection.takeOutput(); out; out = server.connection.takeOutput()) {
      sent[1].push(out.slice());
      client.connection.receive(out.slice(), 0);
    }
  };
  carry();
  for (let i = 0; i < 4; i++) {
    const call = client.open(CALL);
    call.stream!.sendData(new Uint8Array(100).fill(i));
    carry();
    call.stream!.sendData(new Uint8Array(20), true);
    if (i === 2) call.stream!.reset(ErrorCode.CANCEL);
    client.connection.ping();
    carry();
  }
  server.connection.shutdown('bye');
  carry();
  carry();
  return { toServer: concat(sent[0]), toClient: concat(sent[1]) };
}

function mutate(random: () => number, original: Uint8Array): Uint8Array {
  const bytes = original.slice();
  for (let i = randomInt(random, 4); i >= 0; i--) {
    const at = randomInt(random, bytes.length);
    switch (randomInt(random, 4)) {
      case 0:
        bytes[at] = randomInt(random, 256);
        break;
      case 1:
        bytes[at]! ^= 1 << randomInt(random, 8);
        break;
      case 2:
        return concat([bytes.subarray(0, at), randomBytes(random, 5), bytes.subarray(at)]);
      default:
        return bytes.subarray(0, at);
    }
  }
  return bytes;
}

describe('whole connections, mutated and truncated', () => {
  const { toServer, toClient } = recordConversation();

  function check(end: ClientRecorder | ServerRecorder, streams: { events: string[] }[]): void {
    end.connection.transportClosed();
    expect(end.connection.closed).toBe(true);
    expect(end.connection.openStreams).toBe(0);
    expect(end.events.filter((event) => event.startsWith('close'))).toHaveLength(1);
    for (const { events } of streams) {
      expect(events.filter((event) => event.startsWith('close'))).toHaveLength(1);
      expect(events.at(-1)).toMatch(/^close/);
    }
    // INTERNAL_ERROR of ours would be a mistake of ours: a TypeError, an array out of bounds.
    if (end.error?.initiator === 'local')
      expect(errorCodeName(end.error.code)).not.toBe('INTERNAL_ERROR');
  }

  test.each([{ plain: false }, { plain: true }])('a server hears them, %o', (options) => {
    const random = seededRandom(options.plain ? 3 : 4);
    for (let round = 0; round < ROUNDS; round++) {
      const server = new ServerRecorder(options);
      server.answer = (stream) => stream.sendHeaders([{ name: ':status', value: '200' }]);
      for (const chunk of randomChunks(random, mutate(random, toServer), 400)) {
        server.connection.receive(chunk, round);
        server.connection.takeOutput();
      }
      check(server, server.streams);
    }
  });

  test('a client hears them', () => {
    const random = seededRandom(5);
    for (let round = 0; round < ROUNDS; round++) {
      const client = new ClientRecorder();
      const calls = Array.from({ length: 4 }, () => client.open(CALL, true));
      for (const chunk of randomChunks(random, mutate(random, toClient), 400)) {
        client.connection.receive(chunk, round);
        client.connection.takeOutput();
      }
      check(client, calls);
    }
  });

  test('a server hears random frames after an honest beginning', () => {
    const random = seededRandom(6);
    const preface = toServer.subarray(0, 24);
    for (let round = 0; round < ROUNDS; round++) {
      const server = new ServerRecorder();
      server.answer = (stream) => stream.sendHeaders([{ name: ':status', value: '200' }]);
      server.connection.receive(preface.slice(), 0);
      server.connection.receive(rawFrame(FrameType.SETTINGS, 0, 0), 0);
      // POST http / with an authority, on a few streams, so that later frames find some open.
      for (const id of [1, 3, 5]) {
        const block = [0x83, 0x86, 0x84, 0x41, 1, 0x61];
        server.connection.receive(rawFrame(FrameType.HEADERS, Flag.END_HEADERS, id, block), 0);
      }
      for (let i = 0; i < 10; i++) server.connection.receive(randomFrame(random), 0);
      server.connection.receive(rawFrame(FrameType.WINDOW_UPDATE, 0, 0, uint32(1)), 0);
      check(server, server.streams);
    }
  });
});
