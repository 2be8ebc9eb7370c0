// Not derived from src/protobuf/wire/tag.ts: its checks are shared with the fast reader there.
import { DecodeError } from '#protobuf/error';
import { decodeVarint64, encodeVarint32 } from '#protobuf/wire/varint';
import type { WireType } from '#protobuf/wire/wire-type';

/**
 * Each field begins with a tag, a varint that joins two numbers:
 *
 *     field 2, length-delimited  →  00010 010  =  12
 *                                   │     └ wire type 2: how long the value is
 *                                   └ field number 2: what the value means
 *
 * The wire type lets a reader skip a field that it has never heard of.
 */
export interface Tag {
  readonly number: number;
  readonly wireType: WireType;
  /** Bytes that the tag took. */
  readonly length: number;
}

/** @param number 1 … 2²⁹ − 1 */
export function encodeTag(number: number, wireType: WireType): Uint8Array<ArrayBuffer> {
  // <task 5>
  //? The wire type is the lowest three bits, the field number all above.
  return encodeVarint32(((number << 3) | wireType) >>> 0);
  // </task>
}

/**
 * Reads the tag at `offset`. `undefined`: it goes on after the end of `bytes`.
 * @throws DecodeError for field number 0, for wire types 6 and 7, and for more than 32 bits
 */
export function decodeTag(bytes: Uint8Array, offset: number): Tag | undefined {
  // <task 5>
  //? A tag has 32 bits. A reader that drops what lies above them takes a field with an absurd
  //? number for one that it knows: decodeVarint64 sees them. `wireType as WireType` for the type.
  const varint = decodeVarint64(bytes, offset);
  if (varint === undefined) return undefined;
  const { value, length } = varint;
  if (value > 0xffff_ffffn) throw new DecodeError('a tag has more than 32 bits', offset);
  const number = Number(value >> 3n);
  const wireType = Number(value & 7n);
  if (number === 0) throw new DecodeError('there is no field number 0', offset);
  if (wireType > 5) throw new DecodeError(`there is no wire type ${wireType}`, offset);
  return { number, wireType: wireType as WireType, length };
  // </task>
}
