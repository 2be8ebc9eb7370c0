/**
 * The front door of protobuf, `rpc-from-scratch/protobuf`: what generated code imports, and what a
 * program does with messages besides.
 */

// ---- what generated code is made of

export { decode, encode } from '#protobuf/codec';
export { create } from '#protobuf/create';
export { readInt32s } from '#protobuf/fast/packed';
export type { Reader } from '#protobuf/fast/reader';
export type { Writer } from '#protobuf/fast/writer';
export type { DeepPartial, Message, MessageType, OpenEnum } from '#protobuf/message';
export type { ProtoFile } from '#protobuf/schema/proto-file';
export type { ServiceDefinition, Source } from '#protobuf/schema/service-definition';

// ---- messages as JSON

export { fromJson, fromJsonString } from '#protobuf/json/from-json';
export {
  type Json,
  JsonError,
  type ReadJsonOptions,
  type WriteJsonOptions,
} from '#protobuf/json/json';
export { toJson, toJsonString } from '#protobuf/json/to-json';

// ---- what messages mean

export { packAny, unpackAny } from '#protobuf/any';
export {
  dateFromTimestamp,
  durationFromMs,
  msFromDuration,
  timestampFromDate,
} from '#protobuf/date-and-ms';
export { equals } from '#protobuf/equals';
export { enumName } from '#protobuf/json/enum-names';

// ---- how they fail, and what the sender may make us do

export { DecodeError, EncodeError } from '#protobuf/error';
export type { DecodeLimits } from '#protobuf/limits';

// ---- the files that they come from, for reflection

export { fileDescriptors } from '#protobuf/schema/file-descriptors';
