import { notYet } from '#course/exercise/not-yet';
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
  // ── Task 1 ──
  // Take seven bits at a time, from the low end. Every byte but the last has its high bit set.
  // Gather the bytes in an array; Uint8Array.from(bytes) makes the result.
  throw notYet(1);
}

/**
 * The low 32 bits of the varint that begins at `offset`, unsigned; what lies above is dropped, as
 * wherever a 64-bit varint meets a 32-bit field. `undefined`: it goes on after the end of
 * `bytes`.
 * @throws DecodeError if it has more than ten bytes (MAX_VARINT_LENGTH)
 */
export function decodeVarint32(bytes: Uint8Array, offset: number): Decoded<number> | undefined {
  // ── Task 2 ──
  // Put the groups of seven together again. A negative int32 comes in ten bytes: read them all, but
  // keep only 32 bits.
  // Too many bytes: throw new DecodeError('what is wrong', offset).
  throw notYet(2);
}

/** Encodes 64 bits in one to ten bytes. A negative number is written as its two's complement. */
export function encodeVarint64(value: bigint): Uint8Array<ArrayBuffer> {
  // ── Task 3 ──
  // As before, with bigint: 0x7fn, 7n. What are the 64 bits of a negative number?
  throw notYet(3);
}

/** The varint at `offset` as 0 … 2⁶⁴ − 1. `undefined` and errors as for `decodeVarint32`. */
export function decodeVarint64(bytes: Uint8Array, offset: number): Decoded<bigint> | undefined {
  // ── Task 3 ──
  // As decodeVarint32, but keep 64 bits: ten bytes have room for 70.
  throw notYet(3);
}

/*
 * Zigzag. As a plain varint −1 has all 64 bits set: ten bytes. Zigzag counts outward from zero
 * instead, 0 −1 1 −2 2 … → 0 1 2 3 4 …, so that what is near zero is short on both sides.
 */

/** −2³¹ … 2³¹ − 1 to 0 … 2³² − 1. */
export function zigzagEncode32(value: number): number {
  // ── Task 4 ──
  // 0 → 0, −1 → 1, 1 → 2, −2 → 3, …
  throw notYet(4);
}

export function zigzagDecode32(value: number): number {
  // ── Task 4 ──
  // And back: even numbers were positive, odd ones negative.
  throw notYet(4);
}

/** −2⁶³ … 2⁶³ − 1 to 0 … 2⁶⁴ − 1. */
export function zigzagEncode64(value: bigint): bigint {
  // ── Task 4 ──
  // The same with bigint.
  throw notYet(4);
}

export function zigzagDecode64(value: bigint): bigint {
  // ── Task 4 ──
  throw notYet(4);
}
