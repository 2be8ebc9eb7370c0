/**
 * A file's schema as the message that other tools understand, `google.protobuf.FileDescriptorProto`:
 * for server reflection, and to hand a schema to somebody else's library.
 *
 * Source: descriptor.proto; for synthetic oneofs and map entries, "Implementing proto3 presence"
 * and encoding guide, "Maps".
 */
import {
  DescriptorProto,
  EnumDescriptorProto,
  FieldDescriptorProto,
  FileDescriptorProto,
  FieldDescriptorProto_Label as Label,
  MethodOptions_IdempotencyLevel as Level,
  MethodDescriptorProto,
  ServiceDescriptorProto,
  FieldDescriptorProto_Type as Type,
} from '../generated/google/protobuf/descriptor.ts';
import type {
  EnumSchema,
  FieldSchema,
  FileSchema,
  MessageSchema,
  MethodSchema,
  ServiceSchema,
} from './schema.ts';

export function toFileDescriptor(file: FileSchema): FileDescriptorProto {
  return FileDescriptorProto.create({
    name: file.path,
    package: file.package === '' ? undefined : file.package,
    dependency: [...file.imports],
    messageType: file.messages
      .filter((message) => parentOf(message.name) === file.package)
      .map((message) => toMessage(message, file)),
    enumType: enumsIn(file.package, file),
    service: file.services.map(toService),
    syntax: 'proto3',
  });
}

const lastOf = (name: string) => name.slice(name.lastIndexOf('.') + 1);
const parentOf = (name: string) => name.slice(0, Math.max(name.lastIndexOf('.'), 0));

function enumsIn(parent: string, file: FileSchema): EnumDescriptorProto[] {
  return file.enums.filter((type) => parentOf(type.name) === parent).map(toEnum);
}

function toMessage(message: MessageSchema, file: FileSchema): DescriptorProto {
  const inside = file.messages.filter((nested) => parentOf(nested.name) === message.name);
  const maps = message.fields.filter((field) => field.cardinality === 'map');
  // Real oneofs first, then one for each `optional` field: that is the order that protoc wants.
  const oneofs = new Set(message.fields.flatMap((field) => field.protoOneof ?? []));
  for (const field of message.fields)
    if (isProto3Optional(field)) oneofs.add(`_${field.protoName}`);
  return DescriptorProto.create({
    name: lastOf(message.name),
    field: message.fields.map((field) => toField(field, message, [...oneofs])),
    nestedType: [...inside.map((nested) => toMessage(nested, file)), ...maps.map(toEntry)],
    enumType: enumsIn(message.name, file),
    oneofDecl: [...oneofs].map((name) => ({ name })),
    options: message.options.deprecated === true ? { deprecated: true } : undefined,
    reservedRange: message.reserved.numbers.map(([start, last]) => ({ start, end: last + 1 })),
    reservedName: [...message.reserved.names],
  });
}

/** Messages have presence anyway; only a scalar needs the keyword for it. */
function isProto3Optional(field: FieldSchema): boolean {
  return field.options.proto3_optional === true;
}

function toField(field: FieldSchema, of: MessageSchema, oneofs: string[]): FieldDescriptorProto {
  const repeated = field.cardinality === 'repeated' || field.cardinality === 'map';
  const oneof = isProto3Optional(field) ? `_${field.protoName}` : field.protoOneof;
  const { packed, deprecated } = field.options;
  const options = { packed: packed as boolean, deprecated: deprecated as boolean };
  return FieldDescriptorProto.create({
    name: field.protoName,
    number: field.number,
    label: repeated ? Label.LABEL_REPEATED : Label.LABEL_OPTIONAL,
    ...(field.cardinality === 'map'
      ? { type: Type.TYPE_MESSAGE, typeName: `.${of.name}.${entryName(field)}` }
      : typeOf(field)),
    oneofIndex: oneof === undefined ? undefined : oneofs.indexOf(oneof),
    jsonName: (field.options.json_name as string | undefined) ?? field.name,
    proto3Optional: isProto3Optional(field) ? true : undefined,
    options: packed !== undefined || deprecated !== undefined ? options : undefined,
  });
}

function typeOf(field: { type: FieldSchema['type'] } & Partial<FieldSchema>) {
  const type = Type[`TYPE_${field.type.toUpperCase()}` as keyof typeof Type];
  const named = field.type === 'message' ? field.message?.() : field.enum?.();
  return { type, typeName: named && `.${named.name}` };
}

/** `points_by_name` → `PointsByNameEntry`. */
function entryName(field: FieldSchema): string {
  return `${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}Entry`;
}

/** The message that the entries of a map are written as. */
function toEntry(field: FieldSchema): DescriptorProto {
  const label = Label.LABEL_OPTIONAL;
  const key = { name: 'key', number: 1, label, ...typeOf({ type: field.key! }), jsonName: 'key' };
  const value = { name: 'value', number: 2, label, ...typeOf(field), jsonName: 'value' };
  return DescriptorProto.create({
    name: entryName(field),
    field: [key, value],
    options: { mapEntry: true },
  });
}

function toEnum(type: EnumSchema): EnumDescriptorProto {
  return EnumDescriptorProto.create({
    name: lastOf(type.name),
    value: type.values.map(({ name, number }) => ({ name, number })),
    options: type.options.allow_alias === true ? { allowAlias: true } : undefined,
  });
}

function toService(service: ServiceSchema): ServiceDescriptorProto {
  return ServiceDescriptorProto.create({
    name: lastOf(service.name),
    method: service.methods.map(toMethod),
  });
}

function toMethod(method: MethodSchema): MethodDescriptorProto {
  const { idempotency_level: level, deprecated } = method.options;
  const idempotencyLevel = Level[level as keyof typeof Level] as Level | undefined;
  const options = { idempotencyLevel, deprecated: deprecated as boolean | undefined };
  return MethodDescriptorProto.create({
    name: method.protoName,
    inputType: `.${method.request.name}`,
    outputType: `.${method.response.name}`,
    clientStreaming: method.requestStream ? true : undefined,
    serverStreaming: method.responseStream ? true : undefined,
    options: level !== undefined || deprecated !== undefined ? options : undefined,
  });
}
