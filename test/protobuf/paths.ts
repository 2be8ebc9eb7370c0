/** The two ways through the codec. What one does the other has to do: most suites run on both. */

import { decodeMessage, encodeMessage } from '#protobuf/fields/message-codec';
import type { DecodeLimits } from '#protobuf/limits';
import type { Message, MessageType } from '#protobuf/message';

export interface Path {
  readonly path: string;
  encode<T extends Message>(type: MessageType<T>, message: NoInfer<T>): Uint8Array;
  decode<T extends Message>(type: MessageType<T>, bytes: Uint8Array, limits?: DecodeLimits): T;
}

export const PATHS: readonly Path[] = [
  {
    path: 'generated',
    encode: (type, message) => type.encode(message),
    decode: (type, bytes, limits) => type.decode(bytes, limits),
  },
  {
    path: 'plain',
    encode: (type, message) => encodeMessage(type.descriptor, message),
    decode: <T extends Message>(type: MessageType<T>, bytes: Uint8Array, limits?: DecodeLimits) =>
      decodeMessage(type.descriptor, bytes, limits) as Message as T,
  },
];
