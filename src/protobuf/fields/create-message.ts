import type { AnyMessage } from '#protobuf/message';
import type { FieldDescriptor, MessageDescriptor } from '#protobuf/schema/descriptor';
import { scalarTypeOf, zeroOf } from './scalar.ts';

/** A message that has every field at its default. */
export function createMessage(type: MessageDescriptor): AnyMessage {
  const message: AnyMessage = {};
  for (const field of type.fields) message[field.oneof ?? field.name] = defaultOf(field);
  return message;
}

function defaultOf(field: FieldDescriptor): unknown {
  if (field.oneof !== undefined) return undefined;
  switch (field.cardinality) {
    case 'implicit':
      return zeroOf(scalarTypeOf(field));
    case 'optional':
      return undefined;
    case 'repeated':
      return [];
    case 'map':
      return new Map();
  }
}
