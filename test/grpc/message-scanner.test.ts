import { describe, expect, it } from 'vitest';
import { concat } from '#bytes/concat';
import { FrameError } from '#framing/frame-error';
import { encodeMessage, type Message, MessageDecoder, PREFIX_SIZE } from '#framing/message';
import { MessageScanner } from '#grpc/messages/message-scanner';
import { MessageScanner as PlainScanner } from '../../src/grpc/messages/plain-message-scanner.ts';
import { randomChunks, randomInt, seededRandom } from '../hpack/random.ts';

const MAX = 10_000;

/** Everything that a decoder says about a stream that was cut at random. */
function told(decoder: { push(chunk: Uint8Array): Message[]; end(): void }, chunks: Uint8Array[]) {
  const messages: { compressed: boolean; payload: string }[] = [];
  try {
    for (const chunk of chunks) {
      for (const { compressed, payload } of decoder.push(chunk)) {
        messages.push({ compressed, payload: String(payload) });
      }
    }
    decoder.end();
    return { messages, error: undefined };
  } catch (error) {
    if (!(error instanceof FrameError)) throw error;
    return { messages, error: error.code };
  }
}

describe('MessageScanner', () => {
  it('says the same as the plain decoder, wherever the stream is cut', () => {
    const random = seededRandom(1);
    const next = (below: number) => randomInt(random, below);
    for (let run = 0; run < 400; run++) {
      const messages = Array.from({ length: next(12) }, () =>
        encodeMessage(
          new Uint8Array(next(4) === 0 ? next(MAX) : next(40)).fill(run),
          next(2) === 1,
        ),
      );
      const whole = concat([...messages, new Uint8Array(0)]);
      // Some streams end too early, some hold a wrong byte.
      const bytes = next(3) === 0 ? whole.slice(0, next(whole.length + 1)) : whole.slice();
      if (next(3) === 0 && bytes.length > 0) bytes[next(bytes.length)] = next(256);
      const chunks = randomChunks(random, bytes, [3, 50, 5000, 100_000][next(4)]!);
      const expected = told(new MessageDecoder(MAX), chunks);
      const found = told(new MessageScanner(MAX), chunks);
      expect(found).toEqual(expected);
    }
  });

  it('makes no room for what was only announced', () => {
    const scanner = new MessageScanner(4 * 1024 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    const claim = Uint8Array.of(0, 0, 0x40, 0, 0, 1);
    const scanners = Array.from({ length: 100 }, () => new MessageScanner(4 * 1024 * 1024));
    for (const each of [scanner, ...scanners]) each.push(claim);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1024 * 1024);
  });
});

/** Whoever has written the decoder: what has come and is in no message yet is counted. */
describe.each([
  ['fast', MessageScanner],
  ['plain', PlainScanner],
])('what is held, %s', (_, Scanner) => {
  it('is at least what has come of a message that is not whole, and nothing between two', () => {
    const random = seededRandom(2);
    for (let run = 0; run < 60; run++) {
      const messages = Array.from({ length: 5 }, () =>
        encodeMessage(new Uint8Array(randomInt(random, run % 3 === 0 ? 50 : MAX))),
      );
      const scanner = new Scanner(MAX);
      let [came, whole] = [0, 0];
      for (const chunk of randomChunks(random, concat(messages), [3, 50, 5000][run % 3]!)) {
        came += chunk.length;
        for (const { payload } of scanner.push(chunk)) whole += PREFIX_SIZE + payload.length;
        const left = came - whole;
        // The fast one keeps no prefix that it has read, and makes some room ahead.
        const least = Math.max(0, left - PREFIX_SIZE);
        const most = Math.min(MAX + PREFIX_SIZE, 8 * left);
        if (scanner.held < least || scanner.held > most)
          expect([least, scanner.held, most]).toBe('');
      }
      expect(scanner.held).toBe(0);
    }
  });
});
