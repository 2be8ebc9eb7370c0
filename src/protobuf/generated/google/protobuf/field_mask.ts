// Generated from proto/google/protobuf/field_mask.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import type { Message, MessageType } from '#protobuf/message';
import type { Reader } from '#protobuf/reader';
import type { Writer } from '#protobuf/writer';

/** Which fields of a message are meant. */
export interface FieldMask extends Message {
  /** Names joined by dots: `order.price`. */
  paths: string[];
}

export const FieldMask: MessageType<FieldMask> = {
  descriptor: {
    name: 'google.protobuf.FieldMask',
    fields: [{ number: 1, name: 'paths', type: 'string', cardinality: 'repeated' }],
  },
  create: (init) => Object.assign(emptyFieldMask(), init),
  encode: (message) => encode(FieldMask.descriptor, message, writeFieldMask),
  decode: (bytes, limits) =>
    decode(FieldMask.descriptor, bytes, emptyFieldMask(), readFieldMask, limits),
};

export function emptyFieldMask(): FieldMask {
  return { paths: [] };
}

export function writeFieldMask(message: FieldMask, writer: Writer): void {
  for (const item of message.paths ?? []) writer.tag(10).string(item);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readFieldMask(message: FieldMask, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.paths.push(reader.string());
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
