/** The tag in front of a protobuf field, for a trace. Source: encoding guide, "Message Structure". */

import type { Field } from '#inspect/trace';
import { tagProblem } from '#protobuf/wire/tag-problem';
import type { WireType } from '#protobuf/wire/wire-type';
import { readVarint, varintField } from './varint-field.ts';

export const MESSAGES = 'protobuf encoding #structure';

/** A tag that was read and makes sense. */
export interface ReadTag {
  readonly number: number;
  readonly wireType: WireType;
  readonly offset: number;
  readonly length: number;
}

/** The names of the wire types in the specification. */
export const WIRE_TYPE_NAMES: Record<WireType, string> = {
  0: 'VARINT',
  1: 'I64',
  2: 'LEN',
  3: 'SGROUP',
  4: 'EGROUP',
  5: 'I32',
};

/** The tag at `offset`, or why there is none. */
export function readTag(
  bytes: Uint8Array,
  offset: number,
  end: number,
): ReadTag | { problem: string } {
  const { value, length, problem } = readVarint(bytes, offset, end);
  if (problem === 'unfinished') return { problem: 'the message ends inside a tag' };
  const number = Number(BigInt.asUintN(32, value));
  const wrong = tagProblem(number, bytes, offset, length);
  if (wrong !== undefined) return { problem: wrong };
  return { number: number >>> 3, wireType: (number & 7) as WireType, offset, length };
}

export function tagField(
  bytes: Uint8Array,
  tag: ReadTag,
  meaning = 'field number × 8 + wire type, as a varint',
): Field {
  return varintField(bytes, tag.offset, tag.length, {
    name: 'tag',
    value: `${tag.number}:${WIRE_TYPE_NAMES[tag.wireType]}`,
    meaning,
    source: MESSAGES,
  });
}
