import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodeMessage } from '#framing/message';
import { CompressionSet } from '#grpc/compression';
import { GrpcError } from '#grpc/grpc-error';
import { gzipCompression } from '#grpc/gzip';
import { MessageQueue } from '#grpc/message-queue';
import { bytesOf, MessageReader } from '#grpc/message-reader';
import { statusName } from '#grpc/status';

const compressions = new CompressionSet([gzipCompression]);

function reader(encoding?: string, maxSize = 1000) {
  return new MessageReader({ maxSize, encoding, compressions });
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

describe('MessageReader', () => {
  const payloads = [[], [1], [2, 3], Array.from({ length: 300 }, (_, i) => i & 0xff), []].map((p) =>
    Uint8Array.from(p),
  );
  const stream = Buffer.concat(payloads.map((payload) => encodeMessage(payload)));

  it('finds the same messages wherever the bytes are cut', () => {
    for (let size = 1; size <= stream.length; size++) {
      const incoming = reader();
      const found: Uint8Array[] = [];
      for (let at = 0; at < stream.length; at += size) {
        const chunk = new Uint8Array(stream.subarray(at, at + size));
        for (const payload of incoming.push(chunk)) found.push(bytesOf(payload));
      }
      incoming.end();
      expect(found.map((payload) => [...payload])).toEqual(payloads.map((p) => [...p]));
    }
  });

  it('goes back to the fast way after a message that was cut', () => {
    const incoming = reader();
    const whole = encodeMessage(Uint8Array.of(7));
    expect(incoming.push(whole.slice(0, 3))).toEqual([]);
    expect(incoming.push(whole.slice(3))[0]).toEqual(Uint8Array.of(7));
    expect(incoming.push(whole)[0]).toEqual(Uint8Array.of(7));
    incoming.end();
  });

  it('an end inside a message is INTERNAL', () => {
    const incoming = reader();
    incoming.push(Uint8Array.of(0, 0, 0, 0));
    expect(failure(() => incoming.end())).toBe('INTERNAL');
  });

  it('a flag beside 0 and 1 is INTERNAL; an announced giant RESOURCE_EXHAUSTED', () => {
    expect(failure(() => reader().push(Uint8Array.of(2, 0, 0, 0, 0)))).toBe('INTERNAL');
    const giant = Uint8Array.of(0, 0xff, 0xff, 0xff, 0xff);
    expect(failure(() => reader().push(giant))).toBe('RESOURCE_EXHAUSTED');
    expect(failure(() => reader(undefined, 3).push(encodeMessage(Uint8Array.of(1, 2, 3))))).toBe(
      'no error',
    );
    expect(failure(() => reader(undefined, 2).push(encodeMessage(Uint8Array.of(1, 2, 3))))).toBe(
      'RESOURCE_EXHAUSTED',
    );
  });

  it('inflates what is compressed, and only that', () => {
    const text = new TextEncoder().encode('a'.repeat(500));
    const incoming = reader('gzip');
    const packed = encodeMessage(gzipCompression.compress(text), true);
    expect(packed.length).toBeLessThan(100);
    expect(bytesOf(incoming.push(packed)[0]!)).toEqual(text);
    expect(incoming.push(encodeMessage(text))[0]).toEqual(text);
  });

  it('a bomb, garbage and a cut-off gzip end in their codes', () => {
    const bomb = gzipSync(new Uint8Array(50_000_000));
    const push = (bytes: Uint8Array) => () =>
      bytesOf(reader('gzip', 100_000).push(encodeMessage(bytes, true))[0]!);
    expect(failure(push(bomb))).toBe('RESOURCE_EXHAUSTED');
    expect(failure(push(Uint8Array.of(1, 2, 3)))).toBe('INTERNAL');
    expect(failure(push(gzipSync(new Uint8Array(100)).subarray(0, 20)))).toBe('INTERNAL');
    expect(failure(push(new Uint8Array(0)))).toBe('INTERNAL');
  });

  it('compressed without an encoding, or by one unknown, is INTERNAL', () => {
    const message = encodeMessage(gzipCompression.compress(new Uint8Array(1)), true);
    expect(failure(() => reader().push(message))).toBe('INTERNAL');
    expect(failure(() => reader('identity').push(message))).toBe('INTERNAL');
    expect(failure(() => reader('br').push(message))).toBe('INTERNAL');
  });
});

describe('CompressionSet', () => {
  it('offers what it has and uses only what the peer lists', () => {
    expect(compressions.header).toBe('identity,gzip');
    expect(compressions.accepted('gzip', 'identity, GZIP')).toBe(gzipCompression);
    expect(compressions.accepted('gzip', 'identity')).toBeUndefined();
    expect(compressions.accepted('gzip', undefined)).toBeUndefined();
    expect(compressions.accepted('br', 'br')).toBeUndefined();
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
    late.end(new Error('gone'));
    expect((await late.next()).value).toBe(1);
    await expect(late.next()).rejects.toThrow('gone');
    expect((await late.next()).done).toBe(true);
    const dropped = queue().messages;
    dropped.push(Uint8Array.of(1));
    dropped.end(new Error('gone'), true);
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
