// Generated from opentelemetry/proto/resource/v1/resource.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';
import {
  emptyKeyValue,
  file as file_opentelemetry_proto_common_v1_common,
  KeyValue,
  readKeyValue,
  writeKeyValue,
} from '../../../../opentelemetry/proto/common/v1/common.ts';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'opentelemetry/proto/resource/v1/resource.proto',
  imports: [file_opentelemetry_proto_common_v1_common],
  descriptor:
    'Ci5vcGVudGVsZW1ldHJ5L3Byb3RvL3Jlc291cmNlL3YxL3Jlc291cmNlLnByb3RvEh9vcGVudGVsZW1ldHJ5' +
    'LnByb3RvLnJlc291cmNlLnYxGipvcGVudGVsZW1ldHJ5L3Byb3RvL2NvbW1vbi92MS9jb21tb24ucHJvdG8i' +
    'UwoIUmVzb3VyY2USRwoKYXR0cmlidXRlcxgBIAMoCzInLm9wZW50ZWxlbWV0cnkucHJvdG8uY29tbW9uLnYx' +
    'LktleVZhbHVlUgphdHRyaWJ1dGVzYgZwcm90bzM=',
};

/** The program that tells. */
export interface Resource extends Message {
  attributes: KeyValue[];
}

export const Resource: MessageType<Resource> = {
  descriptor: {
    name: 'opentelemetry.proto.resource.v1.Resource',
    fields: [
      {
        number: 1,
        name: 'attributes',
        type: 'message',
        cardinality: 'repeated',
        message: () => KeyValue.descriptor,
      },
    ],
  },
  create: (init) => create(Resource.descriptor, emptyResource(), init),
  encode: (message) => encode(Resource.descriptor, message, writeResource),
  decode: (bytes, limits) =>
    decode(Resource.descriptor, bytes, emptyResource(), readResource, limits),
};

export function emptyResource(): Resource {
  return { attributes: [] };
}

export function writeResource(message: Resource, writer: Writer): void {
  for (const item of message.attributes ?? []) {
    const start = writer.enter(10);
    writeKeyValue(item, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readResource(message: Resource, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10: {
        const outer = reader.enter(68);
        const part = emptyKeyValue();
        readKeyValue(part, reader);
        reader.leave(outer);
        reader.item(message.attributes).push(part);
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
