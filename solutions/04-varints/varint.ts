// Derived from src/protobuf/wire/varint.ts by npm run skeletons: change it there.
import { DecodeError } from '#protobuf/error';
import { MAX_VARINT_LENGTH } from '#protobuf/limits';

/**
 * Varints: small numbers in few bytes. Seven bits a byte, the lowest first; the high bit says that
 * another byte follows.
 *
 *     300 = 10 0101100      →  1 0101100   0 0000010   =  ac 02
 *                              │ └ low 7   │ └ next 7
 *                              └ more      └ last
 *
 * Source: protobuf encoding guide, "Base 128 Varints" and "Signed Integers".
 */

/** A value and the number of bytes that it took. */
export interface Decoded<T> {
  readonly value: T;
  readonly length: number;
}

/** Encodes 0 … 2³² − 1 in one to five bytes. */
export function encodeVarint32(value: number): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  bytes.push(rest);
  return Uint8Array.from(bytes);
}

/**
 * The low 32 bits of the varint that begins at `offset`, unsigned; what lies above is dropped, as
 * wherever a 64-bit varint meets a 32-bit field. `undefined`: it goes on after the end of
 * `bytes`.
 * @throws DecodeError if it has more than ten bytes (MAX_VARINT_LENGTH)
 */
export function decodeVarint32(bytes: Uint8Array, offset: number): Decoded<number> | undefined {
  let value = 0;
  for (let i = 0; i < MAX_VARINT_LENGTH; i++) {
    const byte = bytes[offset + i];
    if (byte === undefined) return undefined;
    // A shift by 35 would be a shift by 3: what lies above bit 31 must not come near it.
    if (i < 5) value |= (byte & 0x7f) << (7 * i);
    if (byte < 0x80) return { value: value >>> 0, length: i + 1 };
  }
  throw new DecodeError(`a varint has more than ${MAX_VARINT_LENGTH} bytes`, offset);
}

/** Encodes 64 bits in one to ten bytes. A negative number is written as its two's complement. */
export function encodeVarint64(value: bigint): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  while (rest > 0x7fn) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

/** The varint at `offset` as 0 … 2⁶⁴ − 1. `undefined` and errors as for `decodeVarint32`. */
export function decodeVarint64(bytes: Uint8Array, offset: number): Decoded<bigint> | undefined {
  let value = 0n;
  for (let i = 0; i < MAX_VARINT_LENGTH; i++) {
    const byte = bytes[offset + i];
    if (byte === undefined) return undefined;
    value |= BigInt(byte & 0x7f) << BigInt(7 * i);
    if (byte < 0x80) return { value: BigInt.asUintN(64, value), length: i + 1 };
  }
  throw new DecodeError(`a varint has more than ${MAX_VARINT_LENGTH} bytes`, offset);
}

/*
 * Zigzag. As a plain varint −1 has all 64 bits set: ten bytes. Zigzag counts outward from zero
 * instead, 0 −1 1 −2 2 … → 0 1 2 3 4 …, so that what is near zero is short on both sides.
 */

/** −2³¹ … 2³¹ − 1 to 0 … 2³² − 1. */
export function zigzagEncode32(value: number): number {
  return ((value << 1) ^ (value >> 31)) >>> 0;
}

export function zigzagDecode32(value: number): number {
  return (value >>> 1) ^ -(value & 1);
}

/** −2⁶³ … 2⁶³ − 1 to 0 … 2⁶⁴ − 1. */
export function zigzagEncode64(value: bigint): bigint {
  return BigInt.asUintN(64, (value << 1n) ^ (value >> 63n));
}

export function zigzagDecode64(value: bigint): bigint {
  return (value >> 1n) ^ -(value & 1n);
}
