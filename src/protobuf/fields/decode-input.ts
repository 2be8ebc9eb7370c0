import { DecodeError } from '#protobuf/error';
import { messageHeap } from '#protobuf/heap';
import type { MessageDescriptor } from '#protobuf/schema/descriptor';
import { decodeVarint32 } from '#protobuf/wire/varint';
import type { Budget } from './budget.ts';

/** What is decoded, and what its sender may still make us do. */
export interface Input {
  /**
   * The outermost message, cut off at the end of the one that is being read: so every offset
   * counts from the beginning of all.
   */
  readonly bytes: Uint8Array;
  /** Levels that may still open. */
  readonly depth: number;
  /** Memory that may still be taken; all levels take from the same. */
  readonly budget: Budget;
}

/** The inside of a length-delimited value. */
export interface Content {
  readonly input: Input;
  readonly start: number;
  readonly end: number;
}

/**
 * The content of the length-delimited value at `offset`, which is a message of `type` if that is
 * given: another level then, and its memory.
 * @throws DecodeError if it goes beyond the end, or beyond what the sender may make us do.
 */
export function contentOf(input: Input, offset: number, type?: MessageDescriptor): Content {
  const { bytes, budget } = input;
  const size = decodeVarint32(bytes, offset) ?? truncated(offset);
  const start = offset + size.length;
  if (size.value > bytes.length - start) truncated(offset);
  if (type !== undefined) {
    if (input.depth === 0) throw new DecodeError('messages are nested too deeply', offset);
    budget.spend(messageHeap(type), offset);
  }
  const end = start + size.value;
  const depth = type === undefined ? input.depth : input.depth - 1;
  return { input: { bytes: bytes.subarray(0, end), depth, budget }, start, end };
}

export function truncated(offset: number, inside = 'the value'): never {
  throw new DecodeError(`the message ends inside ${inside}`, offset);
}
