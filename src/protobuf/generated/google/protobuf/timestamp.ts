// Generated from google/protobuf/timestamp.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'google/protobuf/timestamp.proto',
  imports: [],
  descriptor:
    'Ch9nb29nbGUvcHJvdG9idWYvdGltZXN0YW1wLnByb3RvEg9nb29nbGUucHJvdG9idWYiOwoJVGltZXN0YW1w' +
    'EhgKB3NlY29uZHMYASABKANSB3NlY29uZHMSFAoFbmFub3MYAiABKAVSBW5hbm9zYgZwcm90bzM=',
};

/** A point in time, in UTC and without leap seconds. */
export interface Timestamp extends Message {
  /** Since 1970-01-01T00:00:00Z; before it, negative. */
  seconds: bigint;
  /** 0 to 999,999,999, always counted forward from `seconds`. */
  nanos: number;
}

export const Timestamp: MessageType<Timestamp> = {
  descriptor: {
    name: 'google.protobuf.Timestamp',
    fields: [
      { number: 1, name: 'seconds', type: 'int64', cardinality: 'implicit' },
      { number: 2, name: 'nanos', type: 'int32', cardinality: 'implicit' },
    ],
  },
  create: (init) => create(Timestamp.descriptor, emptyTimestamp(), init),
  encode: (message) => encode(Timestamp.descriptor, message, writeTimestamp),
  decode: (bytes, limits) =>
    decode(Timestamp.descriptor, bytes, emptyTimestamp(), readTimestamp, limits),
};

export function emptyTimestamp(): Timestamp {
  return { seconds: 0n, nanos: 0 };
}

export function writeTimestamp(message: Timestamp, writer: Writer): void {
  if (message.seconds != null && message.seconds !== 0n) writer.tag(8).int64(message.seconds);
  if (message.nanos != null && message.nanos !== 0) writer.tag(16).int32(message.nanos);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readTimestamp(message: Timestamp, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.seconds = reader.int64();
        break;
      case 16:
        message.nanos = reader.int32();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
