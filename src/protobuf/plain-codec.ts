/** Takes the place of `codec.ts` if the plain path, or a learner's own, has to carry all. */
import { decodeMessage, encodeMessage } from '#protobuf/fields/message-codec';
import type { DecodeLimits } from './limits.ts';
import type { DeepPartial, Message } from './message.ts';
import type { MessageDescriptor } from './schema/descriptor.ts';

export function encode<T extends Message>(
  descriptor: MessageDescriptor,
  message: DeepPartial<NoInfer<T>>,
): Uint8Array {
  return encodeMessage(descriptor, message as object);
}

export function decode<T extends Message>(
  descriptor: MessageDescriptor,
  bytes: Uint8Array,
  _message: T,
  _read: unknown,
  limits?: DecodeLimits,
): T {
  return decodeMessage(descriptor, bytes, limits) as Message as T;
}
