import { gzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { gzipCompression } from '#grpc/compression/gzip';
import { GrpcError } from '#grpc/grpc-error';
import { InflationLimit } from '#grpc/inflation-limit';
import {
  INFLATED_AT_FIRST,
  INFLATED_AT_ONCE,
  INFLATED_PER_OCTET,
  INFLATED_PER_SECOND,
  MAX_HEAP_PER_OCTET,
  MIN_INFLATED_HEAP,
} from '#grpc/limits';
import { decodePayload, PackedMessage } from '#grpc/messages/payload';
import { Status, statusName } from '#grpc/status';
import { DEFAULT_LIMITS, inForce, MAX_HEAP } from '#protobuf/limits';
import type { MethodDefinition } from '#protobuf/schema/service-definition';
import { FakeClock } from '#time/fake-clock';
import { Everything } from '../protobuf/generated/everything.ts';

const method = { decodeRequest: Everything.decode } as unknown as MethodDefinition;
const SIZE = 4 * 1024 * 1024;

afterEach(() => {
  vi.restoreAllMocks();
});

/** A connection: receives messages, and says how each was taken. */
function connection() {
  const clock = new FakeClock();
  const limit = new InflationLimit(clock);
  const receive = (packed: Uint8Array) => {
    const payload = new PackedMessage(packed, gzipCompression, SIZE, limit);
    try {
      decodePayload(payload, method, 'request');
      return 'OK';
    } catch (error) {
      return error instanceof GrpcError ? statusName(error.code) : error;
    }
  };
  return { clock, limit, receive };
}

function many(count: number, one: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: count * one.length }, (_, i) => one[i % one.length]!);
}

/** A list of so many empty byte strings: three octets each, 280 bytes of memory. */
const empties = (count: number) => gzipSync(many(count, [0xba, 3, 0]));

test('messages that become too much are refused before they are inflated, until time has paid', () => {
  const { clock, receive } = connection();
  const inflate = vi.spyOn(gzipCompression, 'decompress');
  // It takes more than it may, so it is given up; it has cost that much nevertheless.
  expect(receive(empties(1_390_000))).toBe('INTERNAL');
  const small = empties(50_000);
  for (let i = 0; i < 100; i++) expect(receive(small)).toBe('RESOURCE_EXHAUSTED');
  expect(inflate).toHaveBeenCalledTimes(1);
  clock.advance(1000);
  expect(receive(empties(3_000))).toBe('OK');
});

test('what does not inflate at all, or to too much, counts as the most that it could be', () => {
  const { limit } = connection();
  const receive = (bytes: Uint8Array) => {
    const payload = new PackedMessage(bytes, gzipCompression, SIZE, limit);
    expect(() => payload.unpack()).toThrow();
  };
  const wrong = gzipSync(many(1000, [1, 2, 3]));
  wrong[wrong.length - 1]! ^= 1;
  const bomb = gzipSync(new Uint8Array(SIZE + 1));
  for (let i = 0; i < 40; i++) receive(i % 2 === 0 ? wrong : bomb);
  expect(() => limit.begin(100)).toThrow(
    expect.objectContaining({ code: Status.RESOURCE_EXHAUSTED }),
  );
});

test('honest messages go on for ever without any time: each pays for itself', () => {
  const { limit, receive } = connection();
  limit.spend(INFLATED_AT_FIRST - 1);
  // Texts that shrink to a tenth, and one that shrinks to a hundredth.
  const words = Array.from({ length: 2000 }, (_, i) => `order ${i * 7919} of tea, Rue ${i}`);
  const texts = [words.join('; '), 'all the tea in China '.repeat(500)];
  for (const text of [...texts, ...texts, ...texts]) {
    expect(receive(gzipSync(Everything.encode(Everything.create({ aString: text }))))).toBe('OK');
  }
});

test('what a message may take when it is decoded goes by what has come of it', () => {
  const { limit, receive } = connection();
  expect(limit.limitsOf(10).maxHeap).toBe(MIN_INFLATED_HEAP + 10 * MAX_HEAP_PER_OCTET);
  expect(limit.limitsOf(1_000_000).maxHeap).toBe(MAX_HEAP);
  expect(receive(empties(50_000))).toBe('INTERNAL');
  expect(inForce.limits).toBe(DEFAULT_LIMITS);
  // The same list as it is takes no more than any message may.
  const plain = many(50_000, [0xba, 3, 0]);
  expect((decodePayload(plain, method, 'request') as Everything).byteStrings.length).toBe(50_000);
});

test('an octet earns so much', () => {
  const clock = new FakeClock();
  const limit = new InflationLimit(clock);
  limit.spend(INFLATED_AT_FIRST - 1);
  limit.begin(10);
  limit.spend(10 * INFLATED_PER_OCTET);
  limit.begin(0);
  limit.spend(1);
  expect(() => limit.begin(1)).toThrow(GrpcError);
  clock.advance(1);
  limit.begin(1);
  limit.spend(INFLATED_AT_ONCE);
  clock.advance((1000 * INFLATED_AT_ONCE) / INFLATED_PER_SECOND - 2);
  expect(() => limit.begin(1)).toThrow(GrpcError);
  clock.advance(2);
  limit.begin(1);
});

test('a new connection has a little, and what time gives has an end', () => {
  for (const [wait, most] of [
    [0, INFLATED_AT_FIRST],
    [1000, INFLATED_AT_ONCE],
    [100_000, INFLATED_AT_ONCE],
  ] as const) {
    const clock = new FakeClock();
    const limit = new InflationLimit(clock);
    clock.advance(wait);
    let taken = 0;
    const take = (bytes: number) => {
      limit.begin(0);
      limit.spend(bytes);
      taken += bytes;
    };
    const part = INFLATED_AT_FIRST / 4;
    expect(() => {
      for (let i = 0; i < 1000; i++) take(part);
    }).toThrow(GrpcError);
    // The first part is spent before it is reckoned what time has given.
    expect(taken, `after ${wait} ms`).toBe(wait === 0 ? most : most + INFLATED_AT_FIRST);
  }
});
