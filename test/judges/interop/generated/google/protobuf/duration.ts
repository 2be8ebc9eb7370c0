// Generated from proto/google/protobuf/duration.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import type { Message, MessageType } from '#protobuf/message';
import type { Reader } from '#protobuf/reader';
import type { Writer } from '#protobuf/writer';

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
  create: (init) => Object.assign(emptyDuration(), init),
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
