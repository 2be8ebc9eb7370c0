/** The plain path, outward: which fields of a message are written, and how. */
import { concat } from '#bytes/concat';
import { EncodeError, rethrowWithin } from '#protobuf/error';
import type { AnyMessage } from '#protobuf/message';
import type { FieldDescriptor, MessageDescriptor } from '#protobuf/schema/descriptor';
import { encodeTag } from '#protobuf/wire/tag';
import { WireType } from '#protobuf/wire/wire-type';
import { mapEntryOf } from './maps/map-entry.ts';
import { encodeScalar, isZero, scalarTypeOf, wireTypeOf, withLength } from './scalar.ts';

/** @param depth How many levels of messages may still open inside. */
export function encodeFields(
  type: MessageDescriptor,
  message: AnyMessage,
  depth: number,
): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const field of type.fields) {
    const value = valueIn(field, message);
    if (value === undefined || value === null) continue;
    try {
      encodeField(field, value, depth, parts);
    } catch (error) {
      rethrowWithin(field.name, error);
    }
  }
  if (message.$unknown) parts.push(message.$unknown);
  return concat(parts);
}

/** The field's value, looked up in its oneof if it has one; `undefined` if it is not set. */
function valueIn(field: FieldDescriptor, message: AnyMessage): unknown {
  if (field.oneof === undefined) return message[field.name];
  const set = message[field.oneof] as { case: string; value: unknown } | undefined;
  return set?.case === field.name ? set.value : undefined;
}

function encodeField(
  field: FieldDescriptor,
  value: unknown,
  depth: number,
  parts: Uint8Array[],
): void {
  switch (field.cardinality) {
    case 'implicit':
      // Absent and zero are the same to the reader: so zero costs nothing.
      if (!isZero(value)) parts.push(tagOf(field), encodeValue(field, value, depth));
      return;
    case 'optional':
      parts.push(tagOf(field), encodeValue(field, value, depth));
      return;
    case 'repeated':
      encodeList(field, value as unknown[], depth, parts);
      return;
    case 'map':
      for (const [key, mapped] of value as Map<unknown, unknown>) {
        const entry = encodeNested(mapEntryOf(field), { key, value: mapped }, depth);
        parts.push(encodeTag(field.number, WireType.LEN), entry);
      }
  }
}

function encodeList(
  field: FieldDescriptor,
  list: readonly unknown[],
  depth: number,
  parts: Uint8Array[],
): void {
  if (list.length === 0) return;
  const values: Uint8Array[] = [];
  for (const value of list) {
    try {
      values.push(encodeValue(field, value, depth));
    } catch (error) {
      rethrowWithin(`[${values.length}]`, error);
    }
  }
  // Packed: one tag and one length for all. Otherwise each value has its own tag.
  if (field.packed) {
    parts.push(encodeTag(field.number, WireType.LEN), withLength(concat(values)));
  } else {
    for (const value of values) parts.push(tagOf(field), value);
  }
}

function tagOf(field: FieldDescriptor): Uint8Array {
  return encodeTag(field.number, wireTypeOf(field.type));
}

function encodeValue(field: FieldDescriptor, value: unknown, depth: number): Uint8Array {
  return field.type === 'message'
    ? encodeNested(field.message!(), value as AnyMessage, depth)
    : encodeScalar(scalarTypeOf(field), value);
}

/** A submessage is a length and then a message. */
function encodeNested(type: MessageDescriptor, message: AnyMessage, depth: number): Uint8Array {
  if (depth === 0) throw new EncodeError('messages are nested too deeply, or in a circle');
  if (typeof message !== 'object' || message === null) {
    throw new EncodeError(`${String(message)} is not a message`);
  }
  return withLength(encodeFields(type, message, depth - 1));
}
