import { notYet } from '#course/exercise/not-yet';

import { rethrowWithin } from '#protobuf/error';
import { createMessage } from '#protobuf/fields/create-message';
import { contentOf, type Input, truncated } from '#protobuf/fields/decode-input';
import { mapEntryOf } from '#protobuf/fields/maps/map-entry';
import { decodeScalar, scalarTypeOf, wireTypeOf, zeroOf } from '#protobuf/fields/scalar';
import type { AnyMessage } from '#protobuf/message';
import type { FieldDescriptor, MessageDescriptor } from '#protobuf/schema/descriptor';
import { decodeTag, type Tag } from '#protobuf/wire/tag';
import { appendUnknown, skipField } from '#protobuf/wire/unknown-fields';
import { WireType } from '#protobuf/wire/wire-type';

/**
 * Bytes as a message: fields in any order, and any of them more than once. Reads those from `start`
 * to the end of `input.bytes` into `message`, where every list and map is there already, empty.
 */
export function decodeFields(
  type: MessageDescriptor,
  input: Input,
  start: number,
  message: AnyMessage,
): void {
  // ── Task 3 ──
  // As long as there are bytes: read a tag, and see with fieldOf which field it is. readField reads
  // the value of a field that the type has, keepUnknown moves over one that it has not; both return
  // the offset where the next tag stands. A tag that is cut off: truncated(offset, 'a tag') throws.
  throw notYet(3);
}

/** The field that the tag is of; `undefined` if the type has none, or one of another wire type. */
function fieldOf(type: MessageDescriptor, tag: Tag): FieldDescriptor | undefined {
  // ── Task 3 ──
  // Among type.fields, the one with the tag's number, if it accepts the tag's wire type.
  throw notYet(3);
}

/** Whether values of the field can have the tag's wire type. */
function accepts(field: FieldDescriptor, tag: Tag): boolean {
  if (field.cardinality === 'map') return tag.wireType === WireType.LEN;
  return tag.wireType === wireTypeOf(field.type) || isPacked(field, tag);
}

/** Numbers of a list in one piece. Both forms must be read: the `.proto` may have been changed. */
function isPacked(field: FieldDescriptor, tag: Tag): boolean {
  const packable = wireTypeOf(field.type) !== WireType.LEN;
  return field.cardinality === 'repeated' && packable && tag.wireType === WireType.LEN;
}

/** Keeps the field whose tag is at `offset`, and returns the offset after it. */
function keepUnknown(tag: Tag, input: Input, offset: number, message: AnyMessage): number {
  // ── Task 3 ──
  // skipField(bytes, offset, tag, depth) says by the wire type where the field ends: offset is the
  // tag's, and what it returns is the offset behind the value. Of 08 05 10 07 it gives 2 for
  // offset 0. The field's bytes, with the tag, belong into message.$unknown, behind those that are
  // there: appendUnknown(message.$unknown, bytes, start, end) returns both together, as a copy.
  throw notYet(3);
}

/** Reads the value at `start` into the message, and returns the offset after it. */
function readField(
  field: FieldDescriptor,
  tag: Tag,
  input: Input,
  start: number,
  message: AnyMessage,
): number {
  try {
    if (field.cardinality === 'map') return readEntry(field, input, start, message);
    if (isPacked(field, tag)) return readPacked(field, input, start, message);
    if (field.type === 'message') return readMessage(field, input, start, message);
    return readScalar(field, input, start, message);
  } catch (error) {
    const isList = field.cardinality === 'repeated';
    const place = isList ? `[${(message[field.name] as unknown[]).length}]` : '';
    rethrowWithin(field.name + place, error);
  }
}

function readScalar(
  field: FieldDescriptor,
  input: Input,
  start: number,
  message: AnyMessage,
): number {
  // ── Task 4 ──
  // decodeScalar(scalarTypeOf(field), bytes, start) reads it and returns { value, length }, or
  // undefined where the bytes end before it does: then truncated(start) throws. Then store it.
  throw notYet(4);
}

/** Puts a value where it belongs: into a list, into a oneof, or into the field's own property. */
function store(field: FieldDescriptor, message: AnyMessage, value: unknown): void {
  // ── Task 4 ──
  // A list grows. A oneof (field.oneof) becomes { case, value }. Else the last value wins.
  throw notYet(4);
}

/** One length, and behind it numbers without tags, one after the other. */
function readPacked(
  field: FieldDescriptor,
  input: Input,
  start: number,
  message: AnyMessage,
): number {
  const content = contentOf(input, start);
  // ── Task 5 ──
  // content.input.bytes end where the list ends. It goes from content.start to content.end; in
  // between, readScalar does the work.
  throw notYet(5);
}

/** A message inside: its fields go into the one that is there, if an earlier part has come. */
function readMessage(
  field: FieldDescriptor,
  input: Input,
  start: number,
  message: AnyMessage,
): number {
  const type = field.message!();
  const content = contentOf(input, start, type);
  // ── Task 5 ──
  // Parts of one message are merged: decode into earlierPart(…) if there is one, otherwise into
  // createMessage(type).
  // decodeFields reads content.input from content.start on. Then store it.
  throw notYet(5);
}

/** The message that came for this field before; in a list each is a new one. */
function earlierPart(field: FieldDescriptor, message: AnyMessage): AnyMessage | undefined {
  // ── Task 5 ──
  // Not in a list. In a oneof only if it is this member that is set.
  throw notYet(5);
}

/** An entry of a map: a message with the fields key and value. */
function readEntry(
  field: FieldDescriptor,
  input: Input,
  start: number,
  message: AnyMessage,
): number {
  const type = mapEntryOf(field);
  const content = contentOf(input, start, type);
  const entry: AnyMessage = {};
  decodeFields(type, content.input, content.start, entry);
  // What is absent is zero: the key, and the value too.
  const zero = () =>
    field.type === 'message' ? createMessage(field.message!()) : zeroOf(scalarTypeOf(field));
  const { key = zeroOf(field.key!), value = zero() } = entry;
  (message[field.name] as Map<unknown, unknown>).set(key, value);
  return content.end;
}
