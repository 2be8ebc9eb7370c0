// Generated from proto/google/protobuf/descriptor.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import type { Message, MessageType, OpenEnum } from '#protobuf/message';
import type { Reader } from '#protobuf/reader';
import type { Writer } from '#protobuf/writer';

export const FieldDescriptorProto_Type = {
  TYPE_UNSPECIFIED: 0,
  TYPE_DOUBLE: 1,
  TYPE_FLOAT: 2,
  TYPE_INT64: 3,
  TYPE_UINT64: 4,
  TYPE_INT32: 5,
  TYPE_FIXED64: 6,
  TYPE_FIXED32: 7,
  TYPE_BOOL: 8,
  TYPE_STRING: 9,
  TYPE_GROUP: 10,
  TYPE_MESSAGE: 11,
  TYPE_BYTES: 12,
  TYPE_UINT32: 13,
  TYPE_ENUM: 14,
  TYPE_SFIXED32: 15,
  TYPE_SFIXED64: 16,
  TYPE_SINT32: 17,
  TYPE_SINT64: 18,
} as const;
export type FieldDescriptorProto_Type = OpenEnum<typeof FieldDescriptorProto_Type>;

export const FieldDescriptorProto_Label = {
  LABEL_UNSPECIFIED: 0,
  LABEL_OPTIONAL: 1,
  LABEL_REQUIRED: 2,
  LABEL_REPEATED: 3,
} as const;
export type FieldDescriptorProto_Label = OpenEnum<typeof FieldDescriptorProto_Label>;

export const MethodOptions_IdempotencyLevel = {
  IDEMPOTENCY_UNKNOWN: 0,
  NO_SIDE_EFFECTS: 1,
  IDEMPOTENT: 2,
} as const;
export type MethodOptions_IdempotencyLevel = OpenEnum<typeof MethodOptions_IdempotencyLevel>;

export interface FileDescriptorSet extends Message {
  file: FileDescriptorProto[];
}

export const FileDescriptorSet: MessageType<FileDescriptorSet> = {
  descriptor: {
    name: 'google.protobuf.FileDescriptorSet',
    fields: [
      {
        number: 1,
        name: 'file',
        type: 'message',
        cardinality: 'repeated',
        message: () => FileDescriptorProto.descriptor,
      },
    ],
  },
  create: (init) => Object.assign(emptyFileDescriptorSet(), init),
  encode: (message) => encode(FileDescriptorSet.descriptor, message, writeFileDescriptorSet),
  decode: (bytes, limits) =>
    decode(
      FileDescriptorSet.descriptor,
      bytes,
      emptyFileDescriptorSet(),
      readFileDescriptorSet,
      limits,
    ),
};

export function emptyFileDescriptorSet(): FileDescriptorSet {
  return { file: [] };
}

