import { concat } from '#bytes/concat';
import { DecodeError, rethrowWithin } from '#protobuf/error';
import { createMessage } from '#protobuf/fields/create-message';
import { contentOf, type Input } from '#protobuf/fields/decode-input';
import { mapEntryOf } from '#protobuf/fields/maps/map-entry';
import { decodeScalar, wireTypeOf, zeroOf } from '#protobuf/fields/scalar';
import type { AnyMessage } from '#protobuf/message';
import type { FieldDescriptor, MessageDescriptor } from '#protobuf/schema/descriptor';
import { decodeTag } from '#protobuf/wire/tag';
import { skipField } from '#protobuf/wire/unknown-fields';

/** One function and a cursor; unknown fields are gathered and joined at the end. */
export function decodeFields(
  type: MessageDescriptor,
  input: Input,
  start: number,
  message: AnyMessage,
): void {
  const fields = new Map(type.fields.map((field) => [field.number, field]));
  const unknown: Uint8Array[] = message.$unknown ? [message.$unknown] : [];
  for (let at = start; at < input.bytes.length; ) {
    const tag = decodeTag(input.bytes, at);
    if (tag === undefined) throw new DecodeError('half a tag', at);
    const end = skipField(input.bytes, at, tag, input.depth);
    const field = fields.get(tag.number);
    const wanted = field && (field.cardinality === 'map' ? 2 : wireTypeOf(field.type));
    const isList = field?.cardinality === 'repeated' && wanted !== 2 && tag.wireType === 2;
    if (field === undefined || (tag.wireType !== wanted && !isList)) {
      unknown.push(input.bytes.slice(at, end));
    } else {
      try {
        read(
          field,
          { ...input, bytes: input.bytes.subarray(0, end) },
          at + tag.length,
          message,
          isList,
        );
      } catch (error) {
        rethrowWithin(field.name, error);
      }
    }
    at = end;
  }
  if (unknown.length > 0) message.$unknown = concat(unknown);
}

function read(
  field: FieldDescriptor,
  input: Input,
  at: number,
  message: AnyMessage,
  isPacked: boolean,
): void {
  const { name, oneof, cardinality } = field;
  if (cardinality === 'map') {
    const entry = message_(mapEntryOf(field), input, at);
    const zero = field.type === 'message' ? createMessage(field.message!()) : scalarZero(field);
    const map = message[name] as Map<unknown, unknown>;
    map.set(entry.key ?? zeroOf(field.key!), entry.value ?? zero);
    return;
  }
  if (isPacked) {
    const { start, end } = contentOf(input, at);
    let next = start;
    while (next < end) next += add(field, input, next, message);
    return;
  }
  if (field.type !== 'message') {
    add(field, input, at, message);
    return;
  }
  const choice = oneof && (message[oneof] as { case: string; value: AnyMessage } | undefined);
  const earlier = oneof ? choice && choice.case === name && choice.value : message[name];
  const part = cardinality === 'repeated' ? undefined : (earlier as AnyMessage | undefined);
  put(field, message, message_(field.message!(), input, at, part || undefined));
}

function message_(
  type: MessageDescriptor,
  input: Input,
  at: number,
  into?: AnyMessage,
): AnyMessage {
  const content = contentOf(input, at, type);
  const message = into ?? (type.name === 'Entry' ? {} : createMessage(type));
  decodeFields(type, content.input, content.start, message);
  return message;
}

const scalarZero = ({ type }: FieldDescriptor) =>
  zeroOf(type === 'enum' ? 'int32' : (type as Exclude<typeof type, 'enum' | 'message'>));

function add(field: FieldDescriptor, input: Input, at: number, message: AnyMessage): number {
  const type = field.type === 'enum' ? 'int32' : field.type;
  const decoded = decodeScalar(type as Exclude<typeof type, 'message'>, input.bytes, at);
  if (decoded === undefined) throw new DecodeError('half a value', at);
  put(field, message, decoded.value);
  return decoded.length;
}

function put({ name, oneof, cardinality }: FieldDescriptor, message: AnyMessage, value: unknown) {
  const list = message[name] as unknown[];
  if (cardinality === 'repeated') list[list.length] = value;
  else if (oneof) message[oneof] = { case: name, value };
  else message[name] = value;
}
