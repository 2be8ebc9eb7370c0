import { expect, test } from 'vitest';
import { gzipCompression } from '#grpc/compression/gzip';
import { PackedMessage } from '#grpc/messages/payload';
import { PayloadQueue } from '#grpc/messages/payload-queue';
import { SMALL_MESSAGE } from '#http2/limits/costs';

const SIZES = [0, 1, 5, 63, 64, 65, 200, SMALL_MESSAGE - 1, SMALL_MESSAGE, 5000];

/** A message in the middle of what the network brought, whose octets say which one it is. */
function incoming(number: number, size: number): { buffer: Uint8Array; view: Uint8Array } {
  const buffer = new Uint8Array(2 * size + 1000).fill(0xff);
  const view = buffer.subarray(50, 50 + size).fill(number % 251);
  return { buffer, view };
}

test('messages of any size come out as they went in, and hold nothing of the network', () => {
  const queue = new PayloadQueue();
  let [pushed, taken] = [0, 0];
  const sizeOf = (number: number) => SIZES[(number * 7) % SIZES.length]!;
  const take = () => {
    const payload = queue.shift()!;
    const bytes = payload instanceof PackedMessage ? payload.bytes : payload;
    expect(payload instanceof PackedMessage).toBe(taken % 3 === 0);
    expect(bytes.length).toBe(sizeOf(taken));
    expect(bytes.every((octet) => octet === taken % 251)).toBe(true);
    expect(bytes.buffer.byteLength).toBeLessThanOrEqual(Math.max(4096, bytes.length));
    taken++;
  };
  for (let round = 0; round < 300; round++) {
    for (let i = 0; i < 10; i++, pushed++) {
      const { buffer, view } = incoming(pushed, sizeOf(pushed));
      queue.push(pushed % 3 === 0 ? new PackedMessage(view, gzipCompression, 1e6) : view);
      buffer.fill(0xee); // The network's buffer is written again.
    }
    for (let i = 0; i < 8; i++) take();
  }
  while (!queue.empty) take();
  expect(taken).toBe(pushed);
  expect(queue.shift()).toBeUndefined();
});

test('compressed small messages inflate after they were packed', () => {
  const queue = new PayloadQueue();
  for (let i = 0; i < 50; i++) {
    const bytes = gzipCompression.compress(new Uint8Array(100).fill(i));
    queue.push(new PackedMessage(bytes, gzipCompression, 100));
  }
  for (let i = 0; i < 50; i++) {
    expect((queue.shift() as PackedMessage).unpack()).toEqual(new Uint8Array(100).fill(i));
  }
});
