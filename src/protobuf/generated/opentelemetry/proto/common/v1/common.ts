// Generated from opentelemetry/proto/common/v1/common.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'opentelemetry/proto/common/v1/common.proto',
  imports: [],
  descriptor:
    'CipvcGVudGVsZW1ldHJ5L3Byb3RvL2NvbW1vbi92MS9jb21tb24ucHJvdG8SHW9wZW50ZWxlbWV0cnkucHJv' +
    'dG8uY29tbW9uLnYxIsABCghBbnlWYWx1ZRIjCgxzdHJpbmdfdmFsdWUYASABKAlIAFILc3RyaW5nVmFsdWUS' +
    'HwoKYm9vbF92YWx1ZRgCIAEoCEgAUglib29sVmFsdWUSHQoJaW50X3ZhbHVlGAMgASgDSABSCGludFZhbHVl' +
    'EiMKDGRvdWJsZV92YWx1ZRgEIAEoAUgAUgtkb3VibGVWYWx1ZRIhCgtieXRlc192YWx1ZRgHIAEoDEgAUgpi' +
    'eXRlc1ZhbHVlQgcKBXZhbHVlIlsKCEtleVZhbHVlEhAKA2tleRgBIAEoCVIDa2V5Ej0KBXZhbHVlGAIgASgL' +
    'Micub3BlbnRlbGVtZXRyeS5wcm90by5jb21tb24udjEuQW55VmFsdWVSBXZhbHVlYgZwcm90bzM=',
};

export interface AnyValue extends Message {
  value?:
    | { case: 'stringValue'; value: string }
    | { case: 'boolValue'; value: boolean }
    | { case: 'intValue'; value: bigint }
    | { case: 'doubleValue'; value: number }
    | { case: 'bytesValue'; value: Uint8Array };
}

export const AnyValue: MessageType<AnyValue> = {
  descriptor: {
    name: 'opentelemetry.proto.common.v1.AnyValue',
    fields: [
      {
        number: 1,
        name: 'stringValue',
        protoName: 'string_value',
        type: 'string',
        cardinality: 'optional',
        oneof: 'value',
      },
      {
        number: 2,
        name: 'boolValue',
        protoName: 'bool_value',
        type: 'bool',
        cardinality: 'optional',
        oneof: 'value',
      },
      {
        number: 3,
        name: 'intValue',
        protoName: 'int_value',
        type: 'int64',
        cardinality: 'optional',
        oneof: 'value',
      },
      {
        number: 4,
        name: 'doubleValue',
        protoName: 'double_value',
        type: 'double',
        cardinality: 'optional',
        oneof: 'value',
      },
      {
        number: 7,
        name: 'bytesValue',
        protoName: 'bytes_value',
        type: 'bytes',
        cardinality: 'optional',
        oneof: 'value',
      },
    ],
  },
  create: (init) => create(AnyValue.descriptor, emptyAnyValue(), init),
  encode: (message) => encode(AnyValue.descriptor, message, writeAnyValue),
  decode: (bytes, limits) =>
    decode(AnyValue.descriptor, bytes, emptyAnyValue(), readAnyValue, limits),
};

export function emptyAnyValue(): AnyValue {
  return { value: undefined };
}

export function writeAnyValue(message: AnyValue, writer: Writer): void {
  if (message.value?.case === 'stringValue') writer.tag(10).string(message.value.value);
  if (message.value?.case === 'boolValue') writer.tag(16).bool(message.value.value);
  if (message.value?.case === 'intValue') writer.tag(24).int64(message.value.value);
  if (message.value?.case === 'doubleValue') writer.tag(33).double(message.value.value);
  if (message.value?.case === 'bytesValue') writer.tag(58).bytes(message.value.value);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readAnyValue(message: AnyValue, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.value = { case: 'stringValue', value: reader.string() };
        break;
      case 16:
        message.value = { case: 'boolValue', value: reader.bool() };
        break;
      case 24:
        message.value = { case: 'intValue', value: reader.int64() };
        break;
      case 33:
        message.value = { case: 'doubleValue', value: reader.double() };
        break;
      case 58:
        message.value = { case: 'bytesValue', value: reader.bytes() };
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface KeyValue extends Message {
  key: string;
  value?: AnyValue;
}

export const KeyValue: MessageType<KeyValue> = {
  descriptor: {
    name: 'opentelemetry.proto.common.v1.KeyValue',
    fields: [
      { number: 1, name: 'key', type: 'string', cardinality: 'implicit' },
      {
        number: 2,
        name: 'value',
        type: 'message',
        cardinality: 'optional',
        message: () => AnyValue.descriptor,
      },
    ],
  },
  create: (init) => create(KeyValue.descriptor, emptyKeyValue(), init),
  encode: (message) => encode(KeyValue.descriptor, message, writeKeyValue),
  decode: (bytes, limits) =>
    decode(KeyValue.descriptor, bytes, emptyKeyValue(), readKeyValue, limits),
};

export function emptyKeyValue(): KeyValue {
  return { key: '', value: undefined };
}

export function writeKeyValue(message: KeyValue, writer: Writer): void {
  if (message.key) writer.tag(10).string(message.key);
  if (message.value != null) {
    const start = writer.enter(18);
    writeAnyValue(message.value, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readKeyValue(message: KeyValue, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.key = reader.string();
        break;
      case 18: {
        const outer = reader.enter(108);
        const part = message.value ?? emptyAnyValue();
        readAnyValue(part, reader);
        reader.leave(outer);
        message.value = part;
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
