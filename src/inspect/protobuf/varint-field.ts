/**
 * A varint for a trace: its value, and what each of its bytes adds. It does not use the codec's own
 * reader, because it has to explain what no codec accepts, and it must not be wrong where a
 * learner's codec is.
 *
 * Source: protobuf encoding guide, "Base 128 Varints".
 */

import type { Field } from '#inspect/trace';
import { MAX_VARINT_LENGTH } from '#protobuf/limits';

export const VARINTS = 'protobuf encoding #varints';

export interface RawVarint {
  /** All the bits, also those beyond 64; 0 … 2⁷⁰ − 1. */
  readonly value: bigint;
  /** Bytes that belong to it; at most ten. */
  readonly length: number;
  /** `unfinished`: the bytes end before it does. `overlong`: its tenth byte says that more follow. */
  readonly problem?: 'unfinished' | 'overlong';
}

/** The varint at `offset`, as far as it goes before `end`. */
export function readVarint(bytes: Uint8Array, offset: number, end: number): RawVarint {
  let value = 0n;
  for (let i = 0; i < MAX_VARINT_LENGTH; i++) {
    if (offset + i >= end) return { value, length: i, problem: 'unfinished' };
    const byte = bytes[offset + i]!;
    value |= BigInt(byte & 0x7f) << BigInt(7 * i);
    if (byte < 0x80) return { value, length: i + 1 };
  }
  return { value, length: MAX_VARINT_LENGTH, problem: 'overlong' };
}

/** A field for a varint, its bytes as folded parts if it has more than one. */
export function varintField(
  bytes: Uint8Array,
  offset: number,
  length: number,
  about: Pick<Field, 'name' | 'value' | 'meaning' | 'source'>,
): Field {
  const field: Field = { offset, length, ...about };
  return length < 2 ? field : { ...field, children: groups(bytes, offset, length), folded: true };
}

/** Each byte of a varint: which bits of the number it holds, and whether another follows. */
function groups(bytes: Uint8Array, offset: number, length: number): Field[] {
  return Array.from({ length }, (_, i): Field => {
    const byte = bytes[offset + i]!;
    const more = byte >= 0x80 ? 'another byte follows (1)' : 'the last byte (0)';
    return {
      offset: offset + i,
      length: 1,
      name: `bits ${7 * i}–${7 * i + 6}`,
      value: `${byte >>> 7} ${(byte & 0x7f).toString(2).padStart(7, '0')}`,
      meaning: `seven bits of the number; ${more}`,
      source: VARINTS,
    };
  });
}
