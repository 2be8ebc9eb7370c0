import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { concat } from '#bytes/concat';
import { cutAnywhere, cutEvery } from '#course/kit/chunks';
import { Random } from '#course/kit/random';
import { encodeMessage } from '#framing/message';
import { findCoverageGap } from '#inspect/coverage';
import { grpcData } from '#inspect/grpc/data';

const WHERE = { from: 'client', streamId: 1, endStream: false } as const;

function create(heard: Uint8Array[] = []) {
  return grpcData((message) => {
    heard.push(message);
    const whole = { offset: 0, length: message.length, name: 'all of it', meaning: '' };
    return { title: `message of ${message.length}`, fields: message.length > 0 ? [whole] : [] };
  });
}

test('frames that hold whole messages: each is explained', () => {
  const random = new Random(74);
  const payloads = [0, 1, 5, 300].map((size) => random.bytes(size));
  const heard: Uint8Array[] = [];
  const bytes = concat(payloads.map((payload) => encodeMessage(payload)));
  const { title, fields } = create(heard)(bytes, WHERE);
  expect(heard).toEqual(payloads);
  expect(title).toBe('message of 0, message of 1, message of 5, message of 300');
  expect(findCoverageGap(fields, bytes.length)).toBeUndefined();
});

test('cut anywhere: every byte of every frame is covered, and the last message is found again', () => {
  const random = new Random(75);
  for (let round = 0; round < 300; round++) {
    const plug = create();
    const messages = Array.from({ length: random.integer(1, 6) }, () =>
      encodeMessage(random.bytes(random.integer(0, 30)), random.integer(0, 1) === 1),
    );
    for (const piece of cutAnywhere(concat(messages), 12, random)) {
      const { fields } = plug(piece, WHERE);
      expect(findCoverageGap(fields, piece.length), `round ${round}`).toBeUndefined();
    }
    expect(plug(encodeMessage(random.bytes(3)), WHERE).title).toBe('message of 3');
  }
});

test('a message in pieces is counted', () => {
  const plug = create();
  const titles = cutEvery(encodeMessage(new Uint8Array(10)), 6).map(
    (piece) => plug(piece, WHERE).title,
  );
  expect(titles).toEqual([
    'bytes 0–1 of a message of 10',
    'bytes 1–7 of a message of 10',
    'bytes 7–10 of a message of 10',
  ]);
});

test('streams and sides do not mix, and a compressed message is not read', () => {
  const plug = create();
  const message = encodeMessage(new Uint8Array(4));
  plug(message.slice(0, 7), WHERE);
  expect(plug(message, { ...WHERE, streamId: 3 }).title).toBe('message of 4');
  expect(plug(message, { ...WHERE, from: 'server' }).title).toBe('message of 4');
  expect(plug(message.slice(7), WHERE).title).toBe('bytes 2–4 of a message of 4');
  const compressed = plug(encodeMessage(new Uint8Array(4), true), WHERE);
  expect(compressed.title).toBe('a compressed message of 4 bytes');
});

test('gzip is explained, and what only looks like it is not', () => {
  const text = Buffer.from('A tea for two, a tea for me');
  const packed = new Uint8Array(gzipSync(text));
  const { title, fields } = create()(encodeMessage(packed, true), WHERE);
  expect(title).toBe(`a compressed message of ${packed.length} bytes, 27 unpacked`);
  const names = fields.at(-1)?.children?.map(({ name, value }) => `${name}: ${value}`);
  expect(names?.slice(1, 2)).toEqual(['compressed data: 18 literals, 1 copies']);
  expect(names?.at(-1)).toBe('length: 27');
  expect(findCoverageGap(fields, packed.length + 5)).toBeUndefined();
  for (const broken of [
    packed.slice(0, 12),
    packed.with(12, 0xff),
    new Uint8Array(gzipSync(new Uint8Array(2e6))),
  ]) {
    const { title, fields } = create()(encodeMessage(broken, true), WHERE);
    expect(title).toBe(`a compressed message of ${broken.length} bytes`);
    expect(findCoverageGap(fields, broken.length + 5)).toBeUndefined();
  }
});
