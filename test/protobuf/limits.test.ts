import { describe, expect, it } from 'vitest';
import { concat } from '#bytes/concat';
import { fromHex } from '#bytes/hex';
import { EncodeError } from '#protobuf/error';
import { HelloRequest } from '#protobuf/generated/hello';
import { messageHeap } from '#protobuf/heap';
import {
  DEFAULT_LIMITS,
  heapFor,
  MAX_DEPTH,
  MAX_HEAP,
  MAX_HEAP_MESSAGE_SIZE,
} from '#protobuf/limits';
import { encodeTag } from '#protobuf/wire/tag';
import { encodeVarint32 } from '#protobuf/wire/varint';
import { WireType } from '#protobuf/wire/wire-type';
import { Everything, Numbers } from './generated/everything.ts';
import { PATHS } from './paths.ts';

/** Field 81, `inside`, in itself `depth` times. */
function nested(depth: number): Uint8Array {
  let bytes: Uint8Array = new Uint8Array(0);
  for (let i = 0; i < depth; i++) {
    bytes = concat([encodeTag(81, WireType.LEN), encodeVarint32(bytes.length), bytes]);
  }
  return bytes;
}

function repeat(hex: string, times: number): Uint8Array {
  const one = fromHex(hex);
  const all = new Uint8Array(one.length * times);
  for (let i = 0; i < times; i++) all.set(one, i * one.length);
  return all;
}

describe.each(PATHS)('limits, $path', ({ encode, decode }) => {
  it('reads messages as deep as may be, and no deeper', () => {
    const deepest = nested(MAX_DEPTH);
    expect(encode(Everything, decode(Everything, deepest))).toEqual(deepest);
    expect(() => decode(Everything, nested(MAX_DEPTH + 1))).toThrow('nested too deeply');
    expect(() => decode(Everything, nested(5000))).toThrow('nested too deeply');
  });

  it('skips groups as deep as may be, and no deeper', () => {
    const groups = (depth: number) => concat([repeat('43', depth), repeat('44', depth)]);
    expect(decode(HelloRequest, groups(MAX_DEPTH)).$unknown?.length).toBe(2 * MAX_DEPTH);
    expect(() => decode(HelloRequest, groups(MAX_DEPTH + 1))).toThrow('too deeply');
    expect(() => decode(HelloRequest, repeat('43', 1_000_000))).toThrow('too deeply');
  });

  it('counts what a sender makes it create', () => {
    // Three bytes each, which here are a message with 25 lists and maps.
    const each = messageHeap(Everything.descriptor);
    const most = Math.floor(MAX_HEAP / each);
    expect(decode(Everything, repeat('8a 05 00', most)).inside).toBeDefined();
    expect(() => decode(Everything, repeat('8a 05 00', most + 1))).toThrow('too many parts');
    const limits = { ...DEFAULT_LIMITS, maxHeap: 300 };
    expect(decode(Everything, repeat('ca 03 00', 1), limits).points.length).toBe(1);
    expect(() => decode(Everything, repeat('ca 03 00', 8), limits)).toThrow('too many parts');
    const entries = repeat('ea 03 02 10 01', 5);
    expect(() => decode(Everything, entries, limits)).toThrow('too many parts');
  });

  it('lets a message that is larger than most take more, in proportion', () => {
    expect(heapFor(MAX_HEAP_MESSAGE_SIZE, DEFAULT_LIMITS)).toBe(MAX_HEAP);
    expect(heapFor(3 * MAX_HEAP_MESSAGE_SIZE, DEFAULT_LIMITS)).toBe(3 * MAX_HEAP);
  });

  it('counts depth and parts anew for each message', () => {
    const limits = { maxDepth: 2, maxHeap: 100_000 };
    for (let i = 0; i < 5; i++) decode(Everything, nested(2), limits);
    expect(() => decode(Everything, nested(3), limits)).toThrow('too deeply');
  });

  it('allocates nothing for a length that is a lie', () => {
    const lie = fromHex('7a ff ff ff ff 07');
    const before = process.memoryUsage().arrayBuffers;
    for (let i = 0; i < 1000; i++) expect(() => decode(Everything, lie)).toThrow('ends inside');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 30);
  });

  it('refuses to write what is nested too deeply, or in itself', () => {
    const circle = Everything.create();
    circle.inside = circle;
    expect(() => encode(Everything, circle)).toThrow(EncodeError);
    expect(() => encode(Everything, circle)).toThrow('in a circle');
  });
});

describe('work in proportion to the input', () => {
  // Each would take minutes if every part were copied again for the next one.
  it.each([
    ['a million unknown fields', '40 01', 500_000],
    ['unknown fields between known ones', '40 01 0a 00', 300_000],
  ])('%s', (_, hex, times) => {
    const message = HelloRequest.decode(repeat(hex, times));
    expect(message.$unknown?.length).toBe(2 * times);
  });

  it('a submessage in very many parts, each with an unknown field', () => {
    const message = Everything.decode(repeat('8a 01 02 40 01', 300_000));
    expect(message.aPoint?.$unknown?.length).toBe(600_000);
  });

  it('a list with a packed part for each number', () => {
    expect(Numbers.decode(repeat('0a 01 07', 300_000)).values.length).toBe(300_000);
  });
});
