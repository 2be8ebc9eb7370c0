import { expect, test, vi } from 'vitest';
import { ByteQueue } from '#bytes/byte-queue';
import { Random } from '#course/kit/random';

const queueOf = (...chunks: number[][]) => {
  const queue = new ByteQueue();
  for (const chunk of chunks) queue.push(Uint8Array.from(chunk));
  return queue;
};

test('peek leaves, take removes', () => {
  const queue = queueOf([1, 2, 3]);
  expect(queue.peek(2)).toEqual(Uint8Array.of(1, 2));
  expect(queue.length).toBe(3);
  expect(queue.take(2)).toEqual(Uint8Array.of(1, 2));
  expect(queue.length).toBe(1);
  expect(queue.peek(1)).toEqual(Uint8Array.of(3));
});

test('more than is there is not there yet, and nothing is lost', () => {
  const queue = queueOf([1], [2]);
  expect(queue.peek(3)).toBeUndefined();
  expect(queue.take(3)).toBeUndefined();
  expect(queue.length).toBe(2);
  queue.push(Uint8Array.of(3));
  expect(queue.take(3)).toEqual(Uint8Array.of(1, 2, 3));
});

test('nothing can be taken at any time', () => {
  expect(new ByteQueue().take(0)).toEqual(new Uint8Array(0));
  expect(queueOf([1]).take(0)).toEqual(new Uint8Array(0));
});

test('a piece within one chunk is not copied', () => {
  const chunk = Uint8Array.of(1, 2, 3, 4);
  const queue = new ByteQueue();
  queue.push(chunk);
  queue.take(1);
  expect(queue.take(2)?.buffer).toBe(chunk.buffer);
});

test('does what the naive one does, whatever comes', () => {
  const random = new Random(7);
  const queue = new ByteQueue();
  let naive: number[] = [];
  for (let step = 0; step < 5_000; step++) {
    if (random.integer(0, 2) === 0) {
      const chunk = random.bytes(random.integer(0, 12));
      queue.push(chunk);
      naive.push(...chunk);
    } else {
      const size = random.integer(0, 20);
      const expected = size > naive.length ? undefined : Uint8Array.from(naive.slice(0, size));
      const isTake = random.integer(0, 1) === 0;
      expect(isTake ? queue.take(size) : queue.peek(size)).toEqual(expected);
      if (isTake && expected !== undefined) naive = naive.slice(size);
    }
    expect(queue.length).toBe(naive.length);
  }
});

// A small chunk is first packed together with its neighbours, and so copied once more.
test.each([
  { size: 2_048, copies: 1 },
  { size: 64, copies: 2 },
])('a large piece in chunks of $size is copied $copies ×, however often one looks', (given) => {
  const { size, copies } = given;
  const copy = vi.spyOn(Object.getPrototypeOf(Uint8Array.prototype), 'set');
  const count = 1_000;
  const queue = new ByteQueue();
  for (let n = 0; n < count; n++) {
    queue.push(new Uint8Array(size));
    queue.peek(4);
    queue.take(size * count + 1);
  }
  queue.take(size * count);
  const copied = copy.mock.calls.reduce((sum, [part]) => sum + (part as Uint8Array).length, 0);
  copy.mockRestore();
  expect(copied).toBeLessThanOrEqual(copies * size * count);
  expect(copied).toBeGreaterThan((copies - 1) * size * count);
});
