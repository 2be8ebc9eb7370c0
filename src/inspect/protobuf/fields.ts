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

import type { Field } from '#inspect/trace';
import { accepts } from '#protobuf/fields/accepts';
import { mapEntryOf } from '#protobuf/fields/maps/map-entry';
import { wireTypeOf } from '#protobuf/fields/scalar';
import { MAX_DEPTH } from '#protobuf/limits';
import type { FieldDescriptor, MessageDescriptor } from '#protobuf/schema/descriptor';
import { WireType } from '#protobuf/wire/wire-type';
import { meaningOf } from './meaning.ts';
import { broken, type ReadValue, unfinished, unreadable } from './read-value.ts';
import { LENGTHS, readNumber, readPacked, readText } from './scalar.ts';
import { summary } from './summary.ts';
import { MESSAGES, type ReadTag, readTag, tagField } from './tag.ts';
import { readVarint, varintField } from './varint-field.ts';

export interface ProtobufView {
  /** What the sender meant by the fields; without it they have numbers and no names. */
  type?: MessageDescriptor;
  /** Shows each simple field as one row; its tag and value are folded. */
  compact?: boolean;
}

/** @param bytes One whole message: it has no length of its own. */
export function protobufFields(bytes: Uint8Array, view: ProtobufView = {}): Field[] {
  const { type, compact = false } = view;
  return readFields({ bytes, end: bytes.length, depth: MAX_DEPTH, compact }, 0, type).fields;
}

/** What is read, up to where, and how deep it may still go. */
interface Scope {
  readonly bytes: Uint8Array;
  readonly end: number;
  readonly depth: number;
  readonly compact: boolean;
}

/**
 * The fields from `start` on, to the end of `scope` or of the group with the number `group`.
 * `closed` says that the group's end was there.
 */
function readFields(
  scope: Scope,
  start: number,
  type?: MessageDescriptor,
  group?: number,
): { fields: Field[]; closed: boolean } {
  const { bytes, end } = scope;
  const fields: Field[] = [];
  let at = start;
  while (at < end) {
    const tag = readTag(bytes, at, end);
    if ('problem' in tag) {
      fields.push(unreadable(at, end, tag.problem));
      return { fields, closed: false };
    }
    if (tag.wireType === WireType.EGROUP && tag.number === group) {
      fields.push(tagField(bytes, tag, 'the group ends'));
      return { fields, closed: true };
    }
    const field = readField(scope, tag, type);
    fields.push(field);
    at += field.length;
  }
  return { fields, closed: false };
}

/** One field: its tag, then its value. */
function readField(scope: Scope, tag: ReadTag, type?: MessageDescriptor): Field {
  const known = type?.fields.find(({ number }) => number === tag.number);
  const field = known && accepts(known, tag.wireType) ? known : undefined;
  const { value, parts, isSimple } = readValue(scope, tag, field);
  const children = [tagField(scope.bytes, tag), ...parts];
  const last = children.at(-1)!;
  return {
    offset: tag.offset,
    length: last.offset + last.length - tag.offset,
    name: field?.name ?? `field ${tag.number}`,
    ...(value !== undefined && { value }),
    meaning: meaningOf(tag, known, field !== undefined, type),
    ...(field === undefined && { source: MESSAGES }),
    children,
    ...(scope.compact && isSimple && { folded: true as const }),
  };
}

/** What stands behind a tag, by its wire type, and as its descriptor explains it. */
function readValue(scope: Scope, tag: ReadTag, field: FieldDescriptor | undefined): ReadValue {
  const { bytes, end } = scope;
  const start = tag.offset + tag.length;
  switch (tag.wireType) {
    case WireType.VARINT:
    case WireType.I32:
    case WireType.I64:
      return readNumber({ bytes, start, end }, tag.wireType, field);
    case WireType.LEN:
      return readLengthDelimited(scope, start, field);
    case WireType.SGROUP:
      return readGroup(scope, start, tag.number);
    case WireType.EGROUP:
      return broken(start, end, 'a group ends here that has not begun');
  }
}

function readLengthDelimited(
  scope: Scope,
  start: number,
  field: FieldDescriptor | undefined,
): ReadValue {
  const { bytes, end } = scope;
  const { value: size, length, problem } = readVarint(bytes, start, end);
  if (problem === 'unfinished') return unfinished(start, end);
  if (problem === 'overlong') return broken(start, end, 'a length of more than ten bytes');
  const meaning = 'how many bytes follow, as a varint';
  const about = { name: 'length', value: String(size), meaning, source: LENGTHS };
  const lengthField = varintField(bytes, start, length, about);
  const content = start + length;
  if (size > BigInt(end - content)) {
    const why = `${end - content} of ${size} bytes came before the message ended`;
    const rest = unfinished(content, end, why);
    return { ...rest, parts: [lengthField, ...rest.parts] };
  }
  const read = readContent({ ...scope, end: content + Number(size) }, content, field);
  return { ...read, parts: [lengthField, ...read.parts] };
}

/** The bytes from `start` to the end of `scope`: a message, a packed list, a text or bytes. */
function readContent(scope: Scope, start: number, field: FieldDescriptor | undefined): ReadValue {
  const { bytes, end, depth } = scope;
  if (field?.cardinality === 'map' || field?.type === 'message') {
    if (depth === 0) return broken(start, end, 'nested too deeply');
    const type = field.cardinality === 'map' ? mapEntryOf(field) : field.message!();
    const { fields } = readFields({ ...scope, depth: depth - 1 }, start, type);
    return { value: summary(type.name, fields), parts: fields, isSimple: false };
  }
  const range = { bytes, start, end };
  const isPacked = field !== undefined && wireTypeOf(field.type) !== WireType.LEN;
  return isPacked ? readPacked(range, field) : readText(range, field);
}

function readGroup(scope: Scope, start: number, number: number): ReadValue {
  if (scope.depth === 0) return broken(start, scope.end, 'nested too deeply');
  const inner = { ...scope, depth: scope.depth - 1 };
  const { fields, closed } = readFields(inner, start, undefined, number);
  const value = closed ? 'a group' : 'a group that does not end';
  return { value, parts: fields, isSimple: false };
}
