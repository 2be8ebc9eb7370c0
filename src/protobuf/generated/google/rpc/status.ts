// Generated from google/rpc/status.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';
import {
  Any,
  emptyAny,
  file as file_google_protobuf_any,
  readAny,
  writeAny,
} from '../../google/protobuf/any.ts';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'google/rpc/status.proto',
  imports: [file_google_protobuf_any],
  descriptor:
    'Chdnb29nbGUvcnBjL3N0YXR1cy5wcm90bxIKZ29vZ2xlLnJwYxoZZ29vZ2xlL3Byb3RvYnVmL2FueS5wcm90' +
    'byJmCgZTdGF0dXMSEgoEY29kZRgBIAEoBVIEY29kZRIYCgdtZXNzYWdlGAIgASgJUgdtZXNzYWdlEi4KB2Rl' +
    'dGFpbHMYAyADKAsyFC5nb29nbGUucHJvdG9idWYuQW55UgdkZXRhaWxzYgZwcm90bzM=',
};

/**
 * An error with all that a program may want to know of it. It travels beside `grpc-status` in the
 * trailer `grpc-status-details-bin`.
 */
export interface Status extends Message {
  /** The same as in `grpc-status`. */
  code: number;
  /** For developers, in English. */
  message: string;
  /** Messages of any type; those of error_details.proto are understood everywhere. */
  details: Any[];
}

export const Status: MessageType<Status> = {
  descriptor: {
    name: 'google.rpc.Status',
    fields: [
      { number: 1, name: 'code', type: 'int32', cardinality: 'implicit' },
      { number: 2, name: 'message', type: 'string', cardinality: 'implicit' },
      {
        number: 3,
        name: 'details',
        type: 'message',
        cardinality: 'repeated',
        message: () => Any.descriptor,
      },
    ],
  },
  create: (init) => create(Status.descriptor, emptyStatus(), init),
  encode: (message) => encode(Status.descriptor, message, writeStatus),
  decode: (bytes, limits) => decode(Status.descriptor, bytes, emptyStatus(), readStatus, limits),
};

export function emptyStatus(): Status {
  return { code: 0, message: '', details: [] };
}

export function writeStatus(message: Status, writer: Writer): void {
  if (message.code != null && message.code !== 0) writer.tag(8).int32(message.code);
  if (message.message) writer.tag(18).string(message.message);
  for (const item of message.details ?? []) {
    const start = writer.enter(26);
    writeAny(item, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readStatus(message: Status, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.code = reader.int32();
        break;
      case 18:
        message.message = reader.string();
        break;
      case 26: {
        const outer = reader.enter(276);
        const part = emptyAny();
        readAny(part, reader);
        reader.leave(outer);
        reader.item(message.details).push(part);
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
