// Generated from google/protobuf/struct.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType, OpenEnum } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'google/protobuf/struct.proto',
  imports: [],
  descriptor:
    'Chxnb29nbGUvcHJvdG9idWYvc3RydWN0LnByb3RvEg9nb29nbGUucHJvdG9idWYimAEKBlN0cnVjdBI7CgZm' +
    'aWVsZHMYASADKAsyIy5nb29nbGUucHJvdG9idWYuU3RydWN0LkZpZWxkc0VudHJ5UgZmaWVsZHMaUQoLRmll' +
    'bGRzRW50cnkSEAoDa2V5GAEgASgJUgNrZXkSLAoFdmFsdWUYAiABKAsyFi5nb29nbGUucHJvdG9idWYuVmFs' +
    'dWVSBXZhbHVlOgI4ASKyAgoFVmFsdWUSOwoKbnVsbF92YWx1ZRgBIAEoDjIaLmdvb2dsZS5wcm90b2J1Zi5O' +
    'dWxsVmFsdWVIAFIJbnVsbFZhbHVlEiMKDG51bWJlcl92YWx1ZRgCIAEoAUgAUgtudW1iZXJWYWx1ZRIjCgxz' +
    'dHJpbmdfdmFsdWUYAyABKAlIAFILc3RyaW5nVmFsdWUSHwoKYm9vbF92YWx1ZRgEIAEoCEgAUglib29sVmFs' +
    'dWUSPAoMc3RydWN0X3ZhbHVlGAUgASgLMhcuZ29vZ2xlLnByb3RvYnVmLlN0cnVjdEgAUgtzdHJ1Y3RWYWx1' +
    'ZRI7CgpsaXN0X3ZhbHVlGAYgASgLMhouZ29vZ2xlLnByb3RvYnVmLkxpc3RWYWx1ZUgAUglsaXN0VmFsdWVC' +
    'BgoEa2luZCI7CglMaXN0VmFsdWUSLgoGdmFsdWVzGAEgAygLMhYuZ29vZ2xlLnByb3RvYnVmLlZhbHVlUgZ2' +
    'YWx1ZXMqGwoJTnVsbFZhbHVlEg4KCk5VTExfVkFMVUUQAGIGcHJvdG8z',
};

/** JSON's null: an enum, so that a oneof can hold it. */
export const NullValue = {
  NULL_VALUE: 0,
} as const;
export type NullValue = OpenEnum<typeof NullValue>;

/** A JSON object. */
export interface Struct extends Message {
  fields: Map<string, Value>;
}

export const Struct: MessageType<Struct> = {
  descriptor: {
    name: 'google.protobuf.Struct',
    fields: [
      {
        number: 1,
        name: 'fields',
        type: 'message',
        cardinality: 'map',
        key: 'string',
        message: () => Value.descriptor,
      },
    ],
  },
  create: (init) => create(Struct.descriptor, emptyStruct(), init),
  encode: (message) => encode(Struct.descriptor, message, writeStruct),
  decode: (bytes, limits) => decode(Struct.descriptor, bytes, emptyStruct(), readStruct, limits),
};

export function emptyStruct(): Struct {
  return { fields: new Map() };
}

