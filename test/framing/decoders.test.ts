import { describe, expect, test } from 'vitest';
import { concat } from '#bytes/concat';
import { cutAnywhere, cutEvery } from '#course/kit/chunks';
import { Random } from '#course/kit/random';
import { encodeFrame, FrameDecoder } from '#framing/frame';
import { encodeLine, LineDecoder } from '#framing/line';
import { encodeMessage, MessageDecoder } from '#framing/message';

interface Decoder {
  push(chunk: Uint8Array): unknown[];
  end(): void;
}

const withoutNewline = (bytes: Uint8Array) => bytes.map((byte) => (byte === 0x0a ? 0x20 : byte));

/** Each decoder with a stream for it, and what must come out. */
const DECODERS: [string, (payloads: Uint8Array[]) => [Uint8Array, unknown[]], () => Decoder][] = [
  [
    'lines',
    (payloads) => {
      const lines = payloads.map(withoutNewline);
      return [concat(lines.map(encodeLine)), lines];
    },
    () => new LineDecoder(),
  ],
  ['frames', (payloads) => [concat(payloads.map(encodeFrame)), payloads], () => new FrameDecoder()],
  [
    'messages',
    (payloads) => {
      const messages = payloads.map((payload, n) => ({ payload, compressed: n % 3 === 0 }));
      return [
        concat(messages.map(({ payload, compressed }) => encodeMessage(payload, compressed))),
        messages,
      ];
    },
    () => new MessageDecoder(),
  ],
];

describe.each(DECODERS)('%s', (_name, prepare, createDecoder) => {
  function randomPayloads(random: Random, count: number, longest: number) {
    return Array.from({ length: count }, () => random.bytes(random.integer(0, longest)));
  }

  const decode = (chunks: Uint8Array[]) => {
    const decoder = createDecoder();
    const found = chunks.flatMap((chunk) => decoder.push(chunk));
    decoder.end();
    return found;
  };

  test('one byte at a time, and all at once', () => {
    const [stream, expected] = prepare(randomPayloads(new Random(1), 40, 60));
    expect(decode(cutEvery(stream, 1))).toEqual(expected);
    expect(decode([stream])).toEqual(expected);
  });

  test('any chunking, a hundred times', () => {
    const random = new Random(2);
    for (let round = 0; round < 100; round++) {
      const [stream, expected] = prepare(randomPayloads(random, random.integer(0, 30), 50));
      expect(decode(cutAnywhere(stream, random.integer(1, 80), random))).toEqual(expected);
    }
  });

  test('an end at any place: fine between two, truncated inside one', () => {
    const payloads = randomPayloads(new Random(3), 4, 9);
    const [stream] = prepare(payloads);
    const ends = new Set(payloads.map((_, n) => prepare(payloads.slice(0, n))[0].length));
    ends.add(stream.length);
    for (let at = 0; at <= stream.length; at++) {
      const decoder = createDecoder();
      for (const chunk of cutEvery(stream.slice(0, at), 3)) decoder.push(chunk);
      if (ends.has(at)) decoder.end();
      else expect(() => decoder.end()).toThrow(expect.objectContaining({ code: 'truncated' }));
    }
  });
});
