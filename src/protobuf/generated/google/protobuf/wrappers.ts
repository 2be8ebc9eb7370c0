// Generated from google/protobuf/wrappers.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'google/protobuf/wrappers.proto',
  imports: [],
  descriptor:
    'Ch5nb29nbGUvcHJvdG9idWYvd3JhcHBlcnMucHJvdG8SD2dvb2dsZS5wcm90b2J1ZiIjCgtEb3VibGVWYWx1' +
    'ZRIUCgV2YWx1ZRgBIAEoAVIFdmFsdWUiIgoKRmxvYXRWYWx1ZRIUCgV2YWx1ZRgBIAEoAlIFdmFsdWUiIgoK' +
    'SW50NjRWYWx1ZRIUCgV2YWx1ZRgBIAEoA1IFdmFsdWUiIwoLVUludDY0VmFsdWUSFAoFdmFsdWUYASABKARS' +
    'BXZhbHVlIiIKCkludDMyVmFsdWUSFAoFdmFsdWUYASABKAVSBXZhbHVlIiMKC1VJbnQzMlZhbHVlEhQKBXZh' +
    'bHVlGAEgASgNUgV2YWx1ZSIhCglCb29sVmFsdWUSFAoFdmFsdWUYASABKAhSBXZhbHVlIiMKC1N0cmluZ1Zh' +
    'bHVlEhQKBXZhbHVlGAEgASgJUgV2YWx1ZSIiCgpCeXRlc1ZhbHVlEhQKBXZhbHVlGAEgASgMUgV2YWx1ZWIG' +
    'cHJvdG8z',
};

export interface DoubleValue extends Message {
  value: number;
}

export const DoubleValue: MessageType<DoubleValue> = {
  descriptor: {
    name: 'google.protobuf.DoubleValue',
    fields: [{ number: 1, name: 'value', type: 'double', cardinality: 'implicit' }],
  },
  create: (init) => create(DoubleValue.descriptor, emptyDoubleValue(), init),
  encode: (message) => encode(DoubleValue.descriptor, message, writeDoubleValue),
  decode: (bytes, limits) =>
    decode(DoubleValue.descriptor, bytes, emptyDoubleValue(), readDoubleValue, limits),
};

export function emptyDoubleValue(): DoubleValue {
  return { value: 0 };
}

