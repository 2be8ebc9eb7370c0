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
import { decodeVarint32, encodeVarint32 } from '#protobuf/varint';
import { DecodeError } from './error.ts';
import { MAX_FIELD_NUMBER } from './limits.ts';

export const WireType = {
  /** int32, int64, uint32, uint64, sint32, sint64, bool, enum. */
  VARINT: 0,
  /** Eight bytes, little-endian: fixed64, sfixed64, double. */
  I64: 1,
  /** A varint length, then as many bytes: string, bytes, messages, packed repeated fields. */
  LEN: 2,
  /** Begins a group, proto2's first idea of a submessage. Only ever skipped here. */
  SGROUP: 3,
  /** Ends the group with the same field number. */
  EGROUP: 4,
  /** Four bytes, little-endian: fixed32, sfixed32, float. */
  I32: 5,
} as const;

export type WireType = (typeof WireType)[keyof typeof WireType];

export interface Tag {
  readonly number: number;
  readonly wireType: WireType;
  /** Bytes that the tag took. */
  readonly length: number;
}

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

/** What is wrong with a tag that was read from `offset` and took `length` bytes, if anything. */
export function tagProblem(
  tag: number,
  bytes: Uint8Array,
  offset: number,
  length: number,
): string | undefined {
  // Five groups of seven are 35 bits; the three too many have to be 0.
  if (length > 5 || (length === 5 && bytes[offset + 4]! > 0x0f)) {
    return `a tag has more than 32 bits, field numbers end at ${MAX_FIELD_NUMBER}`;
  }
  if (tag >>> 3 === 0) return 'there is no field number 0';
  if ((tag & 7) > 5) return `there is no wire type ${tag & 7}`;
  return undefined;
}