export function writeStruct(message: Struct, writer: Writer): void {
  for (const [key, value] of message.fields ?? []) {
    const entry = writer.enter(10);
    writer.tag(10).string(key);
    const start = writer.enter(18);
    writeValue(value, writer);
    writer.leave(start);
    writer.leave(entry);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readStruct(message: Struct, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10: {
        const outer = reader.enter(180);
        let key = '';
        const value = emptyValue();
        while (reader.position < reader.end) {
          switch (reader.tag()) {
            case 10:
              key = reader.string();
              break;
            case 18: {
              const entry = reader.enter(0);
              readValue(value, reader);
              reader.leave(entry);
              break;
            }
            default:
              reader.pass();
          }
        }
        reader.leave(outer);
        message.fields = reader.put(message.fields, key, value);
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

/** A JSON value. */
export interface Value extends Message {
  kind?:
    | { case: 'nullValue'; value: NullValue }
    | { case: 'numberValue'; value: number }
    | { case: 'stringValue'; value: string }
    | { case: 'boolValue'; value: boolean }
    | { case: 'structValue'; value: Struct }
    | { case: 'listValue'; value: ListValue };
}

export const Value: MessageType<Value> = {
  descriptor: {
    name: 'google.protobuf.Value',
    fields: [
      {
        number: 1,
        name: 'nullValue',
        protoName: 'null_value',
        type: 'enum',
        cardinality: 'optional',
        oneof: 'kind',
        enum: () => ({ name: 'google.protobuf.NullValue', numbers: NullValue }),
      },
      {
        number: 2,
        name: 'numberValue',
        protoName: 'number_value',
        type: 'double',
        cardinality: 'optional',
        oneof: 'kind',
      },
      {
        number: 3,
        name: 'stringValue',
        protoName: 'string_value',
        type: 'string',
        cardinality: 'optional',
        oneof: 'kind',
      },
      {
        number: 4,
        name: 'boolValue',
        protoName: 'bool_value',
        type: 'bool',
        cardinality: 'optional',
        oneof: 'kind',
      },
      {
        number: 5,
        name: 'structValue',
        protoName: 'struct_value',
        type: 'message',
        cardinality: 'optional',
        oneof: 'kind',
        message: () => Struct.descriptor,
      },
      {
        number: 6,
        name: 'listValue',
        protoName: 'list_value',
        type: 'message',
        cardinality: 'optional',
        oneof: 'kind',
        message: () => ListValue.descriptor,
      },
    ],
  },
  create: (init) => create(Value.descriptor, emptyValue(), init),
  encode: (message) => encode(Value.descriptor, message, writeValue),
  decode: (bytes, limits) => decode(Value.descriptor, bytes, emptyValue(), readValue, limits),
};

export function emptyValue(): Value {
  return { kind: undefined };
}

export function writeValue(message: Value, writer: Writer): void {
  if (message.kind?.case === 'nullValue') writer.tag(8).int32(message.kind.value);
  if (message.kind?.case === 'numberValue') writer.tag(17).double(message.kind.value);
  if (message.kind?.case === 'stringValue') writer.tag(26).string(message.kind.value);
  if (message.kind?.case === 'boolValue') writer.tag(32).bool(message.kind.value);
  if (message.kind?.case === 'structValue') {
    const start = writer.enter(42);
    writeStruct(message.kind.value, writer);
    writer.leave(start);
  }
  if (message.kind?.case === 'listValue') {
    const start = writer.enter(50);
    writeListValue(message.kind.value, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readValue(message: Value, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.kind = { case: 'nullValue', value: reader.int32() };
        break;
      case 17:
        message.kind = { case: 'numberValue', value: reader.double() };
        break;
      case 26:
        message.kind = { case: 'stringValue', value: reader.string() };
        break;
      case 32:
        message.kind = { case: 'boolValue', value: reader.bool() };
        break;
      case 42: {
        const outer = reader.enter(252);
        const part =
          (message.kind?.case === 'structValue' ? message.kind.value : undefined) ?? emptyStruct();
        readStruct(part, reader);
        reader.leave(outer);
        message.kind = { case: 'structValue', value: part };
        break;
      }
      case 50: {
        const outer = reader.enter(100);
        const part =
          (message.kind?.case === 'listValue' ? message.kind.value : undefined) ?? emptyListValue();
        readListValue(part, reader);
        reader.leave(outer);
        message.kind = { case: 'listValue', value: part };
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

/** A JSON array. */
export interface ListValue extends Message {
  values: Value[];
}

export const ListValue: MessageType<ListValue> = {
  descriptor: {
    name: 'google.protobuf.ListValue',
    fields: [
      {
        number: 1,
        name: 'values',
        type: 'message',
        cardinality: 'repeated',
        message: () => Value.descriptor,
      },
    ],
  },
  create: (init) => create(ListValue.descriptor, emptyListValue(), init),
  encode: (message) => encode(ListValue.descriptor, message, writeListValue),
  decode: (bytes, limits) =>
    decode(ListValue.descriptor, bytes, emptyListValue(), readListValue, limits),
};

export function emptyListValue(): ListValue {
  return { values: [] };
}

export function writeListValue(message: ListValue, writer: Writer): void {
  for (const item of message.values ?? []) {
    const start = writer.enter(10);
    writeValue(item, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readListValue(message: ListValue, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10: {
        const outer = reader.enter(108);
        const part = emptyValue();
        readValue(part, reader);
        reader.leave(outer);
        reader.item(message.values).push(part);
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
