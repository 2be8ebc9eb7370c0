import { describe, expect, test } from 'vitest';
import { concat } from '#bytes/concat';
import { ErrorCode } from '#http2/error-code';
import { Flag, FrameType } from '#http2/frames/frame-type';
import { Http2Error } from '#http2/http2-error';
import { FrameReader } from '#http2/wire/frame-reader';
import { FrameScanner } from '#http2/wire/frame-scanner';
import type { FrameSink } from '#http2/wire/frame-sink';
import { randomBytes, randomChunks, randomInt, seededRandom } from '../hpack/random.ts';
import { CALL } from './calls.ts';
import {
  checkEnded,
  mutate,
  ROUNDS,
  recordConversation,
  serverHearsMutations,
} from './conversations.ts';
import { rawFrame, uint32 } from './raw-peer.ts';
import { ClientRecorder, ServerRecorder } from './recorder.ts';

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

/** How long the payload of a type is, and what a sink hears of it. A new type needs its line. */
const TYPES: Record<FrameType, { size?: number; heard: string }> = {
  [FrameType.DATA]: { heard: 'data' },
  [FrameType.HEADERS]: { heard: 'headers' },
  [FrameType.PRIORITY]: { size: 5, heard: 'priority' },
  [FrameType.RST_STREAM]: { size: 4, heard: 'rstStream' },
  [FrameType.SETTINGS]: { size: 6, heard: 'settings' },
  [FrameType.PUSH_PROMISE]: { heard: 'pushPromise' },
  [FrameType.PING]: { size: 8, heard: 'ping' },
  [FrameType.GOAWAY]: { size: 8, heard: 'goaway' },
  [FrameType.WINDOW_UPDATE]: { size: 4, heard: 'windowUpdate' },
  [FrameType.CONTINUATION]: { heard: 'continuation' },
};
/** And one that nobody has defined. */
const SOME_TYPES = [...Object.values(FrameType), 0xfa];

/** Frames of every type, most of them well-formed, now and then with any bytes in any of them. */
function randomFrame(random: () => number): Uint8Array {
  const type = SOME_TYPES[randomInt(random, SOME_TYPES.length)]!;
  const id = randomInt(random, 4) === 0 ? 0 : 1 + randomInt(random, 6);
  const flags = random() < 0.7 ? [0, 1, 4, 5, 8][randomInt(random, 5)]! : randomInt(random, 256);
  const wellFormed = TYPES[type as FrameType]?.size;
  const size = random() < 0.8 ? (wellFormed ?? randomInt(random, 60)) : randomInt(random, 20);
  const isAck = type === FrameType.SETTINGS && (flags & Flag.ACK) !== 0;
  const payload = randomBytes(random, isAck ? 0 : size);
  if ((flags & Flag.PADDED) !== 0 && size > 0) payload[0] = randomInt(random, size + 2);
  return rawFrame(type, flags, id, payload);
}

test('the fast scanner hears what the plain reader hears, however the bytes are cut', () => {
  const random = seededRandom(9113);
  const heard = new Set<string>();
  for (let round = 0; round < ROUNDS / 4; round++) {
    const bytes = concat(Array.from({ length: 8 }, () => randomFrame(random)));
    const logs = [new Log(), new Log()];
    const problems = [new FrameReader(logs[0]!), new FrameScanner(logs[1]!)].map((reader) => {
      try {
        for (const chunk of randomChunks(random, bytes)) reader.push(chunk);
        return undefined;
      } catch (error) {
        // Anything else is our own mistake, whichever reader makes it.
        if (!(error instanceof Http2Error)) throw error;
        return error.code;
      }
    });
    expect(problems[1]).toBe(problems[0]);
    for (const line of logs[0]!.lines) heard.add(line.split(' ', 1)[0]!);
    // On an error the scanner may have delivered the beginning of a frame that turned out wrong.
    if (problems[0] === undefined) {
      for (const log of logs) log.frame(0, 0, 0, 0);
      expect(logs[1]!.lines.filter(isNoPadding)).toEqual(logs[0]!.lines.filter(isNoPadding));
      expect(logs[1]!.lines.filter(isPadding)).toEqual(logs[0]!.lines.filter(isPadding));
    }
  }
  for (const { heard: method } of Object.values(TYPES)) expect(heard).toContain(method);
});
const isPadding = (line: string) => line.startsWith('padding');
const isNoPadding = (line: string) => !isPadding(line);

describe('whole connections, mutated and truncated', () => {
  const { toServer, toClient } = recordConversation();

  test('a server hears them', () => serverHearsMutations(4));

  test('a client hears them', () => {
    const random = seededRandom(5);
    for (let round = 0; round < ROUNDS; round++) {
      const client = new ClientRecorder();
      const calls = Array.from({ length: 4 }, () => client.open(CALL, true));
      for (const chunk of randomChunks(random, mutate(random, toClient), 400)) {
        client.connection.receive(chunk, round);
        client.connection.takeOutput();
      }
      checkEnded(client, calls);
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
      checkEnded(server, server.streams);
    }
  });
});
