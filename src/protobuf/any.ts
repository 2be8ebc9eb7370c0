/**
 * `google.protobuf.Any`: a message whose type is only known when it is read. The details of an
 * error travel so. Source: any.proto.
 */
import type { Any } from './generated/google/protobuf/any.ts';
import type { DeepPartial, Message, MessageType } from './message.ts';

/** What stands before the name. Nobody asks that host anything; only what follows `/` counts. */
const PREFIX = 'type.googleapis.com/';

/** A message of any type, with the name of its type. Fields left out have their defaults. */
export function packAny<T extends Message>(type: MessageType<T>, message: DeepPartial<T>): Any {
  return { typeUrl: PREFIX + type.descriptor.name, value: type.encode(message) };
}

/**
 * The message, if it is of that type; otherwise `undefined`.
 * @throws DecodeError if it says that it is, and is not.
 */
export function unpackAny<T extends Message>(any: Any, type: MessageType<T>): T | undefined {
  const name = any.typeUrl.slice(any.typeUrl.lastIndexOf('/') + 1);
  return name === type.descriptor.name ? type.decode(any.value) : undefined;
}
