import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodeMessage } from '#framing/message';
import { CompressionSet } from '#grpc/compression/compression-set';
import { gzipCompression } from '#grpc/compression/gzip';
import { GrpcError } from '#grpc/grpc-error';
import { MAX_ACCEPT_NAMES } from '#grpc/limits';
import { MessageQueue } from '#grpc/messages/message-queue';
import { MessageReceiver } from '#grpc/messages/message-receiver';
import { outgoingMessage, sendMessage } from '#grpc/messages/outgoing-message';
import { bytesOf, type Payload } from '#grpc/messages/payload';
import { statusName } from '#grpc/status';
import { Budget } from '#http2/limits/budget';

const compressions = new CompressionSet([gzipCompression]);

/** A receiver whose messages are taken at once, or not before `resume`. */
function receiver(encoding?: string, maxSize = 1000, reading = true) {
  const messages: Payload[] = [];
  const credit: number[] = [];
  const incoming = new MessageReceiver(
    { consume: (octets) => credit.push(octets) },
    { message: (payload) => messages.push(payload) > 0 && reading },
    { maxSize, encoding, compressions, budget: new Budget(1e6) },
  );
  /** What a chunk brings. */
  const push = (chunk: Uint8Array) => {
    messages.length = 0;
    incoming.push(chunk);
    return [...messages];
  };
  return { incoming, push, credit };
}

function failure(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof GrpcError) return statusName(error.code);
    throw error;
  }
  return 'no error';
}

describe('MessageReceiver', () => {
  const payloads = [[], [1], [2, 3], Array.from({ length: 300 }, (_, i) => i & 0xff), []].map((p) =>
    Uint8Array.from(p),
  );
  const stream = Buffer.concat(payloads.map((payload) => encodeMessage(payload)));

  it('finds the same messages wherever the bytes are cut', () => {
    for (let size = 1; size <= stream.length; size++) {
      const { incoming, push } = receiver();
      const found: Uint8Array[] = [];
      for (let at = 0; at < stream.length; at += size) {
        const chunk = new Uint8Array(stream.subarray(at, at + size));
        for (const payload of push(chunk)) found.push(bytesOf(payload));
      }
      incoming.end();
      expect(found.map((payload) => [...payload])).toEqual(payloads.map((p) => [...p]));
    }
  });

  it('goes back to the fast way after a message that was cut', () => {
    const { incoming, push } = receiver();
    const whole = encodeMessage(Uint8Array.of(7));
    expect(push(whole.slice(0, 3))).toEqual([]);
    expect(push(whole.slice(3))[0]).toEqual(Uint8Array.of(7));
    expect(push(whole)[0]).toEqual(Uint8Array.of(7));
    incoming.end();
  });

  it('an end inside a message is INTERNAL', () => {
    const { incoming } = receiver();
    incoming.push(Uint8Array.of(0, 0, 0, 0));
    expect(failure(() => incoming.end())).toBe('INTERNAL');
  });

  it('a flag beside 0 and 1 is INTERNAL; an announced giant RESOURCE_EXHAUSTED', () => {
    expect(failure(() => receiver().push(Uint8Array.of(2, 0, 0, 0, 0)))).toBe('INTERNAL');
    const giant = Uint8Array.of(0, 0xff, 0xff, 0xff, 0xff);
    expect(failure(() => receiver().push(giant))).toBe('RESOURCE_EXHAUSTED');
    expect(failure(() => receiver(undefined, 3).push(encodeMessage(Uint8Array.of(1, 2, 3))))).toBe(
      'no error',
    );
    expect(failure(() => receiver(undefined, 2).push(encodeMessage(Uint8Array.of(1, 2, 3))))).toBe(
      'RESOURCE_EXHAUSTED',
    );
  });

  it('inflates what is compressed, and only that', () => {
    const text = new TextEncoder().encode('a'.repeat(500));
    const { push } = receiver('gzip');
    const packed = encodeMessage(gzipCompression.compress(text), true);
    expect(packed.length).toBeLessThan(100);
    expect(bytesOf(push(packed)[0]!)).toEqual(text);
    expect(push(encodeMessage(text))[0]).toEqual(text);
  });

  it('a bomb, garbage and a cut-off gzip end in their codes', () => {
    const bomb = gzipSync(new Uint8Array(50_000_000));
    const push = (bytes: Uint8Array) => () =>
      bytesOf(receiver('gzip', 100_000).push(encodeMessage(bytes, true))[0]!);
    expect(failure(push(bomb))).toBe('RESOURCE_EXHAUSTED');
    expect(failure(push(Uint8Array.of(1, 2, 3)))).toBe('INTERNAL');
    expect(failure(push(gzipSync(new Uint8Array(100)).subarray(0, 20)))).toBe('INTERNAL');
    expect(failure(push(new Uint8Array(0)))).toBe('INTERNAL');
  });

  it('compressed without an encoding, or by one unknown, is INTERNAL', () => {
    const message = encodeMessage(gzipCompression.compress(new Uint8Array(1)), true);
    expect(failure(() => receiver().push(message))).toBe('INTERNAL');
    expect(failure(() => receiver('identity').push(message))).toBe('INTERNAL');
    expect(failure(() => receiver('br').push(message))).toBe('INTERNAL');
  });
});

