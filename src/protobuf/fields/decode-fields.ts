/**
 * The plain path, inward. A message is a row of fields in any order; what comes twice is merged:
 * the last number wins, lists grow, submessages are merged field by field.
 *
 * Source: protobuf encoding guide, "Last One Wins", "Packed Repeated Fields", "Field Order".
 */

import { rethrowWithin } from '#protobuf/error';
import type { AnyMessage } from '#protobuf/message';
import type { FieldDescriptor, MessageDescriptor } from '#protobuf/schema/descriptor';
import { decodeTag, type Tag } from '#protobuf/wire/tag';
import { appendUnknown, skipField } from '#protobuf/wire/unknown-fields';
import { accepts, isPacked } from './accepts.ts';
import { createMessage } from './create-message.ts';
import { contentOf, type Input, truncated } from './decode-input.ts';
import { mapEntryOf } from './maps/map-entry.ts';
import { decodeScalar, type ScalarValue, scalarTypeOf, zeroOf } from './scalar.ts';

/** Reads the fields from `start` to the end of the input into `message`. */
export function decodeFields(
  type: MessageDescriptor,
  input: Input,
  start: number,
  message: AnyMessage,
): void {
  const { bytes, depth } = input;
  let offset = start;
  while (offset < bytes.length) {
    const tag = decodeTag(bytes, offset) ?? truncated(offset, 'a tag');
    const field = type.fields.find((candidate) => candidate.number === tag.number);
    if (field !== undefined && accepts(field, tag.wireType)) {
      try {
        offset = decodeField(field, tag, input, offset + tag.length, message);
      } catch (error) {
        rethrowWithin(placeOf(field, message), error);
      }
    } else {
      const end = skipField(bytes, offset, tag, depth);
      message.$unknown = appendUnknown(message.$unknown, bytes, offset, end);
      offset = end;
    }
  }
}

/** Where an error is: in a list, in the item that would have come next. */
function placeOf(field: FieldDescriptor, message: AnyMessage): string {
  if (field.cardinality !== 'repeated') return field.name;
  return `${field.name}[${(message[field.name] as unknown[]).length}]`;
}

/** Reads the value that begins at `start`, and returns the offset after it. */
function decodeField(
  field: FieldDescriptor,
  tag: Tag,
  input: Input,
  start: number,
  message: AnyMessage,
): number {
  if (field.cardinality === 'map') return decodeEntry(field, input, start, message);
  if (isPacked(field, tag.wireType)) return decodePacked(field, input, start, message);
  if (field.type === 'message') return decodeSubmessage(field, input, start, message);
  const decoded = decodeScalar(scalarTypeOf(field), input.bytes, start) ?? truncated(start);
  store(field, message, decoded.value);
  return start + decoded.length;
}

/** A submessage that comes in several parts is merged; in a list, each is one of its own. */
function decodeSubmessage(
  field: FieldDescriptor,
  input: Input,
  start: number,
  message: AnyMessage,
): number {
  const type = field.message!();
  const content = contentOf(input, start, type);
  const submessage = earlierPart(field, message) ?? createMessage(type);
  decodeFields(type, content.input, content.start, submessage);
  store(field, message, submessage);
  return content.end;
}

function earlierPart(field: FieldDescriptor, message: AnyMessage): AnyMessage | undefined {
  if (field.cardinality === 'repeated') return undefined;
  if (field.oneof === undefined) return message[field.name] as AnyMessage | undefined;
  const set = message[field.oneof] as { case: string; value: AnyMessage } | undefined;
  return set?.case === field.name ? set.value : undefined;
}

function decodePacked(
  field: FieldDescriptor,
  input: Input,
  start: number,
  message: AnyMessage,
): number {
  const content = contentOf(input, start);
  for (let offset = content.start; offset < content.end; ) {
    const type = scalarTypeOf(field);
    const decoded = decodeScalar(type, content.input.bytes, offset) ?? truncated(offset);
    store(field, message, decoded.value);
    offset += decoded.length;
  }
  return content.end;
}

/** A key that comes twice keeps its last value. */
function decodeEntry(
  field: FieldDescriptor,
  input: Input,
  start: number,
  message: AnyMessage,
): number {
  const type = mapEntryOf(field);
  const content = contentOf(input, start, type);
  const entry: AnyMessage = {};
  decodeFields(type, content.input, content.start, entry);
  const key = entry.key ?? zeroOf(field.key!);
  const value =
    entry.value ??
    (field.type === 'message' ? createMessage(field.message!()) : zeroOf(scalarTypeOf(field)));
  const map = message[field.name] as Map<ScalarValue, unknown>;
  message[field.name] = input.budget.maps.put(map, key as ScalarValue, value);
  return content.end;
}

function store(field: FieldDescriptor, message: AnyMessage, value: unknown): void {
  if (field.cardinality === 'repeated') (message[field.name] as unknown[]).push(value);
  else if (field.oneof === undefined) message[field.name] = value;
  else message[field.oneof] = { case: field.name, value };
}
