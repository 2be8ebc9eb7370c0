// Generated from proto/google/protobuf/any.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import type { Message, MessageType } from '#protobuf/message';
import type { Reader } from '#protobuf/reader';
import type { Writer } from '#protobuf/writer';

/** A message of any type, together with the name of its type. */
export interface Any extends Message {
  /** What comes after the last slash is the type: `type.googleapis.com/google.rpc.BadRequest`. */
  typeUrl: string;
  /** The message, encoded. */
  value: Uint8Array;
}

export const Any: MessageType<Any> = {
  descriptor: {
    name: 'google.protobuf.Any',
    fields: [
      { number: 1, name: 'typeUrl', type: 'string', cardinality: 'implicit' },
      { number: 2, name: 'value', type: 'bytes', cardinality: 'implicit' },
    ],
  },
  create: (init) => Object.assign(emptyAny(), init),
  encode: (message) => encode(Any.descriptor, message, writeAny),
  decode: (bytes, limits) => decode(Any.descriptor, bytes, emptyAny(), readAny, limits),
};

export function emptyAny(): Any {
  return { typeUrl: '', value: new Uint8Array(0) };
}

export function writeAny(message: Any, writer: Writer): void {
  if (message.typeUrl) writer.tag(10).string(message.typeUrl);
  if (message.value?.length) writer.tag(18).bytes(message.value);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readAny(message: Any, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.typeUrl = reader.string();
        break;
      case 18:
        message.value = reader.bytes();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