export function writeFileDescriptorSet(message: FileDescriptorSet, writer: Writer): void {
  for (const item of message.file ?? []) {
    const start = writer.enter(10);
    writeFileDescriptorProto(item, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readFileDescriptorSet(message: FileDescriptorSet, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10: {
        const outer = reader.enter(5);
        const part = emptyFileDescriptorProto();
        readFileDescriptorProto(part, reader);
        reader.leave(outer);
        message.file.push(part);
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface FileDescriptorProto extends Message {
  name?: string;
  package?: string;
  dependency: string[];
  messageType: DescriptorProto[];
  enumType: EnumDescriptorProto[];
  service: ServiceDescriptorProto[];
  syntax?: string;
}

export const FileDescriptorProto: MessageType<FileDescriptorProto> = {
  descriptor: {
    name: 'google.protobuf.FileDescriptorProto',
    fields: [
      { number: 1, name: 'name', type: 'string', cardinality: 'optional' },
      { number: 2, name: 'package', type: 'string', cardinality: 'optional' },
      { number: 3, name: 'dependency', type: 'string', cardinality: 'repeated' },
      {
        number: 4,
        name: 'messageType',
        type: 'message',
        cardinality: 'repeated',
        message: () => DescriptorProto.descriptor,
      },
      {
        number: 5,
        name: 'enumType',
        type: 'message',
        cardinality: 'repeated',
        message: () => EnumDescriptorProto.descriptor,
      },
      {
        number: 6,
        name: 'service',
        type: 'message',
        cardinality: 'repeated',
        message: () => ServiceDescriptorProto.descriptor,
      },
      { number: 12, name: 'syntax', type: 'string', cardinality: 'optional' },
    ],
  },
  create: (init) => Object.assign(emptyFileDescriptorProto(), init),
  encode: (message) => encode(FileDescriptorProto.descriptor, message, writeFileDescriptorProto),
  decode: (bytes, limits) =>
    decode(
      FileDescriptorProto.descriptor,
      bytes,
      emptyFileDescriptorProto(),
      readFileDescriptorProto,
      limits,
    ),
};

export function emptyFileDescriptorProto(): FileDescriptorProto {
  return {
    name: undefined,
    package: undefined,
    dependency: [],
    messageType: [],
    enumType: [],
    service: [],
    syntax: undefined,
  };
}

export function writeFileDescriptorProto(message: FileDescriptorProto, writer: Writer): void {
  if (message.name != null) writer.tag(10).string(message.name);
  if (message.package != null) writer.tag(18).string(message.package);
  for (const item of message.dependency ?? []) writer.tag(26).string(item);
  for (const item of message.messageType ?? []) {
    const start = writer.enter(34);
    writeDescriptorProto(item, writer);
    writer.leave(start);
  }
  for (const item of message.enumType ?? []) {
    const start = writer.enter(42);
    writeEnumDescriptorProto(item, writer);
    writer.leave(start);
  }
  for (const item of message.service ?? []) {
    const start = writer.enter(50);
    writeServiceDescriptorProto(item, writer);
    writer.leave(start);
  }
  if (message.syntax != null) writer.tag(98).string(message.syntax);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readFileDescriptorProto(message: FileDescriptorProto, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 18:
        message.package = reader.string();
        break;
      case 26:
        message.dependency.push(reader.string());
        break;
      case 34: {
        const outer = reader.enter(7);
        const part = emptyDescriptorProto();
        readDescriptorProto(part, reader);
        reader.leave(outer);
        message.messageType.push(part);
        break;
      }
      case 42: {
        const outer = reader.enter(2);
        const part = emptyEnumDescriptorProto();
        readEnumDescriptorProto(part, reader);
        reader.leave(outer);
        message.enumType.push(part);
        break;
      }
      case 50: {
        const outer = reader.enter(2);
        const part = emptyServiceDescriptorProto();
        readServiceDescriptorProto(part, reader);
        reader.leave(outer);
        message.service.push(part);
        break;
      }
      case 98:
        message.syntax = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface DescriptorProto extends Message {
  name?: string;
  field: FieldDescriptorProto[];
  nestedType: DescriptorProto[];
  enumType: EnumDescriptorProto[];
  options?: MessageOptions;
  oneofDecl: OneofDescriptorProto[];
  reservedRange: DescriptorProto_ReservedRange[];
  reservedName: string[];
}

export const DescriptorProto: MessageType<DescriptorProto> = {
  descriptor: {
    name: 'google.protobuf.DescriptorProto',
    fields: [
      { number: 1, name: 'name', type: 'string', cardinality: 'optional' },
      {
        number: 2,
        name: 'field',
        type: 'message',
        cardinality: 'repeated',
        message: () => FieldDescriptorProto.descriptor,
      },
      {
        number: 3,
        name: 'nestedType',
        type: 'message',
        cardinality: 'repeated',
        message: () => DescriptorProto.descriptor,
      },
      {
        number: 4,
        name: 'enumType',
        type: 'message',
        cardinality: 'repeated',
        message: () => EnumDescriptorProto.descriptor,
      },
      {
        number: 7,
        name: 'options',
        type: 'message',
        cardinality: 'optional',
        message: () => MessageOptions.descriptor,
      },
      {
        number: 8,
        name: 'oneofDecl',
        type: 'message',
        cardinality: 'repeated',
        message: () => OneofDescriptorProto.descriptor,
      },
      {
        number: 9,
        name: 'reservedRange',
        type: 'message',
        cardinality: 'repeated',
        message: () => DescriptorProto_ReservedRange.descriptor,
      },
      { number: 10, name: 'reservedName', type: 'string', cardinality: 'repeated' },
    ],
  },
  create: (init) => Object.assign(emptyDescriptorProto(), init),
  encode: (message) => encode(DescriptorProto.descriptor, message, writeDescriptorProto),
  decode: (bytes, limits) =>
    decode(DescriptorProto.descriptor, bytes, emptyDescriptorProto(), readDescriptorProto, limits),
};

export function emptyDescriptorProto(): DescriptorProto {
  return {
    name: undefined,
    field: [],
    nestedType: [],
    enumType: [],
    options: undefined,
    oneofDecl: [],
    reservedRange: [],
    reservedName: [],
  };
}

export function writeDescriptorProto(message: DescriptorProto, writer: Writer): void {
  if (message.name != null) writer.tag(10).string(message.name);
  for (const item of message.field ?? []) {
    const start = writer.enter(18);
    writeFieldDescriptorProto(item, writer);
    writer.leave(start);
  }
  for (const item of message.nestedType ?? []) {
    const start = writer.enter(26);
    writeDescriptorProto(item, writer);
    writer.leave(start);
  }
  for (const item of message.enumType ?? []) {
    const start = writer.enter(34);
    writeEnumDescriptorProto(item, writer);
    writer.leave(start);
  }
  if (message.options != null) {
    const start = writer.enter(58);
    writeMessageOptions(message.options, writer);
    writer.leave(start);
  }
  for (const item of message.oneofDecl ?? []) {
    const start = writer.enter(66);
    writeOneofDescriptorProto(item, writer);
    writer.leave(start);
  }
  for (const item of message.reservedRange ?? []) {
    const start = writer.enter(74);
    writeDescriptorProto_ReservedRange(item, writer);
    writer.leave(start);
  }
  for (const item of message.reservedName ?? []) writer.tag(82).string(item);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readDescriptorProto(message: DescriptorProto, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 18: {
        const outer = reader.enter(1);
        const part = emptyFieldDescriptorProto();
        readFieldDescriptorProto(part, reader);
        reader.leave(outer);
        message.field.push(part);
        break;
      }
      case 26: {
        const outer = reader.enter(7);
        const part = emptyDescriptorProto();
        readDescriptorProto(part, reader);
        reader.leave(outer);
        message.nestedType.push(part);
        break;
      }
      case 34: {
        const outer = reader.enter(2);
        const part = emptyEnumDescriptorProto();
        readEnumDescriptorProto(part, reader);
        reader.leave(outer);
        message.enumType.push(part);
        break;
      }
      case 58: {
        const outer = reader.enter(1);
        const part = message.options ?? emptyMessageOptions();
        readMessageOptions(part, reader);
        reader.leave(outer);
        message.options = part;
        break;
      }
      case 66: {
        const outer = reader.enter(1);
        const part = emptyOneofDescriptorProto();
        readOneofDescriptorProto(part, reader);
        reader.leave(outer);
        message.oneofDecl.push(part);
        break;
      }
      case 74: {
        const outer = reader.enter(1);
        const part = emptyDescriptorProto_ReservedRange();
        readDescriptorProto_ReservedRange(part, reader);
        reader.leave(outer);
        message.reservedRange.push(part);
        break;
      }
      case 82:
        message.reservedName.push(reader.string());
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface DescriptorProto_ReservedRange extends Message {
  start?: number;
  /** One beyond the last. */
  end?: number;
}

export const DescriptorProto_ReservedRange: MessageType<DescriptorProto_ReservedRange> = {
  descriptor: {
    name: 'google.protobuf.DescriptorProto.ReservedRange',
    fields: [
      { number: 1, name: 'start', type: 'int32', cardinality: 'optional' },
      { number: 2, name: 'end', type: 'int32', cardinality: 'optional' },
    ],
  },
  create: (init) => Object.assign(emptyDescriptorProto_ReservedRange(), init),
  encode: (message) =>
    encode(DescriptorProto_ReservedRange.descriptor, message, writeDescriptorProto_ReservedRange),
  decode: (bytes, limits) =>
    decode(
      DescriptorProto_ReservedRange.descriptor,
      bytes,
      emptyDescriptorProto_ReservedRange(),
      readDescriptorProto_ReservedRange,
      limits,
    ),
};

export function emptyDescriptorProto_ReservedRange(): DescriptorProto_ReservedRange {
  return { start: undefined, end: undefined };
}

export function writeDescriptorProto_ReservedRange(
  message: DescriptorProto_ReservedRange,
  writer: Writer,
): void {
  if (message.start != null) writer.tag(8).int32(message.start);
  if (message.end != null) writer.tag(16).int32(message.end);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readDescriptorProto_ReservedRange(
  message: DescriptorProto_ReservedRange,
  reader: Reader,
): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.start = reader.int32();
        break;
      case 16:
        message.end = reader.int32();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface FieldDescriptorProto extends Message {
  name?: string;
  number?: number;
  label?: FieldDescriptorProto_Label;
  type?: FieldDescriptorProto_Type;
  /** With a dot in front: `.ecommerce.Order`. */
  typeName?: string;
  options?: FieldOptions;
  oneofIndex?: number;
  jsonName?: string;
  proto3Optional?: boolean;
}

export const FieldDescriptorProto: MessageType<FieldDescriptorProto> = {
  descriptor: {
    name: 'google.protobuf.FieldDescriptorProto',
    fields: [
      { number: 1, name: 'name', type: 'string', cardinality: 'optional' },
      { number: 3, name: 'number', type: 'int32', cardinality: 'optional' },
      { number: 4, name: 'label', type: 'enum', cardinality: 'optional' },
      { number: 5, name: 'type', type: 'enum', cardinality: 'optional' },
      { number: 6, name: 'typeName', type: 'string', cardinality: 'optional' },
      {
        number: 8,
        name: 'options',
        type: 'message',
        cardinality: 'optional',
        message: () => FieldOptions.descriptor,
      },
      { number: 9, name: 'oneofIndex', type: 'int32', cardinality: 'optional' },
      { number: 10, name: 'jsonName', type: 'string', cardinality: 'optional' },
      { number: 17, name: 'proto3Optional', type: 'bool', cardinality: 'optional' },
    ],
  },
  create: (init) => Object.assign(emptyFieldDescriptorProto(), init),
  encode: (message) => encode(FieldDescriptorProto.descriptor, message, writeFieldDescriptorProto),
  decode: (bytes, limits) =>
    decode(
      FieldDescriptorProto.descriptor,
      bytes,
      emptyFieldDescriptorProto(),
      readFieldDescriptorProto,
      limits,
    ),
};

export function emptyFieldDescriptorProto(): FieldDescriptorProto {
  return {
    name: undefined,
    number: undefined,
    label: undefined,
    type: undefined,
    typeName: undefined,
    options: undefined,
    oneofIndex: undefined,
    jsonName: undefined,
    proto3Optional: undefined,
  };
}

export function writeFieldDescriptorProto(message: FieldDescriptorProto, writer: Writer): void {
  if (message.name != null) writer.tag(10).string(message.name);
  if (message.number != null) writer.tag(24).int32(message.number);
  if (message.label != null) writer.tag(32).int32(message.label);
  if (message.type != null) writer.tag(40).int32(message.type);
  if (message.typeName != null) writer.tag(50).string(message.typeName);
  if (message.options != null) {
    const start = writer.enter(66);
    writeFieldOptions(message.options, writer);
    writer.leave(start);
  }
  if (message.oneofIndex != null) writer.tag(72).int32(message.oneofIndex);
  if (message.jsonName != null) writer.tag(82).string(message.jsonName);
  if (message.proto3Optional != null) writer.tag(136).bool(message.proto3Optional);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readFieldDescriptorProto(message: FieldDescriptorProto, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 24:
        message.number = reader.int32();
        break;
      case 32:
        message.label = reader.int32();
        break;
      case 40:
        message.type = reader.int32();
        break;
      case 50:
        message.typeName = reader.string();
        break;
      case 66: {
        const outer = reader.enter(1);
        const part = message.options ?? emptyFieldOptions();
        readFieldOptions(part, reader);
        reader.leave(outer);
        message.options = part;
        break;
      }
      case 72:
        message.oneofIndex = reader.int32();
        break;
      case 82:
        message.jsonName = reader.string();
        break;
      case 136:
        message.proto3Optional = reader.bool();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface OneofDescriptorProto extends Message {
  name?: string;
}

export const OneofDescriptorProto: MessageType<OneofDescriptorProto> = {
  descriptor: {
    name: 'google.protobuf.OneofDescriptorProto',
    fields: [{ number: 1, name: 'name', type: 'string', cardinality: 'optional' }],
  },
  create: (init) => Object.assign(emptyOneofDescriptorProto(), init),
  encode: (message) => encode(OneofDescriptorProto.descriptor, message, writeOneofDescriptorProto),
  decode: (bytes, limits) =>
    decode(
      OneofDescriptorProto.descriptor,
      bytes,
      emptyOneofDescriptorProto(),
      readOneofDescriptorProto,
      limits,
    ),
};

export function emptyOneofDescriptorProto(): OneofDescriptorProto {
  return { name: undefined };
}

export function writeOneofDescriptorProto(message: OneofDescriptorProto, writer: Writer): void {
  if (message.name != null) writer.tag(10).string(message.name);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readOneofDescriptorProto(message: OneofDescriptorProto, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface EnumDescriptorProto extends Message {
  name?: string;
  value: EnumValueDescriptorProto[];
  options?: EnumOptions;
}

export const EnumDescriptorProto: MessageType<EnumDescriptorProto> = {
  descriptor: {
    name: 'google.protobuf.EnumDescriptorProto',
    fields: [
      { number: 1, name: 'name', type: 'string', cardinality: 'optional' },
      {
        number: 2,
        name: 'value',
        type: 'message',
        cardinality: 'repeated',
        message: () => EnumValueDescriptorProto.descriptor,
      },
      {
        number: 3,
        name: 'options',
        type: 'message',
        cardinality: 'optional',
        message: () => EnumOptions.descriptor,
      },
    ],
  },
  create: (init) => Object.assign(emptyEnumDescriptorProto(), init),
  encode: (message) => encode(EnumDescriptorProto.descriptor, message, writeEnumDescriptorProto),
  decode: (bytes, limits) =>
    decode(
      EnumDescriptorProto.descriptor,
      bytes,
      emptyEnumDescriptorProto(),
      readEnumDescriptorProto,
      limits,
    ),
};

export function emptyEnumDescriptorProto(): EnumDescriptorProto {
  return { name: undefined, value: [], options: undefined };
}

export function writeEnumDescriptorProto(message: EnumDescriptorProto, writer: Writer): void {
  if (message.name != null) writer.tag(10).string(message.name);
  for (const item of message.value ?? []) {
    const start = writer.enter(18);
    writeEnumValueDescriptorProto(item, writer);
    writer.leave(start);
  }
  if (message.options != null) {
    const start = writer.enter(26);
    writeEnumOptions(message.options, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readEnumDescriptorProto(message: EnumDescriptorProto, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 18: {
        const outer = reader.enter(1);
        const part = emptyEnumValueDescriptorProto();
        readEnumValueDescriptorProto(part, reader);
        reader.leave(outer);
        message.value.push(part);
        break;
      }
      case 26: {
        const outer = reader.enter(1);
        const part = message.options ?? emptyEnumOptions();
        readEnumOptions(part, reader);
        reader.leave(outer);
        message.options = part;
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface EnumValueDescriptorProto extends Message {
  name?: string;
  number?: number;
}

export const EnumValueDescriptorProto: MessageType<EnumValueDescriptorProto> = {
  descriptor: {
    name: 'google.protobuf.EnumValueDescriptorProto',
    fields: [
      { number: 1, name: 'name', type: 'string', cardinality: 'optional' },
      { number: 2, name: 'number', type: 'int32', cardinality: 'optional' },
    ],
  },
  create: (init) => Object.assign(emptyEnumValueDescriptorProto(), init),
  encode: (message) =>
    encode(EnumValueDescriptorProto.descriptor, message, writeEnumValueDescriptorProto),
  decode: (bytes, limits) =>
    decode(
      EnumValueDescriptorProto.descriptor,
      bytes,
      emptyEnumValueDescriptorProto(),
      readEnumValueDescriptorProto,
      limits,
    ),
};

export function emptyEnumValueDescriptorProto(): EnumValueDescriptorProto {
  return { name: undefined, number: undefined };
}

export function writeEnumValueDescriptorProto(
  message: EnumValueDescriptorProto,
  writer: Writer,
): void {
  if (message.name != null) writer.tag(10).string(message.name);
  if (message.number != null) writer.tag(16).int32(message.number);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readEnumValueDescriptorProto(
  message: EnumValueDescriptorProto,
  reader: Reader,
): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 16:
        message.number = reader.int32();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface ServiceDescriptorProto extends Message {
  name?: string;
  method: MethodDescriptorProto[];
}

export const ServiceDescriptorProto: MessageType<ServiceDescriptorProto> = {
  descriptor: {
    name: 'google.protobuf.ServiceDescriptorProto',
    fields: [
      { number: 1, name: 'name', type: 'string', cardinality: 'optional' },
      {
        number: 2,
        name: 'method',
        type: 'message',
        cardinality: 'repeated',
        message: () => MethodDescriptorProto.descriptor,
      },
    ],
  },
  create: (init) => Object.assign(emptyServiceDescriptorProto(), init),
  encode: (message) =>
    encode(ServiceDescriptorProto.descriptor, message, writeServiceDescriptorProto),
  decode: (bytes, limits) =>
    decode(
      ServiceDescriptorProto.descriptor,
      bytes,
      emptyServiceDescriptorProto(),
      readServiceDescriptorProto,
      limits,
    ),
};

export function emptyServiceDescriptorProto(): ServiceDescriptorProto {
  return { name: undefined, method: [] };
}

export function writeServiceDescriptorProto(message: ServiceDescriptorProto, writer: Writer): void {
  if (message.name != null) writer.tag(10).string(message.name);
  for (const item of message.method ?? []) {
    const start = writer.enter(18);
    writeMethodDescriptorProto(item, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readServiceDescriptorProto(message: ServiceDescriptorProto, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 18: {
        const outer = reader.enter(1);
        const part = emptyMethodDescriptorProto();
        readMethodDescriptorProto(part, reader);
        reader.leave(outer);
        message.method.push(part);
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface MethodDescriptorProto extends Message {
  name?: string;
  inputType?: string;
  outputType?: string;
  options?: MethodOptions;
  clientStreaming?: boolean;
  serverStreaming?: boolean;
}

export const MethodDescriptorProto: MessageType<MethodDescriptorProto> = {
  descriptor: {
    name: 'google.protobuf.MethodDescriptorProto',
    fields: [
      { number: 1, name: 'name', type: 'string', cardinality: 'optional' },
      { number: 2, name: 'inputType', type: 'string', cardinality: 'optional' },
      { number: 3, name: 'outputType', type: 'string', cardinality: 'optional' },
      {
        number: 4,
        name: 'options',
        type: 'message',
        cardinality: 'optional',
        message: () => MethodOptions.descriptor,
      },
      { number: 5, name: 'clientStreaming', type: 'bool', cardinality: 'optional' },
      { number: 6, name: 'serverStreaming', type: 'bool', cardinality: 'optional' },
    ],
  },
  create: (init) => Object.assign(emptyMethodDescriptorProto(), init),
  encode: (message) =>
    encode(MethodDescriptorProto.descriptor, message, writeMethodDescriptorProto),
  decode: (bytes, limits) =>
    decode(
      MethodDescriptorProto.descriptor,
      bytes,
      emptyMethodDescriptorProto(),
      readMethodDescriptorProto,
      limits,
    ),
};

export function emptyMethodDescriptorProto(): MethodDescriptorProto {
  return {
    name: undefined,
    inputType: undefined,
    outputType: undefined,
    options: undefined,
    clientStreaming: undefined,
    serverStreaming: undefined,
  };
}

export function writeMethodDescriptorProto(message: MethodDescriptorProto, writer: Writer): void {
  if (message.name != null) writer.tag(10).string(message.name);
  if (message.inputType != null) writer.tag(18).string(message.inputType);
  if (message.outputType != null) writer.tag(26).string(message.outputType);
  if (message.options != null) {
    const start = writer.enter(34);
    writeMethodOptions(message.options, writer);
    writer.leave(start);
  }
  if (message.clientStreaming != null) writer.tag(40).bool(message.clientStreaming);
  if (message.serverStreaming != null) writer.tag(48).bool(message.serverStreaming);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readMethodDescriptorProto(message: MethodDescriptorProto, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 18:
        message.inputType = reader.string();
        break;
      case 26:
        message.outputType = reader.string();
        break;
      case 34: {
        const outer = reader.enter(1);
        const part = message.options ?? emptyMethodOptions();
        readMethodOptions(part, reader);
        reader.leave(outer);
        message.options = part;
        break;
      }
      case 40:
        message.clientStreaming = reader.bool();
        break;
      case 48:
        message.serverStreaming = reader.bool();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface MessageOptions extends Message {
  deprecated?: boolean;
  /** The entries of a map. */
  mapEntry?: boolean;
}

export const MessageOptions: MessageType<MessageOptions> = {
  descriptor: {
    name: 'google.protobuf.MessageOptions',
    fields: [
      { number: 3, name: 'deprecated', type: 'bool', cardinality: 'optional' },
      { number: 7, name: 'mapEntry', type: 'bool', cardinality: 'optional' },
    ],
  },
  create: (init) => Object.assign(emptyMessageOptions(), init),
  encode: (message) => encode(MessageOptions.descriptor, message, writeMessageOptions),
  decode: (bytes, limits) =>
    decode(MessageOptions.descriptor, bytes, emptyMessageOptions(), readMessageOptions, limits),
};

export function emptyMessageOptions(): MessageOptions {
  return { deprecated: undefined, mapEntry: undefined };
}

export function writeMessageOptions(message: MessageOptions, writer: Writer): void {
  if (message.deprecated != null) writer.tag(24).bool(message.deprecated);
  if (message.mapEntry != null) writer.tag(56).bool(message.mapEntry);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readMessageOptions(message: MessageOptions, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 24:
        message.deprecated = reader.bool();
        break;
      case 56:
        message.mapEntry = reader.bool();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface FieldOptions extends Message {
  packed?: boolean;
  deprecated?: boolean;
}

export const FieldOptions: MessageType<FieldOptions> = {
  descriptor: {
    name: 'google.protobuf.FieldOptions',
    fields: [
      { number: 2, name: 'packed', type: 'bool', cardinality: 'optional' },
      { number: 3, name: 'deprecated', type: 'bool', cardinality: 'optional' },
    ],
  },
  create: (init) => Object.assign(emptyFieldOptions(), init),
  encode: (message) => encode(FieldOptions.descriptor, message, writeFieldOptions),
  decode: (bytes, limits) =>
    decode(FieldOptions.descriptor, bytes, emptyFieldOptions(), readFieldOptions, limits),
};

export function emptyFieldOptions(): FieldOptions {
  return { packed: undefined, deprecated: undefined };
}

export function writeFieldOptions(message: FieldOptions, writer: Writer): void {
  if (message.packed != null) writer.tag(16).bool(message.packed);
  if (message.deprecated != null) writer.tag(24).bool(message.deprecated);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readFieldOptions(message: FieldOptions, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 16:
        message.packed = reader.bool();
        break;
      case 24:
        message.deprecated = reader.bool();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface EnumOptions extends Message {
  allowAlias?: boolean;
  deprecated?: boolean;
}

export const EnumOptions: MessageType<EnumOptions> = {
  descriptor: {
    name: 'google.protobuf.EnumOptions',
    fields: [
      { number: 2, name: 'allowAlias', type: 'bool', cardinality: 'optional' },
      { number: 3, name: 'deprecated', type: 'bool', cardinality: 'optional' },
    ],
  },
  create: (init) => Object.assign(emptyEnumOptions(), init),
  encode: (message) => encode(EnumOptions.descriptor, message, writeEnumOptions),
  decode: (bytes, limits) =>
    decode(EnumOptions.descriptor, bytes, emptyEnumOptions(), readEnumOptions, limits),
};

export function emptyEnumOptions(): EnumOptions {
  return { allowAlias: undefined, deprecated: undefined };
}

export function writeEnumOptions(message: EnumOptions, writer: Writer): void {
  if (message.allowAlias != null) writer.tag(16).bool(message.allowAlias);
  if (message.deprecated != null) writer.tag(24).bool(message.deprecated);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readEnumOptions(message: EnumOptions, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 16:
        message.allowAlias = reader.bool();
        break;
      case 24:
        message.deprecated = reader.bool();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface MethodOptions extends Message {
  deprecated?: boolean;
  idempotencyLevel?: MethodOptions_IdempotencyLevel;
}

export const MethodOptions: MessageType<MethodOptions> = {
  descriptor: {
    name: 'google.protobuf.MethodOptions',
    fields: [
      { number: 33, name: 'deprecated', type: 'bool', cardinality: 'optional' },
      { number: 34, name: 'idempotencyLevel', type: 'enum', cardinality: 'optional' },
    ],
  },
  create: (init) => Object.assign(emptyMethodOptions(), init),
  encode: (message) => encode(MethodOptions.descriptor, message, writeMethodOptions),
  decode: (bytes, limits) =>
    decode(MethodOptions.descriptor, bytes, emptyMethodOptions(), readMethodOptions, limits),
};

export function emptyMethodOptions(): MethodOptions {
  return { deprecated: undefined, idempotencyLevel: undefined };
}

export function writeMethodOptions(message: MethodOptions, writer: Writer): void {
  if (message.deprecated != null) writer.tag(264).bool(message.deprecated);
  if (message.idempotencyLevel != null) writer.tag(272).int32(message.idempotencyLevel);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readMethodOptions(message: MethodOptions, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 264:
        message.deprecated = reader.bool();
        break;
      case 272:
        message.idempotencyLevel = reader.int32();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
