/** Takes the place of `codec.ts` where the plain path, or a learner's own, has to carry all. */
import { decodeMessage, encodeMessage } from '#protobuf/message-codec';
import type { MessageDescriptor } from './descriptor.ts';
import type { DecodeLimits } from './limits.ts';
import type { Message } from './message.ts';

export function encode<T extends Message>(descriptor: MessageDescriptor, message: T): Uint8Array {
  return encodeMessage(descriptor, message);
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
