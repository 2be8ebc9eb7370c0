// Generated from google/protobuf/field_mask.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'google/protobuf/field_mask.proto',
  imports: [],
  descriptor:
    'CiBnb29nbGUvcHJvdG9idWYvZmllbGRfbWFzay5wcm90bxIPZ29vZ2xlLnByb3RvYnVmIiEKCUZpZWxkTWFz' +
    'axIUCgVwYXRocxgBIAMoCVIFcGF0aHNiBnByb3RvMw==',
};

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
  create: (init) => create(FieldMask.descriptor, emptyFieldMask(), init),
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
        reader.item(message.paths).push(reader.string());
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
