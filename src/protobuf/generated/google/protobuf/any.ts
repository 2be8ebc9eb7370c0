// Generated from google/protobuf/any.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'google/protobuf/any.proto',
  imports: [],
  descriptor:
    'Chlnb29nbGUvcHJvdG9idWYvYW55LnByb3RvEg9nb29nbGUucHJvdG9idWYiNgoDQW55EhkKCHR5cGVfdXJs' +
    'GAEgASgJUgd0eXBlVXJsEhQKBXZhbHVlGAIgASgMUgV2YWx1ZWIGcHJvdG8z',
};

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
      {
        number: 1,
        name: 'typeUrl',
        protoName: 'type_url',
        type: 'string',
        cardinality: 'implicit',
      },
      { number: 2, name: 'value', type: 'bytes', cardinality: 'implicit' },
    ],
  },
  create: (init) => create(Any.descriptor, emptyAny(), init),
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