export function writeDoubleValue(message: DoubleValue, writer: Writer): void {
  if (message.value != null && !Object.is(message.value, 0)) writer.tag(9).double(message.value);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readDoubleValue(message: DoubleValue, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 9:
        message.value = reader.double();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface FloatValue extends Message {
  value: number;
}

export const FloatValue: MessageType<FloatValue> = {
  descriptor: {
    name: 'google.protobuf.FloatValue',
    fields: [{ number: 1, name: 'value', type: 'float', cardinality: 'implicit' }],
  },
  create: (init) => create(FloatValue.descriptor, emptyFloatValue(), init),
  encode: (message) => encode(FloatValue.descriptor, message, writeFloatValue),
  decode: (bytes, limits) =>
    decode(FloatValue.descriptor, bytes, emptyFloatValue(), readFloatValue, limits),
};

export function emptyFloatValue(): FloatValue {
  return { value: 0 };
}

export function writeFloatValue(message: FloatValue, writer: Writer): void {
  if (message.value != null && !Object.is(message.value, 0)) writer.tag(13).float(message.value);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readFloatValue(message: FloatValue, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 13:
        message.value = reader.float();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface Int64Value extends Message {
  value: bigint;
}

export const Int64Value: MessageType<Int64Value> = {
  descriptor: {
    name: 'google.protobuf.Int64Value',
    fields: [{ number: 1, name: 'value', type: 'int64', cardinality: 'implicit' }],
  },
  create: (init) => create(Int64Value.descriptor, emptyInt64Value(), init),
  encode: (message) => encode(Int64Value.descriptor, message, writeInt64Value),
  decode: (bytes, limits) =>
    decode(Int64Value.descriptor, bytes, emptyInt64Value(), readInt64Value, limits),
};

export function emptyInt64Value(): Int64Value {
  return { value: 0n };
}

export function writeInt64Value(message: Int64Value, writer: Writer): void {
  if (message.value != null && message.value !== 0n) writer.tag(8).int64(message.value);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readInt64Value(message: Int64Value, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.value = reader.int64();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface UInt64Value extends Message {
  value: bigint;
}

export const UInt64Value: MessageType<UInt64Value> = {
  descriptor: {
    name: 'google.protobuf.UInt64Value',
    fields: [{ number: 1, name: 'value', type: 'uint64', cardinality: 'implicit' }],
  },
  create: (init) => create(UInt64Value.descriptor, emptyUInt64Value(), init),
  encode: (message) => encode(UInt64Value.descriptor, message, writeUInt64Value),
  decode: (bytes, limits) =>
    decode(UInt64Value.descriptor, bytes, emptyUInt64Value(), readUInt64Value, limits),
};

export function emptyUInt64Value(): UInt64Value {
  return { value: 0n };
}

export function writeUInt64Value(message: UInt64Value, writer: Writer): void {
  if (message.value != null && message.value !== 0n) writer.tag(8).uint64(message.value);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readUInt64Value(message: UInt64Value, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.value = reader.uint64();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface Int32Value extends Message {
  value: number;
}

export const Int32Value: MessageType<Int32Value> = {
  descriptor: {
    name: 'google.protobuf.Int32Value',
    fields: [{ number: 1, name: 'value', type: 'int32', cardinality: 'implicit' }],
  },
  create: (init) => create(Int32Value.descriptor, emptyInt32Value(), init),
  encode: (message) => encode(Int32Value.descriptor, message, writeInt32Value),
  decode: (bytes, limits) =>
    decode(Int32Value.descriptor, bytes, emptyInt32Value(), readInt32Value, limits),
};

export function emptyInt32Value(): Int32Value {
  return { value: 0 };
}

export function writeInt32Value(message: Int32Value, writer: Writer): void {
  if (message.value != null && message.value !== 0) writer.tag(8).int32(message.value);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readInt32Value(message: Int32Value, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.value = reader.int32();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface UInt32Value extends Message {
  value: number;
}

export const UInt32Value: MessageType<UInt32Value> = {
  descriptor: {
    name: 'google.protobuf.UInt32Value',
    fields: [{ number: 1, name: 'value', type: 'uint32', cardinality: 'implicit' }],
  },
  create: (init) => create(UInt32Value.descriptor, emptyUInt32Value(), init),
  encode: (message) => encode(UInt32Value.descriptor, message, writeUInt32Value),
  decode: (bytes, limits) =>
    decode(UInt32Value.descriptor, bytes, emptyUInt32Value(), readUInt32Value, limits),
};

export function emptyUInt32Value(): UInt32Value {
  return { value: 0 };
}

export function writeUInt32Value(message: UInt32Value, writer: Writer): void {
  if (message.value != null && message.value !== 0) writer.tag(8).uint32(message.value);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readUInt32Value(message: UInt32Value, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.value = reader.uint32();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface BoolValue extends Message {
  value: boolean;
}

export const BoolValue: MessageType<BoolValue> = {
  descriptor: {
    name: 'google.protobuf.BoolValue',
    fields: [{ number: 1, name: 'value', type: 'bool', cardinality: 'implicit' }],
  },
  create: (init) => create(BoolValue.descriptor, emptyBoolValue(), init),
  encode: (message) => encode(BoolValue.descriptor, message, writeBoolValue),
  decode: (bytes, limits) =>
    decode(BoolValue.descriptor, bytes, emptyBoolValue(), readBoolValue, limits),
};

export function emptyBoolValue(): BoolValue {
  return { value: false };
}

export function writeBoolValue(message: BoolValue, writer: Writer): void {
  if (message.value) writer.tag(8).bool(message.value);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readBoolValue(message: BoolValue, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.value = reader.bool();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface StringValue extends Message {
  value: string;
}

export const StringValue: MessageType<StringValue> = {
  descriptor: {
    name: 'google.protobuf.StringValue',
    fields: [{ number: 1, name: 'value', type: 'string', cardinality: 'implicit' }],
  },
  create: (init) => create(StringValue.descriptor, emptyStringValue(), init),
  encode: (message) => encode(StringValue.descriptor, message, writeStringValue),
  decode: (bytes, limits) =>
    decode(StringValue.descriptor, bytes, emptyStringValue(), readStringValue, limits),
};

export function emptyStringValue(): StringValue {
  return { value: '' };
}

export function writeStringValue(message: StringValue, writer: Writer): void {
  if (message.value) writer.tag(10).string(message.value);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readStringValue(message: StringValue, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.value = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface BytesValue extends Message {
  value: Uint8Array;
}

export const BytesValue: MessageType<BytesValue> = {
  descriptor: {
    name: 'google.protobuf.BytesValue',
    fields: [{ number: 1, name: 'value', type: 'bytes', cardinality: 'implicit' }],
  },
  create: (init) => create(BytesValue.descriptor, emptyBytesValue(), init),
  encode: (message) => encode(BytesValue.descriptor, message, writeBytesValue),
  decode: (bytes, limits) =>
    decode(BytesValue.descriptor, bytes, emptyBytesValue(), readBytesValue, limits),
};

export function emptyBytesValue(): BytesValue {
  return { value: new Uint8Array(0) };
}

export function writeBytesValue(message: BytesValue, writer: Writer): void {
  if (message.value?.length) writer.tag(10).bytes(message.value);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readBytesValue(message: BytesValue, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.value = reader.bytes();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