describe('the credit for what was received', () => {
  const message = encodeMessage(Uint8Array.of(1, 2, 3));

  it('goes at once if somebody reads', () => {
    const { push, credit } = receiver();
    push(message.slice(0, 2));
    push(message.slice(2));
    expect(credit).toEqual([2, 6]);
  });

  it('waits for the reader, and then goes for all that came meanwhile', () => {
    const { incoming, push, credit } = receiver(undefined, 1000, false);
    push(message.slice(0, 2));
    expect(credit).toEqual([2]);
    push(message.slice(2));
    push(message);
    expect(credit).toEqual([2]);
    incoming.resume();
    expect(credit).toEqual([2, 6 + 8]);
    incoming.resume();
    expect(credit).toHaveLength(2);
  });

  it('goes for what nobody wants any more', () => {
    const { incoming, push, credit } = receiver(undefined, 1000, false);
    push(message);
    incoming.ignore();
    expect(push(message)).toEqual([]);
    expect(push(Uint8Array.of(9, 9, 9, 9, 9))).toEqual([]);
    incoming.end();
    expect(credit).toEqual([8, 8, 5]);
  });

  it('goes for what cannot be read, and the rest is ignored', () => {
    const { incoming, push, credit } = receiver();
    expect(failure(() => push(Uint8Array.of(9, 0, 0, 0, 0)))).toBe('INTERNAL');
    expect(incoming.ignoring).toBe(true);
    expect(push(message)).toEqual([]);
    expect(credit).toEqual([5, 8]);
  });
});

describe('an outgoing message', () => {
  const text = new TextEncoder().encode('a'.repeat(500));
  const short = Uint8Array.of(1, 2, 3);

  it('is compressed if its call is, and if it is long enough to gain', () => {
    expect(outgoingMessage(text, gzipCompression, 1000, 'request').compressed).toBe(true);
    expect(outgoingMessage(text, undefined, 1000, 'request')).toEqual({
      bytes: text,
      compressed: false,
    });
    expect(outgoingMessage(short, gzipCompression, 1000, 'request').compressed).toBe(false);
  });

  it('above the limit is RESOURCE_EXHAUSTED, and the text says which', () => {
    expect(() => outgoingMessage(text, gzipCompression, 499, 'response')).toThrow(
      'RESOURCE_EXHAUSTED: the response has 500 bytes, 499 are allowed',
    );
  });

  it.each([short, text, new Uint8Array(0), new Uint8Array(70_000)])(
    'goes out behind its prefix, like one of encodeMessage',
    (bytes) => {
      for (const compressed of [true, false]) {
        const sent: number[] = [];
        const stream = {
          sendData(body: Uint8Array, last: boolean, prefix: Uint8Array) {
            sent.push(...prefix, ...body);
            return last;
          },
        };
        expect(sendMessage(stream as never, { bytes, compressed }, true)).toBe(true);
        expect(sent).toEqual([...encodeMessage(bytes, compressed)]);
      }
    },
  );
});

describe('CompressionSet', () => {
  it('offers what it has and uses only what the peer lists', () => {
    expect(compressions.header).toBe('identity,gzip');
    expect(compressions.accepted('gzip', 'identity, GZIP')).toBe(gzipCompression);
    expect(compressions.accepted('gzip', 'identity')).toBeUndefined();
    const long = `${'identity, '.repeat(MAX_ACCEPT_NAMES - 1)}gzip`;
    expect(compressions.accepted('gzip', long)).toBe(gzipCompression);
    expect(compressions.accepted('gzip', `identity,${long}`)).toBeUndefined();
    expect(compressions.accepted('gzip', undefined)).toBeUndefined();
    expect(compressions.accepted('identity', 'identity')).toBeUndefined();
    expect(() => compressions.accepted('br', 'br')).toThrow("no compression 'br' here");
  });

  it('refuses an encoding that it lacks, and says which it has', () => {
    expect(compressions.refuse('gzip')).toBeUndefined();
    expect(compressions.refuse('identity')).toBeUndefined();
    const refusal = compressions.refuse('br');
    expect(refusal && statusName(refusal.code)).toBe('UNIMPLEMENTED');
    expect(refusal?.metadata?.get('grpc-accept-encoding')).toBe('identity,gzip');
  });
});

describe('MessageQueue', () => {
  function queue() {
    const log: string[] = [];
    const messages = new MessageQueue((payload) => bytesOf(payload)[0] ?? -1, {
      queueEmpty: () => log.push('empty'),
      readerLeft: () => log.push('left'),
    });
    return { messages, log };
  }

  it('hands over what came before and after it was asked for', async () => {
    const { messages, log } = queue();
    expect(messages.push(Uint8Array.of(1))).toBe(false);
    expect(messages.push(Uint8Array.of(2))).toBe(false);
    expect(await messages.next()).toEqual({ value: 1, done: false });
    expect(log).toEqual([]);
    expect(await messages.next()).toEqual({ value: 2, done: false });
    expect(log).toEqual(['empty']);
    const waiting = messages.next();
    expect(messages.push(Uint8Array.of(3))).toBe(true);
    expect(await waiting).toEqual({ value: 3, done: false });
    messages.end();
    expect((await messages.next()).done).toBe(true);
  });

  it('gives an error after what is queued, once, or at once where told', async () => {
    const late = queue().messages;
    late.push(Uint8Array.of(1));
    late.end(() => new Error('gone'));
    expect((await late.next()).value).toBe(1);
    await expect(late.next()).rejects.toThrow('gone');
    expect((await late.next()).done).toBe(true);
    const dropped = queue().messages;
    dropped.push(Uint8Array.of(1));
    dropped.end(() => new Error('gone'), true);
    await expect(dropped.next()).rejects.toThrow('gone');
  });

  it('tells its owner that the reader left, and takes no more', async () => {
    const { messages, log } = queue();
    messages.push(Uint8Array.of(1));
    for await (const _ of messages) break;
    expect(log).toContain('left');
    expect(messages.push(Uint8Array.of(2))).toBe(true);
    expect((await messages.next()).done).toBe(true);
  });
});
