// Generated from google/protobuf/duration.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'google/protobuf/duration.proto',
  imports: [],
  descriptor:
    'Ch5nb29nbGUvcHJvdG9idWYvZHVyYXRpb24ucHJvdG8SD2dvb2dsZS5wcm90b2J1ZiI6CghEdXJhdGlvbhIY' +
    'CgdzZWNvbmRzGAEgASgDUgdzZWNvbmRzEhQKBW5hbm9zGAIgASgFUgVuYW5vc2IGcHJvdG8z',
};

/** A length of time. */
export interface Duration extends Message {
  seconds: bigint;
  /** -999,999,999 to 999,999,999, with the sign of `seconds` unless that is 0. */
  nanos: number;
}

export const Duration: MessageType<Duration> = {
  descriptor: {
    name: 'google.protobuf.Duration',
    fields: [
      { number: 1, name: 'seconds', type: 'int64', cardinality: 'implicit' },
      { number: 2, name: 'nanos', type: 'int32', cardinality: 'implicit' },
    ],
  },
  create: (init) => create(Duration.descriptor, emptyDuration(), init),
  encode: (message) => encode(Duration.descriptor, message, writeDuration),
  decode: (bytes, limits) =>
    decode(Duration.descriptor, bytes, emptyDuration(), readDuration, limits),
};

export function emptyDuration(): Duration {
  return { seconds: 0n, nanos: 0 };
}

export function writeDuration(message: Duration, writer: Writer): void {
  if (message.seconds != null && message.seconds !== 0n) writer.tag(8).int64(message.seconds);
  if (message.nanos != null && message.nanos !== 0) writer.tag(16).int32(message.nanos);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readDuration(message: Duration, reader: Reader): void {
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
