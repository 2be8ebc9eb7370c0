/**
 * Each field begins with a tag, a varint that joins two numbers:
 *
 *     field 2, length-delimited  →  00010 010  =  12
 *                                   │     └ wire type 2: how long the value is
 *                                   └ field number 2: what the value means
 *
 * The wire type lets a reader skip a field that it has never heard of: this is what lets old and
 * new programs talk. A learner's own can take this file's place.
 * Source: protobuf encoding guide, "Message Structure".
 */

import { DecodeError } from '#protobuf/error';
import { decodeVarint32, encodeVarint32 } from '#protobuf/wire/varint';
import { tagProblem } from './tag-problem.ts';
import type { WireType } from './wire-type.ts';

export interface Tag {
  readonly number: number;
  readonly wireType: WireType;
  /** Bytes that the tag took. */
  readonly length: number;
}

/** @param number 1 … 2²⁹ − 1. */
export function encodeTag(number: number, wireType: WireType): Uint8Array<ArrayBuffer> {
  return encodeVarint32(((number << 3) | wireType) >>> 0);
}

/**
 * Reads the tag at `offset`. `undefined`: it goes on after the end of `bytes`.
 * @throws DecodeError for field number 0, for wire types 6 and 7, and for more than 32 bits.
 */
export function decodeTag(bytes: Uint8Array, offset: number): Tag | undefined {
  const varint = decodeVarint32(bytes, offset);
  if (varint === undefined) return undefined;
  const problem = tagProblem(varint.value, bytes, offset, varint.length);
  if (problem !== undefined) throw new DecodeError(problem, offset);
  const wireType = (varint.value & 7) as WireType;
  return { number: varint.value >>> 3, wireType, length: varint.length };
}
