// Not derived from src/protobuf/fields/encode-fields.ts: this one is cut for its tasks.
import { concat } from '#bytes/concat';
import { EncodeError, rethrowWithin } from '#protobuf/error';
import { mapEntryOf } from '#protobuf/fields/maps/map-entry';
import {
  encodeScalar,
  isZero,
  scalarTypeOf,
  wireTypeOf,
  withLength,
} from '#protobuf/fields/scalar';
import type { AnyMessage } from '#protobuf/message';
import type { FieldDescriptor, MessageDescriptor } from '#protobuf/schema/descriptor';
import { encodeTag } from '#protobuf/wire/tag';
import { WireType } from '#protobuf/wire/wire-type';

/**
 * A message as bytes: its fields one after the other, each a tag and a value. What is written, and
 * how, says the list of fields:
 *
 *     { number: 2, name: 'items', type: 'string', cardinality: 'repeated' }
 *
 *     { items: ['tea', 'milk'] }   →   12 03 74 65 61   12 04 6d 69 6c 6b
 *
 * @param depth how many levels of messages may still open inside
 */
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
      parts.push(encodeField(field, value, depth));
    } catch (error) {
      rethrowWithin(field.name, error);
    }
  }
  // What came and was not understood goes out again as it was.
  if (message.$unknown) parts.push(message.$unknown);
  return concat(parts);
}

/**
 * What the message has for this field; `undefined` if it is not set.
 *
 *     message.id                                           a field of its own
 *     message.payment = { case: 'card', value: '4711' }    a member of oneof payment
 */
function valueIn(field: FieldDescriptor, message: AnyMessage): unknown {
  // <task 1>
  //? `field.oneof` is the property that holds whichever member is set; without it the field has a
  //? property of its own. Of a oneof only one member is set: the others are undefined.
  if (field.oneof === undefined) return message[field.name];
  const set = message[field.oneof] as { case: string; value: unknown } | undefined;
  return set?.case === field.name ? set.value : undefined;
  // </task>
}

function encodeField(field: FieldDescriptor, value: unknown, depth: number): Uint8Array {
  switch (field.cardinality) {
    case 'implicit':
    case 'optional':
      return encodeSingle(field, value, depth);
    case 'repeated':
      return encodeList(field, value as unknown[], depth);
    case 'map':
      return encodeMap(field, value as Map<unknown, unknown>, depth);
  }
}

/** A field that occurs once: its tag and its value, or no byte at all. */
function encodeSingle(field: FieldDescriptor, value: unknown, depth: number): Uint8Array {
  // <task 1>
  //? 'implicit': absent and zero are the same to the reader, so zero is not written (isZero).
  //? 'optional': what is set is written, also where it is zero. encodeValue(field, value, depth)
  //? writes the value. encodeTag(2, WireType.LEN) is the byte 12, and wireTypeOf('string') is
  //? WireType.LEN. concat([tag, value]) joins bytes.
  if (field.cardinality === 'implicit' && isZero(value)) return new Uint8Array(0);
  const tag = encodeTag(field.number, wireTypeOf(field.type));
  return concat([tag, encodeValue(field, value, depth)]);
  // </task>
}

/** A value without its tag. */
function encodeValue(field: FieldDescriptor, value: unknown, depth: number): Uint8Array {
  return field.type === 'message'
    ? encodeNested(field.message!(), value as AnyMessage, depth)
    : encodeScalar(scalarTypeOf(field), value);
}

/** A message inside another: a length, and then its fields. */
function encodeNested(type: MessageDescriptor, message: AnyMessage, depth: number): Uint8Array {
  if (depth === 0) throw new EncodeError('messages are nested too deeply, or in a circle');
  if (typeof message !== 'object' || message === null) {
    throw new EncodeError(`${String(message)} is not a message`);
  }
  // <task 2>
  //? The function that encodes a message is there already: it is the first in this file. One level
  //? less may open inside. withLength(bytes) puts their length in front: 0a 01 78 becomes
  //? 03 0a 01 78.
  return withLength(encodeFields(type, message, depth - 1));
  // </task>
}

/** A list: packed, or each value with a tag of its own. An empty one is not written. */
function encodeList(field: FieldDescriptor, list: readonly unknown[], depth: number): Uint8Array {
  if (list.length === 0) return new Uint8Array(0);
  const values: Uint8Array[] = [];
  for (const value of list) {
    try {
      values.push(encodeValue(field, value, depth));
    } catch (error) {
      rethrowWithin(`[${values.length}]`, error);
    }
  }
  // <task 2>
  //? `field.packed`: one tag, of wire type LEN, one length, and all values behind it. Otherwise a
  //? tag in front of every value. concat(list) joins many pieces of bytes.
  if (field.packed) {
    return concat([encodeTag(field.number, WireType.LEN), withLength(concat(values))]);
  }
  const tag = encodeTag(field.number, wireTypeOf(field.type));
  return concat(values.flatMap((value) => [tag, value]));
  // </task>
}

/** A map has no encoding of its own: it is a list of messages with the fields key and value. */
function encodeMap(field: FieldDescriptor, map: Map<unknown, unknown>, depth: number): Uint8Array {
  // <task 2>
  //? mapEntryOf(field) is the type of such a message: encodeNested(type, { key, value }, depth)
  //? writes one, with its length.
  const tag = encodeTag(field.number, WireType.LEN);
  const entries = [...map].map(([key, value]) =>
    encodeNested(mapEntryOf(field), { key, value }, depth),
  );
  return concat(entries.flatMap((entry) => [tag, entry]));
  // </task>
}
