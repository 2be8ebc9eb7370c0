import { notYet } from '#course/exercise/not-yet';
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
  // ── Task 5 ──
  // The wire type is the lowest three bits, the field number all above.
  throw notYet(5);
}

/**
 * Reads the tag at `offset`. `undefined`: it goes on after the end of `bytes`.
 * @throws DecodeError for field number 0, for wire types 6 and 7, and for more than 32 bits
 */
export function decodeTag(bytes: Uint8Array, offset: number): Tag | undefined {
  // ── Task 5 ──
  // A tag has 32 bits. A reader that drops what lies above them takes a field with an absurd
  // number for one that it knows: decodeVarint64 sees them. `wireType as WireType` for the type.
  throw notYet(5);
}
