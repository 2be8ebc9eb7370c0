/**
 * The fields of a protobuf message for a trace, with names and types from its descriptor, or
 * without one: field numbers, wire types and raw values are all that the bytes tell.
 *
 *     08 ac 02     10 05
 *     │  └ 300     │  └ 5: or −3, true, an enum … only a schema knows
 *     └ field 1,   └ field 2,
 *       a varint     a varint
 *
 * It never fails. What cannot be read becomes a field that says why, and takes all bytes up to the
 * end: nobody knows where the next field would begin.
 *
 * Source: protobuf encoding guide, "Message Structure".
 */
import type { FieldDescriptor, MessageDescriptor } from '#protobuf/descriptor';
import { MAX_DEPTH } from '#protobuf/limits';
import { wireTypeOf } from '#protobuf/scalar';
import { tagProblem } from '#protobuf/tag-problem';
import { WireType } from '#protobuf/wire-type';
import type { Field } from '../trace.ts';
import { readProtobufValue, unreadable } from './record.ts';
import { readVarint, varintField } from './varint-field.ts';

const MESSAGES = 'protobuf encoding #structure';

export interface ProtobufView {
  /** What the sender meant by the fields; without it they have numbers and no names. */
  type?: MessageDescriptor;
  /** Shows each simple field as one row; its tag and value are folded. */
  compact?: boolean;
}

/** @param bytes One whole message: it has no length of its own. */
export function protobufFields(bytes: Uint8Array, view: ProtobufView = {}): Field[] {
  const { type, compact = false } = view;
  const scope: Scope = { bytes, end: bytes.length, depth: MAX_DEPTH, compact, readFields };
  return readFields(scope, 0, type).fields;
}

/** What is read, up to where, and how deep it may still go. */
export interface Scope {
  readonly bytes: Uint8Array;
  readonly end: number;
  readonly depth: number;
  readonly compact: boolean;
  /** Reads what is inside a field: a message has fields that have messages. */
  readonly readFields: typeof readFields;
}

/** The tag of a field, read and found sound. */
export interface ReadTag {
  readonly number: number;
  readonly wireType: WireType;
  readonly offset: number;
  readonly length: number;
}

/**
 * The fields from `start` on, to the end of `scope` or of the group with the number `group`.
 * `next` is where it ended; `closed` says that the group's end was there.
 */
function readFields(
  scope: Scope,
  start: number,
  type?: MessageDescriptor,
  group?: number,
): { fields: Field[]; next: number; closed: boolean } {
  const { bytes, end } = scope;
  const fields: Field[] = [];
  let at = start;
  while (at < end) {
    const tag = readTag(bytes, at, end);
    if ('problem' in tag) {
      fields.push(unreadable(at, end, tag.problem));
      return { fields, next: end, closed: false };
    }
    if (tag.wireType === WireType.EGROUP && tag.number === group) {
      fields.push(tagField(bytes, tag, 'the group ends'));
      return { fields, next: at + tag.length, closed: true };
    }
    const field = readField(scope, tag, type);
    fields.push(field);
    at += field.length;
  }
  return { fields, next: at, closed: false };
}

function readTag(bytes: Uint8Array, at: number, end: number): ReadTag | { problem: string } {
  const { value, length, problem } = readVarint(bytes, at, end);
  if (problem === 'unfinished') return { problem: 'the message ends inside a tag' };
  const number = Number(BigInt.asUintN(32, value));
  const wrong = tagProblem(number, bytes, at, length);
  if (wrong !== undefined) return { problem: wrong };
  return { number: number >>> 3, wireType: (number & 7) as WireType, offset: at, length };
}

/** One field: its tag, then its value. */
function readField(scope: Scope, tag: ReadTag, type?: MessageDescriptor): Field {
  const known = type?.fields.find(({ number }) => number === tag.number);
  const field = known && accepts(known, tag.wireType) ? known : undefined;
  const { value, parts, isSimple } = readProtobufValue(scope, tag, field);
  const children = [tagField(scope.bytes, tag), ...parts];
  const last = children.at(-1)!;
  return {
    offset: tag.offset,
    length: last.offset + last.length - tag.offset,
    name: field?.name ?? `field ${tag.number}`,
    ...(value !== undefined && { value }),
    meaning: describe(tag, field, known, type),
    ...(field === undefined && { source: MESSAGES }),
    children,
    ...(scope.compact && isSimple && { folded: true as const }),
  };
}

/** The wire type that the field's type has, or a packed list of it. */
function accepts(field: FieldDescriptor, wireType: WireType): boolean {
  if (field.cardinality === 'map') return wireType === WireType.LEN;
  if (wireTypeOf(field.type) === wireType) return true;
  return field.cardinality === 'repeated' && wireType === WireType.LEN;
}

function describe(
  { number, wireType }: ReadTag,
  field: FieldDescriptor | undefined,
  known: FieldDescriptor | undefined,
  type: MessageDescriptor | undefined,
): string {
  if (field !== undefined) return `field ${number}, ${typeName(field)}`;
  if (known !== undefined) {
    return `the schema has ${known.name} (${typeName(known)}) here, this is ${NAMES[wireType]}: it is taken for unknown`;
  }
  if (type !== undefined) return 'not in the schema: a reader skips it by its wire type';
  return GUESSES[wireType];
}

function typeName(field: FieldDescriptor): string {
  const inner = field.type === 'message' ? field.message!().name : field.type;
  if (field.cardinality === 'map') return `map<${field.key}, ${inner}>`;
  if (field.cardinality === 'repeated') return `repeated ${inner}`;
  if (field.oneof !== undefined) return `${inner}, of oneof ${field.oneof}`;
  return field.cardinality === 'optional' && field.type !== 'message' ? `optional ${inner}` : inner;
}

/** The names of the wire types in the specification. */
const NAMES: Record<WireType, string> = {
  0: 'VARINT',
  1: 'I64',
  2: 'LEN',
  3: 'SGROUP',
  4: 'EGROUP',
  5: 'I32',
};

/** What a field can be if one does not know the schema. */
const GUESSES: Record<WireType, string> = {
  0: 'an integer, a bool or an enum: only the schema can say which',
  1: 'eight bytes: fixed64, sfixed64 or double',
  2: 'a string, bytes, a message or a packed list: only the schema can say which',
  3: 'a group, which has an end instead of a length (deprecated)',
  4: 'the end of a group that has not begun',
  5: 'four bytes: fixed32, sfixed32 or float',
};

function tagField(bytes: Uint8Array, tag: ReadTag, meaning?: string): Field {
  return varintField(bytes, tag.offset, tag.length, {
    name: 'tag',
    value: `${tag.number}:${NAMES[tag.wireType]}`,
    meaning: meaning ?? 'field number × 8 + wire type, as a varint',
    source: MESSAGES,
  });
}
