// Generated from google/protobuf/empty.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'google/protobuf/empty.proto',
  imports: [],
  descriptor:
    'Chtnb29nbGUvcHJvdG9idWYvZW1wdHkucHJvdG8SD2dvb2dsZS5wcm90b2J1ZiIHCgVFbXB0eWIGcHJvdG8z',
};

/** Nothing: for a method that takes or returns none. */
export interface Empty extends Message {}

export const Empty: MessageType<Empty> = {
  descriptor: {
    name: 'google.protobuf.Empty',
    fields: [],
  },
  create: (init) => create(Empty.descriptor, emptyEmpty(), init),
  encode: (message) => encode(Empty.descriptor, message, writeEmpty),
  decode: (bytes, limits) => decode(Empty.descriptor, bytes, emptyEmpty(), readEmpty, limits),
};

export function emptyEmpty(): Empty {
  return {};
}

export function writeEmpty(message: Empty, writer: Writer): void {
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readEmpty(message: Empty, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
