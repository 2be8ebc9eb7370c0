import protobuf from "protobufjs";
import { t as toHex } from "./hex.CEu7cY_P.js";
import { p as protobufPayload } from "./dissector.DIus_Owl.js";
import { d as decode, e as encode, c as create, b as encodeMessage, m as mapEntryOf, f as decodeMessage, M as MapFiller, g as createMessage } from "./create.eyJSjx8E.js";
import { c as MAX_VARINT_LENGTH, m as MAX_FIELD_NUMBER, n as MAX_SHOWN_LENGTH, M as MAX_DEPTH } from "./varint.BEU0HmIF.js";
import { d as decodeUtf8, e as encodeUtf8 } from "./utf8.SLM2nV_b.js";
import { w as wireTypeOf, i as isZero, c as checkScalar, s as scalarTypeOf, z as zeroOf } from "./scalar.hxwY-QcD.js";
import { W as WireType } from "./wire-type.xZF9mTfn.js";
import { c as concat } from "./concat.Do7hq_a9.js";
import { c as cutText } from "./cut-text.DPTVgYcH.js";
import { s as showJson } from "./MessagePlayground.L3r75nd0.js";
import "./fields.C13xwECr.js";
import "./tag.DQBMy7dM.js";
import "./varint-field.BYzobr8k.js";
import "./clip.CTe3olt_.js";
import "./plain-view.B35RG0xQ.js";
import "vue";
import "vue/server-renderer";
import "./en-lessons.BAghdZO1.js";
import "./app.js";
import "@vueuse/core";
import "./plugin-vue_export-helper.1tPrXgE0.js";
import "./PresetBar.DaKEem7C.js";
import "./use-address.G5JwuEn1.js";
import "./TraceMessage.D-r0a7cP.js";
import "./use-copy.1ChcV11P.js";
function join(scope, name) {
  return scope === "" ? name : `${scope}.${name}`;
}
function packageOf(file) {
  return file.package?.text ?? "";
}
function* declarationsIn(file) {
  yield* declarationsAmong(file.members, packageOf(file));
}
function* declarationsAmong(members, scope) {
  for (const member of members) {
    if (!isDeclaration(member)) continue;
    const declared = declare(member, scope);
    yield declared;
    if (member.node === "message") yield* declarationsAmong(member.members, declared.name);
  }
}
const isDeclaration = (member) => ["message", "enum", "service", "extend"].includes(member.node);
const declare = (node, scope) => ({
  node,
  scope,
  name: node.node === "extend" ? scope : join(scope, node.name.text)
});
function isNode(declared, kind2) {
  return declared.node.node === kind2;
}
function* fieldsOf(message) {
  for (const member of message.members) {
    if (member.node === "field") yield { field: member };
    if (member.node !== "oneof") continue;
    for (const field of member.fields) yield { field, oneof: member };
  }
}
function oneofsOf(message) {
  return message.members.filter((member) => member.node === "oneof");
}
function syntheticOneofs(message) {
  const fields = [...fieldsOf(message)].map(({ field }) => field);
  const taken = new Set([...fields, ...oneofsOf(message)].map(({ name }) => name.text));
  const oneofs = /* @__PURE__ */ new Map();
  for (const field of fields) {
    if (field.label !== "optional") continue;
    let name = field.name.text.startsWith("_") ? field.name.text : `_${field.name.text}`;
    while (taken.has(name)) name = `X${name}`;
    taken.add(name);
    oneofs.set(field, name);
  }
  return oneofs;
}
function reservedOf(message) {
  return message.members.filter((member) => member.node === "reserved");
}
function optionsOf(parent) {
  if (!("members" in parent)) return parent.options;
  return parent.members.filter((member) => member.node === "option");
}
function readInt32s(reader, list) {
  const outer = reader.openList(list);
  const { source, end } = reader;
  let position = reader.position;
  while (position + MAX_VARINT_LENGTH <= end) {
    let byte = source[position];
    let value = byte & 127;
    let size = 1;
    if (byte > 127) {
      byte = source[position + 1];
      value |= (byte & 127) << 7;
      size = 2;
      if (byte > 127) {
        byte = source[position + 2];
        value |= (byte & 127) << 14;
        size = 3;
        if (byte > 127) {
          byte = source[position + 3];
          value |= (byte & 127) << 21;
          size = 4;
          if (byte > 127) {
            byte = source[position + 4];
            value |= byte << 28;
            size = 5;
            while (byte > 127 && size < MAX_VARINT_LENGTH) byte = source[position + size++];
            if (byte > 127) break;
          }
        }
      }
    }
    list.push(value);
    position += size;
  }
  reader.position = position;
  while (reader.position < end) list.push(reader.int32());
  reader.closeList(outer, list);
}
const FieldDescriptorProto_Type = {
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
  TYPE_SINT64: 18
};
const FieldDescriptorProto_Label = {
  LABEL_UNSPECIFIED: 0,
  LABEL_OPTIONAL: 1,
  LABEL_REQUIRED: 2,
  LABEL_REPEATED: 3
};
const FileOptions_OptimizeMode = {
  OPTIMIZE_MODE_UNSPECIFIED: 0,
  SPEED: 1,
  CODE_SIZE: 2,
  LITE_RUNTIME: 3
};
const FieldOptions_CType = {
  STRING: 0,
  CORD: 1,
  STRING_PIECE: 2
};
const FieldOptions_JSType = {
  JS_NORMAL: 0,
  JS_STRING: 1,
  JS_NUMBER: 2
};
const FieldOptions_OptionRetention = {
  RETENTION_UNKNOWN: 0,
  RETENTION_RUNTIME: 1,
  /** The option is not in descriptors that a program has with it. */
  RETENTION_SOURCE: 2
};
const FieldOptions_OptionTargetType = {
  TARGET_TYPE_UNKNOWN: 0,
  TARGET_TYPE_FILE: 1,
  TARGET_TYPE_EXTENSION_RANGE: 2,
  TARGET_TYPE_MESSAGE: 3,
  TARGET_TYPE_FIELD: 4,
  TARGET_TYPE_ONEOF: 5,
  TARGET_TYPE_ENUM: 6,
  TARGET_TYPE_ENUM_ENTRY: 7,
  TARGET_TYPE_SERVICE: 8,
  TARGET_TYPE_METHOD: 9
};
const MethodOptions_IdempotencyLevel = {
  IDEMPOTENCY_UNKNOWN: 0,
  NO_SIDE_EFFECTS: 1,
  IDEMPOTENT: 2
};
const FileDescriptorProto = {
  descriptor: {
    name: "google.protobuf.FileDescriptorProto",
    fields: [
      { number: 1, name: "name", type: "string", cardinality: "optional" },
      { number: 2, name: "package", type: "string", cardinality: "optional" },
      { number: 3, name: "dependency", type: "string", cardinality: "repeated" },
      {
        number: 4,
        name: "messageType",
        protoName: "message_type",
        type: "message",
        cardinality: "repeated",
        message: () => DescriptorProto.descriptor
      },
      {
        number: 5,
        name: "enumType",
        protoName: "enum_type",
        type: "message",
        cardinality: "repeated",
        message: () => EnumDescriptorProto.descriptor
      },
      {
        number: 6,
        name: "service",
        type: "message",
        cardinality: "repeated",
        message: () => ServiceDescriptorProto.descriptor
      },
      {
        number: 7,
        name: "extension",
        type: "message",
        cardinality: "repeated",
        message: () => FieldDescriptorProto.descriptor
      },
      {
        number: 8,
        name: "options",
        type: "message",
        cardinality: "optional",
        message: () => FileOptions.descriptor
      },
      {
        number: 10,
        name: "publicDependency",
        protoName: "public_dependency",
        type: "int32",
        cardinality: "repeated"
      },
      {
        number: 11,
        name: "weakDependency",
        protoName: "weak_dependency",
        type: "int32",
        cardinality: "repeated"
      },
      { number: 12, name: "syntax", type: "string", cardinality: "optional" }
    ]
  },
  create: (init) => create(FileDescriptorProto.descriptor, emptyFileDescriptorProto(), init),
  encode: (message) => encode(FileDescriptorProto.descriptor, message, writeFileDescriptorProto),
  decode: (bytes, limits) => decode(
    FileDescriptorProto.descriptor,
    bytes,
    emptyFileDescriptorProto(),
    readFileDescriptorProto,
    limits
  )
};
function emptyFileDescriptorProto() {
  return {
    name: void 0,
    package: void 0,
    dependency: [],
    messageType: [],
    enumType: [],
    service: [],
    extension: [],
    options: void 0,
    publicDependency: [],
    weakDependency: [],
    syntax: void 0
  };
}
function writeFileDescriptorProto(message, writer) {
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
  for (const item of message.extension ?? []) {
    const start = writer.enter(58);
    writeFieldDescriptorProto(item, writer);
    writer.leave(start);
  }
  if (message.options != null) {
    const start = writer.enter(66);
    writeFileOptions(message.options, writer);
    writer.leave(start);
  }
  for (const item of message.publicDependency ?? []) writer.tag(80).int32(item);
  for (const item of message.weakDependency ?? []) writer.tag(88).int32(item);
  if (message.syntax != null) writer.tag(98).string(message.syntax);
  if (message.$unknown) writer.raw(message.$unknown);
}
function readFileDescriptorProto(message, reader) {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 18:
        message.package = reader.string();
        break;
      case 26:
        reader.item(message.dependency).push(reader.string());
        break;
      case 34: {
        const outer = reader.enter(332);
        const part = emptyDescriptorProto();
        readDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.messageType).push(part);
        break;
      }
      case 42: {
        const outer = reader.enter(172);
        const part = emptyEnumDescriptorProto();
        readEnumDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.enumType).push(part);
        break;
      }
      case 50: {
        const outer = reader.enter(100);
        const part = emptyServiceDescriptorProto();
        readServiceDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.service).push(part);
        break;
      }
      case 58: {
        const outer = reader.enter(124);
        const part = emptyFieldDescriptorProto();
        readFieldDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.extension).push(part);
        break;
      }
      case 66: {
        const outer = reader.enter(188);
        const part = message.options ?? emptyFileOptions();
        readFileOptions(part, reader);
        reader.leave(outer);
        message.options = part;
        break;
      }
      case 80:
        reader.item(message.publicDependency).push(reader.int32());
        break;
      case 82:
        readInt32s(reader, message.publicDependency);
        break;
      case 88:
        reader.item(message.weakDependency).push(reader.int32());
        break;
      case 90:
        readInt32s(reader, message.weakDependency);
        break;
      case 98:
        message.syntax = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
const DescriptorProto = {
  descriptor: {
    name: "google.protobuf.DescriptorProto",
    fields: [
      { number: 1, name: "name", type: "string", cardinality: "optional" },
      {
        number: 2,
        name: "field",
        type: "message",
        cardinality: "repeated",
        message: () => FieldDescriptorProto.descriptor
      },
      {
        number: 3,
        name: "nestedType",
        protoName: "nested_type",
        type: "message",
        cardinality: "repeated",
        message: () => DescriptorProto.descriptor
      },
      {
        number: 4,
        name: "enumType",
        protoName: "enum_type",
        type: "message",
        cardinality: "repeated",
        message: () => EnumDescriptorProto.descriptor
      },
      {
        number: 6,
        name: "extension",
        type: "message",
        cardinality: "repeated",
        message: () => FieldDescriptorProto.descriptor
      },
      {
        number: 7,
        name: "options",
        type: "message",
        cardinality: "optional",
        message: () => MessageOptions.descriptor
      },
      {
        number: 8,
        name: "oneofDecl",
        protoName: "oneof_decl",
        type: "message",
        cardinality: "repeated",
        message: () => OneofDescriptorProto.descriptor
      },
      {
        number: 9,
        name: "reservedRange",
        protoName: "reserved_range",
        type: "message",
        cardinality: "repeated",
        message: () => DescriptorProto_ReservedRange.descriptor
      },
      {
        number: 10,
        name: "reservedName",
        protoName: "reserved_name",
        type: "string",
        cardinality: "repeated"
      }
    ]
  },
  create: (init) => create(DescriptorProto.descriptor, emptyDescriptorProto(), init),
  encode: (message) => encode(DescriptorProto.descriptor, message, writeDescriptorProto),
  decode: (bytes, limits) => decode(DescriptorProto.descriptor, bytes, emptyDescriptorProto(), readDescriptorProto, limits)
};
function emptyDescriptorProto() {
  return {
    name: void 0,
    field: [],
    nestedType: [],
    enumType: [],
    extension: [],
    options: void 0,
    oneofDecl: [],
    reservedRange: [],
    reservedName: []
  };
}
function writeDescriptorProto(message, writer) {
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
  for (const item of message.extension ?? []) {
    const start = writer.enter(50);
    writeFieldDescriptorProto(item, writer);
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
function readDescriptorProto(message, reader) {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 18: {
        const outer = reader.enter(124);
        const part = emptyFieldDescriptorProto();
        readFieldDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.field).push(part);
        break;
      }
      case 26: {
        const outer = reader.enter(332);
        const part = emptyDescriptorProto();
        readDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.nestedType).push(part);
        break;
      }
      case 34: {
        const outer = reader.enter(172);
        const part = emptyEnumDescriptorProto();
        readEnumDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.enumType).push(part);
        break;
      }
      case 50: {
        const outer = reader.enter(124);
        const part = emptyFieldDescriptorProto();
        readFieldDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.extension).push(part);
        break;
      }
      case 58: {
        const outer = reader.enter(76);
        const part = message.options ?? emptyMessageOptions();
        readMessageOptions(part, reader);
        reader.leave(outer);
        message.options = part;
        break;
      }
      case 66: {
        const outer = reader.enter(68);
        const part = emptyOneofDescriptorProto();
        readOneofDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.oneofDecl).push(part);
        break;
      }
      case 74: {
        const outer = reader.enter(68);
        const part = emptyDescriptorProto_ReservedRange();
        readDescriptorProto_ReservedRange(part, reader);
        reader.leave(outer);
        reader.item(message.reservedRange).push(part);
        break;
      }
      case 82:
        reader.item(message.reservedName).push(reader.string());
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
const DescriptorProto_ReservedRange = {
  descriptor: {
    name: "google.protobuf.DescriptorProto.ReservedRange",
    fields: [
      { number: 1, name: "start", type: "int32", cardinality: "optional" },
      { number: 2, name: "end", type: "int32", cardinality: "optional" }
    ]
  }
};
function emptyDescriptorProto_ReservedRange() {
  return { start: void 0, end: void 0 };
}
function writeDescriptorProto_ReservedRange(message, writer) {
  if (message.start != null) writer.tag(8).int32(message.start);
  if (message.end != null) writer.tag(16).int32(message.end);
  if (message.$unknown) writer.raw(message.$unknown);
}
function readDescriptorProto_ReservedRange(message, reader) {
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
const FieldDescriptorProto = {
  descriptor: {
    name: "google.protobuf.FieldDescriptorProto",
    fields: [
      { number: 1, name: "name", type: "string", cardinality: "optional" },
      { number: 2, name: "extendee", type: "string", cardinality: "optional" },
      { number: 3, name: "number", type: "int32", cardinality: "optional" },
      {
        number: 4,
        name: "label",
        type: "enum",
        cardinality: "optional",
        enum: () => ({
          name: "google.protobuf.FieldDescriptorProto.Label",
          numbers: FieldDescriptorProto_Label
        })
      },
      {
        number: 5,
        name: "type",
        type: "enum",
        cardinality: "optional",
        enum: () => ({
          name: "google.protobuf.FieldDescriptorProto.Type",
          numbers: FieldDescriptorProto_Type
        })
      },
      {
        number: 6,
        name: "typeName",
        protoName: "type_name",
        type: "string",
        cardinality: "optional"
      },
      {
        number: 7,
        name: "defaultValue",
        protoName: "default_value",
        type: "string",
        cardinality: "optional"
      },
      {
        number: 8,
        name: "options",
        type: "message",
        cardinality: "optional",
        message: () => FieldOptions.descriptor
      },
      {
        number: 9,
        name: "oneofIndex",
        protoName: "oneof_index",
        type: "int32",
        cardinality: "optional"
      },
      {
        number: 10,
        name: "jsonName",
        protoName: "json_name",
        type: "string",
        cardinality: "optional"
      },
      {
        number: 17,
        name: "proto3Optional",
        protoName: "proto3_optional",
        type: "bool",
        cardinality: "optional"
      }
    ]
  },
  create: (init) => create(FieldDescriptorProto.descriptor, emptyFieldDescriptorProto(), init),
  encode: (message) => encode(FieldDescriptorProto.descriptor, message, writeFieldDescriptorProto),
  decode: (bytes, limits) => decode(
    FieldDescriptorProto.descriptor,
    bytes,
    emptyFieldDescriptorProto(),
    readFieldDescriptorProto,
    limits
  )
};
function emptyFieldDescriptorProto() {
  return {
    name: void 0,
    extendee: void 0,
    number: void 0,
    label: void 0,
    type: void 0,
    typeName: void 0,
    defaultValue: void 0,
    options: void 0,
    oneofIndex: void 0,
    jsonName: void 0,
    proto3Optional: void 0
  };
}
function writeFieldDescriptorProto(message, writer) {
  if (message.name != null) writer.tag(10).string(message.name);
  if (message.extendee != null) writer.tag(18).string(message.extendee);
  if (message.number != null) writer.tag(24).int32(message.number);
  if (message.label != null) writer.tag(32).int32(message.label);
  if (message.type != null) writer.tag(40).int32(message.type);
  if (message.typeName != null) writer.tag(50).string(message.typeName);
  if (message.defaultValue != null) writer.tag(58).string(message.defaultValue);
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
function readFieldDescriptorProto(message, reader) {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 18:
        message.extendee = reader.string();
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
      case 58:
        message.defaultValue = reader.string();
        break;
      case 66: {
        const outer = reader.enter(148);
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
const OneofDescriptorProto = {
  descriptor: {
    name: "google.protobuf.OneofDescriptorProto",
    fields: [
      { number: 1, name: "name", type: "string", cardinality: "optional" },
      {
        number: 2,
        name: "options",
        type: "message",
        cardinality: "optional",
        message: () => OneofOptions.descriptor
      }
    ]
  },
  create: (init) => create(OneofDescriptorProto.descriptor, emptyOneofDescriptorProto(), init),
  encode: (message) => encode(OneofDescriptorProto.descriptor, message, writeOneofDescriptorProto),
  decode: (bytes, limits) => decode(
    OneofDescriptorProto.descriptor,
    bytes,
    emptyOneofDescriptorProto(),
    readOneofDescriptorProto,
    limits
  )
};
function emptyOneofDescriptorProto() {
  return { name: void 0, options: void 0 };
}
function writeOneofDescriptorProto(message, writer) {
  if (message.name != null) writer.tag(10).string(message.name);
  if (message.options != null) {
    const start = writer.enter(18);
    writeOneofOptions(message.options, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}
function readOneofDescriptorProto(message, reader) {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 18: {
        const outer = reader.enter(68);
        const part = message.options ?? emptyOneofOptions();
        readOneofOptions(part, reader);
        reader.leave(outer);
        message.options = part;
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
const EnumDescriptorProto = {
  descriptor: {
    name: "google.protobuf.EnumDescriptorProto",
    fields: [
      { number: 1, name: "name", type: "string", cardinality: "optional" },
      {
        number: 2,
        name: "value",
        type: "message",
        cardinality: "repeated",
        message: () => EnumValueDescriptorProto.descriptor
      },
      {
        number: 3,
        name: "options",
        type: "message",
        cardinality: "optional",
        message: () => EnumOptions.descriptor
      },
      {
        number: 4,
        name: "reservedRange",
        protoName: "reserved_range",
        type: "message",
        cardinality: "repeated",
        message: () => EnumDescriptorProto_EnumReservedRange.descriptor
      },
      {
        number: 5,
        name: "reservedName",
        protoName: "reserved_name",
        type: "string",
        cardinality: "repeated"
      }
    ]
  },
  create: (init) => create(EnumDescriptorProto.descriptor, emptyEnumDescriptorProto(), init),
  encode: (message) => encode(EnumDescriptorProto.descriptor, message, writeEnumDescriptorProto),
  decode: (bytes, limits) => decode(
    EnumDescriptorProto.descriptor,
    bytes,
    emptyEnumDescriptorProto(),
    readEnumDescriptorProto,
    limits
  )
};
function emptyEnumDescriptorProto() {
  return { name: void 0, value: [], options: void 0, reservedRange: [], reservedName: [] };
}
function writeEnumDescriptorProto(message, writer) {
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
  for (const item of message.reservedRange ?? []) {
    const start = writer.enter(34);
    writeEnumDescriptorProto_EnumReservedRange(item, writer);
    writer.leave(start);
  }
  for (const item of message.reservedName ?? []) writer.tag(42).string(item);
  if (message.$unknown) writer.raw(message.$unknown);
}
function readEnumDescriptorProto(message, reader) {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 18: {
        const outer = reader.enter(68);
        const part = emptyEnumValueDescriptorProto();
        readEnumValueDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.value).push(part);
        break;
      }
      case 26: {
        const outer = reader.enter(68);
        const part = message.options ?? emptyEnumOptions();
        readEnumOptions(part, reader);
        reader.leave(outer);
        message.options = part;
        break;
      }
      case 34: {
        const outer = reader.enter(68);
        const part = emptyEnumDescriptorProto_EnumReservedRange();
        readEnumDescriptorProto_EnumReservedRange(part, reader);
        reader.leave(outer);
        reader.item(message.reservedRange).push(part);
        break;
      }
      case 42:
        reader.item(message.reservedName).push(reader.string());
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
const EnumDescriptorProto_EnumReservedRange = {
  descriptor: {
    name: "google.protobuf.EnumDescriptorProto.EnumReservedRange",
    fields: [
      { number: 1, name: "start", type: "int32", cardinality: "optional" },
      { number: 2, name: "end", type: "int32", cardinality: "optional" }
    ]
  }
};
function emptyEnumDescriptorProto_EnumReservedRange() {
  return { start: void 0, end: void 0 };
}
function writeEnumDescriptorProto_EnumReservedRange(message, writer) {
  if (message.start != null) writer.tag(8).int32(message.start);
  if (message.end != null) writer.tag(16).int32(message.end);
  if (message.$unknown) writer.raw(message.$unknown);
}
function readEnumDescriptorProto_EnumReservedRange(message, reader) {
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
const EnumValueDescriptorProto = {
  descriptor: {
    name: "google.protobuf.EnumValueDescriptorProto",
    fields: [
      { number: 1, name: "name", type: "string", cardinality: "optional" },
      { number: 2, name: "number", type: "int32", cardinality: "optional" },
      {
        number: 3,
        name: "options",
        type: "message",
        cardinality: "optional",
        message: () => EnumValueOptions.descriptor
      }
    ]
  },
  create: (init) => create(EnumValueDescriptorProto.descriptor, emptyEnumValueDescriptorProto(), init),
  encode: (message) => encode(EnumValueDescriptorProto.descriptor, message, writeEnumValueDescriptorProto),
  decode: (bytes, limits) => decode(
    EnumValueDescriptorProto.descriptor,
    bytes,
    emptyEnumValueDescriptorProto(),
    readEnumValueDescriptorProto,
    limits
  )
};
function emptyEnumValueDescriptorProto() {
  return { name: void 0, number: void 0, options: void 0 };
}
function writeEnumValueDescriptorProto(message, writer) {
  if (message.name != null) writer.tag(10).string(message.name);
  if (message.number != null) writer.tag(16).int32(message.number);
  if (message.options != null) {
    const start = writer.enter(26);
    writeEnumValueOptions(message.options, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}
function readEnumValueDescriptorProto(message, reader) {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 16:
        message.number = reader.int32();
        break;
      case 26: {
        const outer = reader.enter(68);
        const part = message.options ?? emptyEnumValueOptions();
        readEnumValueOptions(part, reader);
        reader.leave(outer);
        message.options = part;
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
const ServiceDescriptorProto = {
  descriptor: {
    name: "google.protobuf.ServiceDescriptorProto",
    fields: [
      { number: 1, name: "name", type: "string", cardinality: "optional" },
      {
        number: 2,
        name: "method",
        type: "message",
        cardinality: "repeated",
        message: () => MethodDescriptorProto.descriptor
      },
      {
        number: 3,
        name: "options",
        type: "message",
        cardinality: "optional",
        message: () => ServiceOptions.descriptor
      }
    ]
  },
  create: (init) => create(ServiceDescriptorProto.descriptor, emptyServiceDescriptorProto(), init),
  encode: (message) => encode(ServiceDescriptorProto.descriptor, message, writeServiceDescriptorProto),
  decode: (bytes, limits) => decode(
    ServiceDescriptorProto.descriptor,
    bytes,
    emptyServiceDescriptorProto(),
    readServiceDescriptorProto,
    limits
  )
};
function emptyServiceDescriptorProto() {
  return { name: void 0, method: [], options: void 0 };
}
function writeServiceDescriptorProto(message, writer) {
  if (message.name != null) writer.tag(10).string(message.name);
  for (const item of message.method ?? []) {
    const start = writer.enter(18);
    writeMethodDescriptorProto(item, writer);
    writer.leave(start);
  }
  if (message.options != null) {
    const start = writer.enter(26);
    writeServiceOptions(message.options, writer);
    writer.leave(start);
  }
  if (message.$unknown) writer.raw(message.$unknown);
}
function readServiceDescriptorProto(message, reader) {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      case 18: {
        const outer = reader.enter(84);
        const part = emptyMethodDescriptorProto();
        readMethodDescriptorProto(part, reader);
        reader.leave(outer);
        reader.item(message.method).push(part);
        break;
      }
      case 26: {
        const outer = reader.enter(68);
        const part = message.options ?? emptyServiceOptions();
        readServiceOptions(part, reader);
        reader.leave(outer);
        message.options = part;
        break;
      }
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
const MethodDescriptorProto = {
  descriptor: {
    name: "google.protobuf.MethodDescriptorProto",
    fields: [
      { number: 1, name: "name", type: "string", cardinality: "optional" },
      {
        number: 2,
        name: "inputType",
        protoName: "input_type",
        type: "string",
        cardinality: "optional"
      },
      {
        number: 3,
        name: "outputType",
        protoName: "output_type",
        type: "string",
        cardinality: "optional"
      },
      {
        number: 4,
        name: "options",
        type: "message",
        cardinality: "optional",
        message: () => MethodOptions.descriptor
      },
      {
        number: 5,
        name: "clientStreaming",
        protoName: "client_streaming",
        type: "bool",
        cardinality: "optional"
      },
      {
        number: 6,
        name: "serverStreaming",
        protoName: "server_streaming",
        type: "bool",
        cardinality: "optional"
      }
    ]
  },
  create: (init) => create(MethodDescriptorProto.descriptor, emptyMethodDescriptorProto(), init),
  encode: (message) => encode(MethodDescriptorProto.descriptor, message, writeMethodDescriptorProto),
  decode: (bytes, limits) => decode(
    MethodDescriptorProto.descriptor,
    bytes,
    emptyMethodDescriptorProto(),
    readMethodDescriptorProto,
    limits
  )
};
function emptyMethodDescriptorProto() {
  return {
    name: void 0,
    inputType: void 0,
    outputType: void 0,
    options: void 0,
    clientStreaming: void 0,
    serverStreaming: void 0
  };
}
function writeMethodDescriptorProto(message, writer) {
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
function readMethodDescriptorProto(message, reader) {
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
        const outer = reader.enter(68);
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
const FileOptions = {
  descriptor: {
    name: "google.protobuf.FileOptions",
    fields: [
      {
        number: 1,
        name: "javaPackage",
        protoName: "java_package",
        type: "string",
        cardinality: "optional"
      },
      {
        number: 8,
        name: "javaOuterClassname",
        protoName: "java_outer_classname",
        type: "string",
        cardinality: "optional"
      },
      {
        number: 9,
        name: "optimizeFor",
        protoName: "optimize_for",
        type: "enum",
        cardinality: "optional",
        enum: () => ({
          name: "google.protobuf.FileOptions.OptimizeMode",
          numbers: FileOptions_OptimizeMode
        })
      },
      {
        number: 10,
        name: "javaMultipleFiles",
        protoName: "java_multiple_files",
        type: "bool",
        cardinality: "optional"
      },
      {
        number: 11,
        name: "goPackage",
        protoName: "go_package",
        type: "string",
        cardinality: "optional"
      },
      {
        number: 16,
        name: "ccGenericServices",
        protoName: "cc_generic_services",
        type: "bool",
        cardinality: "optional"
      },
      {
        number: 17,
        name: "javaGenericServices",
        protoName: "java_generic_services",
        type: "bool",
        cardinality: "optional"
      },
      {
        number: 18,
        name: "pyGenericServices",
        protoName: "py_generic_services",
        type: "bool",
        cardinality: "optional"
      },
      {
        number: 20,
        name: "javaGenerateEqualsAndHash",
        protoName: "java_generate_equals_and_hash",
        type: "bool",
        cardinality: "optional"
      },
      { number: 23, name: "deprecated", type: "bool", cardinality: "optional" },
      {
        number: 27,
        name: "javaStringCheckUtf8",
        protoName: "java_string_check_utf8",
        type: "bool",
        cardinality: "optional"
      },
      {
        number: 31,
        name: "ccEnableArenas",
        protoName: "cc_enable_arenas",
        type: "bool",
        cardinality: "optional"
      },
      {
        number: 36,
        name: "objcClassPrefix",
        protoName: "objc_class_prefix",
        type: "string",
        cardinality: "optional"
      },
      {
        number: 37,
        name: "csharpNamespace",
        protoName: "csharp_namespace",
        type: "string",
        cardinality: "optional"
      },
      {
        number: 39,
        name: "swiftPrefix",
        protoName: "swift_prefix",
        type: "string",
        cardinality: "optional"
      },
      {
        number: 40,
        name: "phpClassPrefix",
        protoName: "php_class_prefix",
        type: "string",
        cardinality: "optional"
      },
      {
        number: 41,
        name: "phpNamespace",
        protoName: "php_namespace",
        type: "string",
        cardinality: "optional"
      },
      {
        number: 44,
        name: "phpMetadataNamespace",
        protoName: "php_metadata_namespace",
        type: "string",
        cardinality: "optional"
      },
      {
        number: 45,
        name: "rubyPackage",
        protoName: "ruby_package",
        type: "string",
        cardinality: "optional"
      }
    ]
  },
  create: (init) => create(FileOptions.descriptor, emptyFileOptions(), init),
  encode: (message) => encode(FileOptions.descriptor, message, writeFileOptions),
  decode: (bytes, limits) => decode(FileOptions.descriptor, bytes, emptyFileOptions(), readFileOptions, limits)
};
function emptyFileOptions() {
  return {
    javaPackage: void 0,
    javaOuterClassname: void 0,
    optimizeFor: void 0,
    javaMultipleFiles: void 0,
    goPackage: void 0,
    ccGenericServices: void 0,
    javaGenericServices: void 0,
    pyGenericServices: void 0,
    javaGenerateEqualsAndHash: void 0,
    deprecated: void 0,
    javaStringCheckUtf8: void 0,
    ccEnableArenas: void 0,
    objcClassPrefix: void 0,
    csharpNamespace: void 0,
    swiftPrefix: void 0,
    phpClassPrefix: void 0,
    phpNamespace: void 0,
    phpMetadataNamespace: void 0,
    rubyPackage: void 0
  };
}
function writeFileOptions(message, writer) {
  if (message.javaPackage != null) writer.tag(10).string(message.javaPackage);
  if (message.javaOuterClassname != null) writer.tag(66).string(message.javaOuterClassname);
  if (message.optimizeFor != null) writer.tag(72).int32(message.optimizeFor);
  if (message.javaMultipleFiles != null) writer.tag(80).bool(message.javaMultipleFiles);
  if (message.goPackage != null) writer.tag(90).string(message.goPackage);
  if (message.ccGenericServices != null) writer.tag(128).bool(message.ccGenericServices);
  if (message.javaGenericServices != null) writer.tag(136).bool(message.javaGenericServices);
  if (message.pyGenericServices != null) writer.tag(144).bool(message.pyGenericServices);
  if (message.javaGenerateEqualsAndHash != null)
    writer.tag(160).bool(message.javaGenerateEqualsAndHash);
  if (message.deprecated != null) writer.tag(184).bool(message.deprecated);
  if (message.javaStringCheckUtf8 != null) writer.tag(216).bool(message.javaStringCheckUtf8);
  if (message.ccEnableArenas != null) writer.tag(248).bool(message.ccEnableArenas);
  if (message.objcClassPrefix != null) writer.tag(290).string(message.objcClassPrefix);
  if (message.csharpNamespace != null) writer.tag(298).string(message.csharpNamespace);
  if (message.swiftPrefix != null) writer.tag(314).string(message.swiftPrefix);
  if (message.phpClassPrefix != null) writer.tag(322).string(message.phpClassPrefix);
  if (message.phpNamespace != null) writer.tag(330).string(message.phpNamespace);
  if (message.phpMetadataNamespace != null) writer.tag(354).string(message.phpMetadataNamespace);
  if (message.rubyPackage != null) writer.tag(362).string(message.rubyPackage);
  if (message.$unknown) writer.raw(message.$unknown);
}
function readFileOptions(message, reader) {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.javaPackage = reader.string();
        break;
      case 66:
        message.javaOuterClassname = reader.string();
        break;
      case 72:
        message.optimizeFor = reader.int32();
        break;
      case 80:
        message.javaMultipleFiles = reader.bool();
        break;
      case 90:
        message.goPackage = reader.string();
        break;
      case 128:
        message.ccGenericServices = reader.bool();
        break;
      case 136:
        message.javaGenericServices = reader.bool();
        break;
      case 144:
        message.pyGenericServices = reader.bool();
        break;
      case 160:
        message.javaGenerateEqualsAndHash = reader.bool();
        break;
      case 184:
        message.deprecated = reader.bool();
        break;
      case 216:
        message.javaStringCheckUtf8 = reader.bool();
        break;
      case 248:
        message.ccEnableArenas = reader.bool();
        break;
      case 290:
        message.objcClassPrefix = reader.string();
        break;
      case 298:
        message.csharpNamespace = reader.string();
        break;
      case 314:
        message.swiftPrefix = reader.string();
        break;
      case 322:
        message.phpClassPrefix = reader.string();
        break;
      case 330:
        message.phpNamespace = reader.string();
        break;
      case 354:
        message.phpMetadataNamespace = reader.string();
        break;
      case 362:
        message.rubyPackage = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
const MessageOptions = {
  descriptor: {
    name: "google.protobuf.MessageOptions",
    fields: [
      {
        number: 1,
        name: "messageSetWireFormat",
        protoName: "message_set_wire_format",
        type: "bool",
        cardinality: "optional"
      },
      {
        number: 2,
        name: "noStandardDescriptorAccessor",
        protoName: "no_standard_descriptor_accessor",
        type: "bool",
        cardinality: "optional"
      },
      { number: 3, name: "deprecated", type: "bool", cardinality: "optional" },
      {
        number: 7,
        name: "mapEntry",
        protoName: "map_entry",
        type: "bool",
        cardinality: "optional"
      },
      {
        number: 11,
        name: "deprecatedLegacyJsonFieldConflicts",
        protoName: "deprecated_legacy_json_field_conflicts",
        type: "bool",
        cardinality: "optional"
      }
    ]
  },
  create: (init) => create(MessageOptions.descriptor, emptyMessageOptions(), init),
  encode: (message) => encode(MessageOptions.descriptor, message, writeMessageOptions),
  decode: (bytes, limits) => decode(MessageOptions.descriptor, bytes, emptyMessageOptions(), readMessageOptions, limits)
};
function emptyMessageOptions() {
  return {
    messageSetWireFormat: void 0,
    noStandardDescriptorAccessor: void 0,
    deprecated: void 0,
    mapEntry: void 0,
    deprecatedLegacyJsonFieldConflicts: void 0
  };
}
function writeMessageOptions(message, writer) {
  if (message.messageSetWireFormat != null) writer.tag(8).bool(message.messageSetWireFormat);
  if (message.noStandardDescriptorAccessor != null)
    writer.tag(16).bool(message.noStandardDescriptorAccessor);
  if (message.deprecated != null) writer.tag(24).bool(message.deprecated);
  if (message.mapEntry != null) writer.tag(56).bool(message.mapEntry);
  if (message.deprecatedLegacyJsonFieldConflicts != null)
    writer.tag(88).bool(message.deprecatedLegacyJsonFieldConflicts);
  if (message.$unknown) writer.raw(message.$unknown);
}
function readMessageOptions(message, reader) {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.messageSetWireFormat = reader.bool();
        break;
      case 16:
        message.noStandardDescriptorAccessor = reader.bool();
        break;
      case 24:
        message.deprecated = reader.bool();
        break;
      case 56:
        message.mapEntry = reader.bool();
        break;
      case 88:
        message.deprecatedLegacyJsonFieldConflicts = reader.bool();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
const FieldOptions = {
  descriptor: {
    name: "google.protobuf.FieldOptions",
    fields: [
      {
        number: 1,
        name: "ctype",
        type: "enum",
        cardinality: "optional",
        enum: () => ({ name: "google.protobuf.FieldOptions.CType", numbers: FieldOptions_CType })
      },
      { number: 2, name: "packed", type: "bool", cardinality: "optional" },
      { number: 3, name: "deprecated", type: "bool", cardinality: "optional" },
      { number: 5, name: "lazy", type: "bool", cardinality: "optional" },
      {
        number: 6,
        name: "jstype",
        type: "enum",
        cardinality: "optional",
        enum: () => ({ name: "google.protobuf.FieldOptions.JSType", numbers: FieldOptions_JSType })
      },
      { number: 10, name: "weak", type: "bool", cardinality: "optional" },
      {
        number: 15,
        name: "unverifiedLazy",
        protoName: "unverified_lazy",
        type: "bool",
        cardinality: "optional"
      },
      {
        number: 16,
        name: "debugRedact",
        protoName: "debug_redact",
        type: "bool",
        cardinality: "optional"
      },
      {
        number: 17,
        name: "retention",
        type: "enum",
        cardinality: "optional",
        enum: () => ({
          name: "google.protobuf.FieldOptions.OptionRetention",
          numbers: FieldOptions_OptionRetention
        })
      },
      {
        number: 19,
        name: "targets",
        type: "enum",
        cardinality: "repeated",
        enum: () => ({
          name: "google.protobuf.FieldOptions.OptionTargetType",
          numbers: FieldOptions_OptionTargetType
        })
      }
    ]
  },
  create: (init) => create(FieldOptions.descriptor, emptyFieldOptions(), init),
  encode: (message) => encode(FieldOptions.descriptor, message, writeFieldOptions),
  decode: (bytes, limits) => decode(FieldOptions.descriptor, bytes, emptyFieldOptions(), readFieldOptions, limits)
};
function emptyFieldOptions() {
  return {
    ctype: void 0,
    packed: void 0,
    deprecated: void 0,
    lazy: void 0,
    jstype: void 0,
    weak: void 0,
    unverifiedLazy: void 0,
    debugRedact: void 0,
    retention: void 0,
    targets: []
  };
}
function writeFieldOptions(message, writer) {
  if (message.ctype != null) writer.tag(8).int32(message.ctype);
  if (message.packed != null) writer.tag(16).bool(message.packed);
  if (message.deprecated != null) writer.tag(24).bool(message.deprecated);
  if (message.lazy != null) writer.tag(40).bool(message.lazy);
  if (message.jstype != null) writer.tag(48).int32(message.jstype);
  if (message.weak != null) writer.tag(80).bool(message.weak);
  if (message.unverifiedLazy != null) writer.tag(120).bool(message.unverifiedLazy);
  if (message.debugRedact != null) writer.tag(128).bool(message.debugRedact);
  if (message.retention != null) writer.tag(136).int32(message.retention);
  for (const item of message.targets ?? []) writer.tag(152).int32(item);
  if (message.$unknown) writer.raw(message.$unknown);
}
function readFieldOptions(message, reader) {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.ctype = reader.int32();
        break;
      case 16:
        message.packed = reader.bool();
        break;
      case 24:
        message.deprecated = reader.bool();
        break;
      case 40:
        message.lazy = reader.bool();
        break;
      case 48:
        message.jstype = reader.int32();
        break;
      case 80:
        message.weak = reader.bool();
        break;
      case 120:
        message.unverifiedLazy = reader.bool();
        break;
      case 128:
        message.debugRedact = reader.bool();
        break;
      case 136:
        message.retention = reader.int32();
        break;
      case 152:
        reader.item(message.targets).push(reader.int32());
        break;
      case 154:
        readInt32s(reader, message.targets);
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
const OneofOptions = {
  descriptor: {
    name: "google.protobuf.OneofOptions",
    fields: []
  },
  create: (init) => create(OneofOptions.descriptor, emptyOneofOptions(), init),
  encode: (message) => encode(OneofOptions.descriptor, message, writeOneofOptions),
  decode: (bytes, limits) => decode(OneofOptions.descriptor, bytes, emptyOneofOptions(), readOneofOptions, limits)
};
function emptyOneofOptions() {
  return {};
}
function writeOneofOptions(message, writer) {
  if (message.$unknown) writer.raw(message.$unknown);
}
function readOneofOptions(message, reader) {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
const EnumOptions = {
  descriptor: {
    name: "google.protobuf.EnumOptions",
    fields: [
      {
        number: 2,
        name: "allowAlias",
        protoName: "allow_alias",
        type: "bool",
        cardinality: "optional"
      },
      { number: 3, name: "deprecated", type: "bool", cardinality: "optional" },
      {
        number: 6,
        name: "deprecatedLegacyJsonFieldConflicts",
        protoName: "deprecated_legacy_json_field_conflicts",
        type: "bool",
        cardinality: "optional"
      }
    ]
  },
  create: (init) => create(EnumOptions.descriptor, emptyEnumOptions(), init),
  encode: (message) => encode(EnumOptions.descriptor, message, writeEnumOptions),
  decode: (bytes, limits) => decode(EnumOptions.descriptor, bytes, emptyEnumOptions(), readEnumOptions, limits)
};
function emptyEnumOptions() {
  return {
    allowAlias: void 0,
    deprecated: void 0,
    deprecatedLegacyJsonFieldConflicts: void 0
  };
}
function writeEnumOptions(message, writer) {
  if (message.allowAlias != null) writer.tag(16).bool(message.allowAlias);
  if (message.deprecated != null) writer.tag(24).bool(message.deprecated);
  if (message.deprecatedLegacyJsonFieldConflicts != null)
    writer.tag(48).bool(message.deprecatedLegacyJsonFieldConflicts);
  if (message.$unknown) writer.raw(message.$unknown);
}
function readEnumOptions(message, reader) {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 16:
        message.allowAlias = reader.bool();
        break;
      case 24:
        message.deprecated = reader.bool();
        break;
      case 48:
        message.deprecatedLegacyJsonFieldConflicts = reader.bool();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
const EnumValueOptions = {
  descriptor: {
    name: "google.protobuf.EnumValueOptions",
    fields: [
      { number: 1, name: "deprecated", type: "bool", cardinality: "optional" },
      {
        number: 3,
        name: "debugRedact",
        protoName: "debug_redact",
        type: "bool",
        cardinality: "optional"
      }
    ]
  },
  create: (init) => create(EnumValueOptions.descriptor, emptyEnumValueOptions(), init),
  encode: (message) => encode(EnumValueOptions.descriptor, message, writeEnumValueOptions),
  decode: (bytes, limits) => decode(
    EnumValueOptions.descriptor,
    bytes,
    emptyEnumValueOptions(),
    readEnumValueOptions,
    limits
  )
};
function emptyEnumValueOptions() {
  return { deprecated: void 0, debugRedact: void 0 };
}
function writeEnumValueOptions(message, writer) {
  if (message.deprecated != null) writer.tag(8).bool(message.deprecated);
  if (message.debugRedact != null) writer.tag(24).bool(message.debugRedact);
  if (message.$unknown) writer.raw(message.$unknown);
}
function readEnumValueOptions(message, reader) {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.deprecated = reader.bool();
        break;
      case 24:
        message.debugRedact = reader.bool();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
const ServiceOptions = {
  descriptor: {
    name: "google.protobuf.ServiceOptions",
    fields: [{ number: 33, name: "deprecated", type: "bool", cardinality: "optional" }]
  },
  create: (init) => create(ServiceOptions.descriptor, emptyServiceOptions(), init),
  encode: (message) => encode(ServiceOptions.descriptor, message, writeServiceOptions),
  decode: (bytes, limits) => decode(ServiceOptions.descriptor, bytes, emptyServiceOptions(), readServiceOptions, limits)
};
function emptyServiceOptions() {
  return { deprecated: void 0 };
}
function writeServiceOptions(message, writer) {
  if (message.deprecated != null) writer.tag(264).bool(message.deprecated);
  if (message.$unknown) writer.raw(message.$unknown);
}
function readServiceOptions(message, reader) {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 264:
        message.deprecated = reader.bool();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
const MethodOptions = {
  descriptor: {
    name: "google.protobuf.MethodOptions",
    fields: [
      { number: 33, name: "deprecated", type: "bool", cardinality: "optional" },
      {
        number: 34,
        name: "idempotencyLevel",
        protoName: "idempotency_level",
        type: "enum",
        cardinality: "optional",
        enum: () => ({
          name: "google.protobuf.MethodOptions.IdempotencyLevel",
          numbers: MethodOptions_IdempotencyLevel
        })
      }
    ]
  },
  create: (init) => create(MethodOptions.descriptor, emptyMethodOptions(), init),
  encode: (message) => encode(MethodOptions.descriptor, message, writeMethodOptions),
  decode: (bytes, limits) => decode(MethodOptions.descriptor, bytes, emptyMethodOptions(), readMethodOptions, limits)
};
function emptyMethodOptions() {
  return { deprecated: void 0, idempotencyLevel: void 0 };
}
function writeMethodOptions(message, writer) {
  if (message.deprecated != null) writer.tag(264).bool(message.deprecated);
  if (message.idempotencyLevel != null) writer.tag(272).int32(message.idempotencyLevel);
  if (message.$unknown) writer.raw(message.$unknown);
}
function readMethodOptions(message, reader) {
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
const PSEUDO_OPTIONS = /* @__PURE__ */ new Set(["json_name", "default"]);
function findOption(options, name) {
  return options.find((option) => {
    const [part] = option.name;
    return option.name.length === 1 && !part.isExtension && part.text === name;
  });
}
function isSet(options, name) {
  const value = findOption(options, name)?.value;
  return value?.kind === "word" && value.word === "true";
}
function jsonNameOption({ options }) {
  const value = findOption(options, "json_name")?.value;
  return value?.kind === "string" ? decodeUtf8(value.bytes) : void 0;
}
class ProtoError extends Error {
  name = "ProtoError";
  /** The file, as it would be imported. */
  path;
  /** Absent if the whole file is meant. */
  place;
  constructor(path, reason, place) {
    super(`${showPlace(path, place)}: ${reason}`);
    this.path = path;
    this.place = place;
  }
}
function showPlace(path, place) {
  return place === void 0 ? path : `${path}:${place.line}:${place.column}`;
}
function checkReserved(file, reserved, bounds) {
  const ranges = [];
  for (const node of reserved.flatMap((one) => one.ranges)) {
    const range = { ...boundsOf(node, bounds), node };
    const { place } = node.first;
    if (range.first > range.last) {
      throw new ProtoError(
        file.path,
        `${show$3(range)} is not a range: it ends before it begins`,
        place
      );
    }
    if (range.first < bounds.first || range.last > bounds.last) {
      const reason = `${show$3(range)} is not from ${bounds.first} to ${bounds.last}`;
      throw new ProtoError(file.path, reason, place);
    }
    const other = ranges.find(({ first, last }) => range.first <= last && first <= range.last);
    if (other !== void 0) {
      const where = showPlace(file.path, other.node.first.place);
      const reason = `${show$3(range)} overlaps with ${show$3(other)} (${where})`;
      throw new ProtoError(file.path, reason, place);
    }
    ranges.push(range);
  }
  checkNames(
    file,
    reserved.flatMap(({ names }) => names)
  );
}
function checkNames(file, names) {
  const before = /* @__PURE__ */ new Map();
  for (const name of names) {
    const other = before.get(name.text);
    if (other !== void 0) {
      const where = showPlace(file.path, other.place);
      throw new ProtoError(file.path, `"${name.text}" is already reserved (${where})`, name.place);
    }
    before.set(name.text, name);
  }
}
function checkNotReserved(file, reserved, { name, number }, what) {
  const ranges = reserved.flatMap((node) => node.ranges);
  const { value } = number;
  const range = ranges.find(
    ({ first, last }) => first.value <= value && value <= (last?.value ?? value)
  );
  if (range !== void 0) {
    const where = showPlace(file.path, range.first.place);
    throw new ProtoError(
      file.path,
      `${what}: number ${value} is reserved (${where})`,
      number.place
    );
  }
  const same = reserved.flatMap((node) => node.names).find(({ text }) => text === name.text);
  if (same !== void 0) {
    const where = showPlace(file.path, same.place);
    throw new ProtoError(
      file.path,
      `${what}: name '${name.text}' is reserved (${where})`,
      name.place
    );
  }
}
function boundsOf({ first, last }, bounds) {
  return { first: first.value, last: last?.value ?? bounds.last };
}
const show$3 = ({ first, last }) => first === last ? `${first}` : `${first} to ${last}`;
const ENUM_BOUNDS = { first: -(2n ** 31n), last: 2n ** 31n - 1n };
function checkEnum({ node }, file) {
  const { name, values, reserved, options } = node;
  const [first] = values;
  if (first === void 0) {
    throw new ProtoError(file.path, `enum ${name.text} has no values`, name.place);
  }
  checkReserved(file, reserved, ENUM_BOUNDS);
  for (const value of values) {
    const what = `${name.text}.${value.name.text}`;
    const { value: number, place } = value.number;
    if (number < ENUM_BOUNDS.first || number > ENUM_BOUNDS.last) {
      throw new ProtoError(file.path, `${what}: ${number} is not a number of 32 bits`, place);
    }
    checkNotReserved(file, reserved, value, what);
  }
  if (first.number.value !== 0n) {
    const reason = `the first value of enum ${name.text} must be 0: it is the default`;
    throw new ProtoError(file.path, reason, first.number.place);
  }
  checkAliases(node, file, isSet(options, "allow_alias"));
  const alias = findOption(options, "allow_alias");
  if (alias?.value.kind === "word" && alias.value.word === "false") {
    throw new ProtoError(file.path, "allow_alias = false has no effect: leave it out", alias.place);
  }
  checkShortNames(node, file);
}
function checkAliases({ name, values, options }, file, areAllowed) {
  const before = /* @__PURE__ */ new Map();
  let hasAliases = false;
  for (const value of values) {
    const other = before.get(value.number.value);
    if (other !== void 0 && !areAllowed) {
      const first = `${other.name.text} (${showPlace(file.path, other.number.place)})`;
      const reason = `${name.text}.${value.name.text}: number ${value.number.value} is already that of ${first}. If both are meant, set: option allow_alias = true;`;
      throw new ProtoError(file.path, reason, value.number.place);
    }
    hasAliases ||= other !== void 0;
    before.set(value.number.value, value);
  }
  if (areAllowed && !hasAliases) {
    const reason = `enum ${name.text} has allow_alias, and no two values with one number`;
    throw new ProtoError(file.path, reason, findOption(options, "allow_alias").place);
  }
}
function checkShortNames({ name, values }, file) {
  const before = /* @__PURE__ */ new Map();
  for (const value of values) {
    const short = shortName(value.name.text, name.text);
    const other = before.get(short);
    if (other !== void 0 && other.number.value !== value.number.value) {
      const first = `${other.name.text} (${showPlace(file.path, other.name.place)})`;
      const reason = `${value.name.text} and ${first} are the same without the name of the enum, ignoring case`;
      throw new ProtoError(file.path, reason, value.name.place);
    }
    if (other === void 0) before.set(short, value);
  }
}
function shortName(value, enumName2) {
  const prefix = enumName2.replaceAll("_", "").toLowerCase();
  let rest = 0;
  let matched = 0;
  while (rest < value.length && matched < prefix.length) {
    const character = value[rest].toLowerCase();
    if (character !== "_") {
      if (character !== prefix[matched]) return pascalCase(value);
      matched++;
    }
    rest++;
  }
  const short = value.slice(rest).replace(/^_+/, "");
  return matched < prefix.length || short === "" ? pascalCase(value) : pascalCase(short);
}
function pascalCase(name) {
  return name.replace(
    /_*([^_])([^_]*)_*/g,
    (_, first, rest) => first.toUpperCase() + rest.toLowerCase()
  );
}
function buildEnum(node, scope, context) {
  return EnumDescriptorProto.create({
    name: node.name.text,
    value: node.values.map(
      ({ name, number, options }) => EnumValueDescriptorProto.create({
        name: name.text,
        number: Number(number.value),
        options: context.options(options, EnumValueOptions, scope)
      })
    ),
    options: context.options(node.options, EnumOptions, scope),
    reservedRange: node.reserved.flatMap(({ ranges }) => ranges).map((range) => {
      const { first, last } = boundsOf(range, ENUM_BOUNDS);
      return { start: Number(first), end: Number(last) };
    }),
    reservedName: node.reserved.flatMap(({ names }) => names.map(({ text }) => text))
  });
}
function jsonName(protoName) {
  return protoName.replace(/_+(.?)/g, (_, next) => next.toUpperCase());
}
function methodName(protoName) {
  return protoName.charAt(0).toLowerCase() + protoName.slice(1);
}
function mapEntryName(protoName) {
  const name = jsonName(protoName);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Entry`;
}
function localName(fullName, packageName) {
  const local = packageName === "" ? fullName : fullName.slice(packageName.length + 1);
  return local.replaceAll(".", "_");
}
const KEYS = [
  "int32",
  "int64",
  "uint32",
  "uint64",
  "sint32",
  "sint64",
  "fixed32",
  "fixed64",
  "sfixed32",
  "sfixed64",
  "bool",
  "string"
];
const SCALARS = /* @__PURE__ */ new Set([...KEYS, "double", "float", "bytes"]);
function isScalar(name) {
  return SCALARS.has(name);
}
function isMapKey(name) {
  return KEYS.includes(name);
}
function isPackable(type) {
  return wireTypeOf(type) !== WireType.LEN;
}
function buildField(field, scope, context) {
  const isMap = field.key !== void 0;
  const isRepeated = isMap || field.label === "repeated";
  const entry = `.${join(scope, mapEntryName(field.name.text))}`;
  return FieldDescriptorProto.create({
    name: field.name.text,
    number: Number(field.number.value),
    label: isRepeated ? FieldDescriptorProto_Label.LABEL_REPEATED : FieldDescriptorProto_Label.LABEL_OPTIONAL,
    ...isMap ? { type: FieldDescriptorProto_Type.TYPE_MESSAGE, typeName: entry } : typeOf(field.type, context),
    jsonName: jsonNameOption(field) ?? jsonName(field.name.text),
    proto3Optional: field.label === "optional" ? true : void 0,
    options: context.options(field.options, FieldOptions, scope)
  });
}
function typeOf(name, context) {
  if (isScalar(name.text)) {
    return { type: FieldDescriptorProto_Type[`TYPE_${name.text.toUpperCase()}`] };
  }
  const isMessage = context.references.symbol(name).kind === "message";
  const type = isMessage ? FieldDescriptorProto_Type.TYPE_MESSAGE : FieldDescriptorProto_Type.TYPE_ENUM;
  return { type, typeName: context.typeName(name) };
}
function buildMapEntry(map, context) {
  const label = FieldDescriptorProto_Label.LABEL_OPTIONAL;
  const fields = [
    { name: "key", number: 1, label, ...typeOf(map.key, context), jsonName: "key" },
    { name: "value", number: 2, label, ...typeOf(map.type, context), jsonName: "value" }
  ];
  return DescriptorProto.create({
    name: mapEntryName(map.name.text),
    field: fields.map((field) => FieldDescriptorProto.create(field)),
    options: { mapEntry: true }
  });
}
function buildExtensions(members, scope, context) {
  const extend = members.filter((member) => member.node === "extend");
  return extend.flatMap(
    ({ of, fields }) => fields.map((field) => ({
      ...buildField(field, scope, context),
      extendee: context.typeName(of)
    }))
  );
}
const BOUNDS = { last: BigInt(MAX_FIELD_NUMBER) };
function buildMessage(node, scope, context) {
  const name = join(scope, node.name.text);
  const oneofs = oneofsOf(node);
  const synthetic = syntheticOneofs(node);
  const indexes = [...oneofs, ...synthetic.keys()];
  const reserved = reservedOf(node);
  return DescriptorProto.create({
    name: node.name.text,
    field: [...fieldsOf(node)].map(({ field, oneof }) => {
      const index = indexes.indexOf(oneof ?? field);
      return { ...buildField(field, name, context), oneofIndex: index < 0 ? void 0 : index };
    }),
    // Each where it stands, a map's entries where the map does.
    nestedType: node.members.flatMap((member) => {
      if (member.node === "message") return [buildMessage(member, name, context)];
      const isMap = member.node === "field" && member.key !== void 0;
      return isMap ? [buildMapEntry(member, context)] : [];
    }),
    enumType: node.members.filter((member) => member.node === "enum").map((type) => buildEnum(type, name, context)),
    extension: buildExtensions(node.members, name, context),
    // Those of the file first, then one for each `optional` field.
    oneofDecl: [
      ...oneofs.map(
        (oneof) => OneofDescriptorProto.create({
          name: oneof.name.text,
          options: context.options(oneof.options, OneofOptions, name)
        })
      ),
      ...[...synthetic.values()].map((oneof) => OneofDescriptorProto.create({ name: oneof }))
    ],
    options: context.options(optionsOf(node), MessageOptions, name),
    reservedRange: reserved.flatMap(({ ranges }) => ranges).map((range) => {
      const { first, last } = boundsOf(range, BOUNDS);
      return { start: Number(first), end: Number(last) + 1 };
    }),
    reservedName: reserved.flatMap(({ names }) => names.map(({ text }) => text))
  });
}
function buildFile(file, context) {
  const scope = packageOf(file);
  const indexesOf = (kind2) => file.imports.flatMap((node, i) => node.kind === kind2 ? [i] : []);
  return FileDescriptorProto.create({
    name: file.path,
    package: scope === "" ? void 0 : scope,
    dependency: file.imports.map(({ path }) => path),
    publicDependency: indexesOf("public"),
    weakDependency: indexesOf("weak"),
    messageType: file.members.filter((member) => member.node === "message").map((message) => buildMessage(message, scope, context)),
    enumType: file.members.filter((member) => member.node === "enum").map((node) => buildEnum(node, scope, context)),
    service: file.members.filter((member) => member.node === "service").map((service) => buildService(service, scope, context)),
    extension: buildExtensions(file.members, scope, context),
    options: context.options(optionsOf(file), FileOptions, scope),
    syntax: "proto3"
  });
}
function buildService(service, scope, context) {
  return ServiceDescriptorProto.create({
    name: service.name.text,
    method: service.methods.map((method) => buildMethod(method, scope, context)),
    options: context.options(service.options, ServiceOptions, scope)
  });
}
function buildMethod(method, scope, context) {
  return MethodDescriptorProto.create({
    name: method.name.text,
    inputType: context.typeName(method.request),
    outputType: context.typeName(method.response),
    clientStreaming: method.requestStream ? true : void 0,
    serverStreaming: method.responseStream ? true : void 0,
    // An empty body becomes empty options, in protoc's descriptors and so in these.
    options: context.options(method.options, MethodOptions, scope) ?? (method.hasBody ? MethodOptions.create() : void 0)
  });
}
class OptionMessage {
  type;
  #entries = /* @__PURE__ */ new Map();
  constructor(type) {
    this.type = type;
  }
  has(field) {
    return this.#entries.has(field.number);
  }
  /** A member of the same oneof that is set already. */
  rivalOf({ oneof, number }) {
    if (oneof === void 0) return void 0;
    const entries = [...this.#entries.values()];
    return entries.find(({ field }) => field.oneof === oneof && field.number !== number)?.field;
  }
  /** Sets a field, or adds to one that is repeated. Another of its oneof is not set any more. */
  add(field, value) {
    const rival = this.rivalOf(field);
    if (rival !== void 0) this.#entries.delete(rival.number);
    const entry = this.#entries.get(field.number);
    if (entry === void 0) this.#entries.set(field.number, { field, values: [value] });
    else entry.values.push(value);
  }
  /** The message in a field, which is made if it is not there. */
  inside(field) {
    const found = this.#entries.get(field.number)?.values[0];
    if (found instanceof OptionMessage) return found;
    const made = new OptionMessage(field.message());
    this.add(field, made);
    return made;
  }
  /** In the order of the numbers. */
  encode() {
    const entries = [...this.#entries.values()].sort((a, b) => a.field.number - b.field.number);
    return concat(entries.map(encodeEntry));
  }
}
function encodeEntry({ field, values }) {
  if (field.cardinality === "implicit" && isZero(values[0])) return new Uint8Array(0);
  const plain2 = {
    number: field.number,
    name: "list",
    type: field.type === "message" ? "bytes" : field.type,
    cardinality: "repeated",
    packed: field.packed
  };
  const list = values.map((value) => value instanceof OptionMessage ? value.encode() : value);
  return encodeMessage({ name: "Options", fields: [plain2] }, { list });
}
function scalarOf(field, value, style) {
  const scalar = field.type === "enum" ? enumOf(field, value, style) : plainOf(field.type, value, style);
  if (scalar === void 0) throw new TypeError(`${show$2(value)} is not of type ${nameOf(field)}`);
  return checkScalar(scalarTypeOf(field), scalar);
}
const nameOf = ({ type, enum: of }) => of?.().name ?? type;
function enumOf(field, value, style) {
  const { numbers } = field.enum();
  if (value.kind === "word") {
    return Object.hasOwn(numbers, value.word) ? numbers[value.word] : void 0;
  }
  const isNumber = value.kind === "integer" && style === "text format";
  return isNumber ? Number(value.integer) : void 0;
}
function plainOf(type, value, style) {
  switch (type) {
    case "bool":
      return boolOf(value, style);
    case "string":
      return value.kind === "string" ? decodeUtf8(value.bytes) : void 0;
    case "bytes":
      return value.kind === "string" ? value.bytes : void 0;
    case "float":
    case "double":
      return floatOf(value, style);
    default:
      if (value.kind !== "integer") return void 0;
      return type.endsWith("64") ? value.integer : Number(value.integer);
  }
}
const TRUE = /* @__PURE__ */ new Set(["true", "True", "t"]);
const FALSE = /* @__PURE__ */ new Set(["false", "False", "f"]);
function boolOf(value, style) {
  if (style === "statement") {
    const isBool = value.kind === "word" && (value.word === "true" || value.word === "false");
    return isBool ? value.word === "true" : void 0;
  }
  if (value.kind === "integer") {
    return value.integer === 0n || value.integer === 1n ? value.integer === 1n : void 0;
  }
  if (value.kind !== "word" || !(TRUE.has(value.word) || FALSE.has(value.word))) return void 0;
  return TRUE.has(value.word);
}
function floatOf(value, style) {
  if (value.kind === "integer") return Number(value.integer);
  if (value.kind === "float") return value.float;
  if (value.kind !== "word") return void 0;
  const word = style === "text format" ? value.word.toLowerCase() : value.word;
  if (word === "inf" || word === "infinity" && style === "text format") return Infinity;
  return word === "nan" ? Number.NaN : void 0;
}
function show$2(value) {
  switch (value.kind) {
    case "word":
      return value.word;
    case "integer":
      return String(value.integer);
    case "float":
      return String(value.float);
    case "string":
      return "a string";
    case "list":
      return "a list";
    case "message":
      return "{ … }";
  }
}
const TARGETS = {
  "google.protobuf.FileOptions": "TARGET_TYPE_FILE",
  "google.protobuf.MessageOptions": "TARGET_TYPE_MESSAGE",
  "google.protobuf.FieldOptions": "TARGET_TYPE_FIELD",
  "google.protobuf.OneofOptions": "TARGET_TYPE_ONEOF",
  "google.protobuf.EnumOptions": "TARGET_TYPE_ENUM",
  "google.protobuf.EnumValueOptions": "TARGET_TYPE_ENUM_ENTRY",
  "google.protobuf.ServiceOptions": "TARGET_TYPE_SERVICE",
  "google.protobuf.MethodOptions": "TARGET_TYPE_METHOD"
};
class OptionReader {
  #path;
  #scope;
  #lookup;
  #declarations;
  /** @param scope Where the options stand: names in them are looked up from there. */
  constructor(path, scope, lookup, declarations) {
    this.#path = path;
    this.#scope = scope;
    this.#lookup = lookup;
    this.#declarations = declarations;
  }
  /** @throws ProtoError */
  read(options, type) {
    const message = new OptionMessage(type);
    for (const option of options) this.#set(message, option);
    return message;
  }
  #set(options, { name, value }) {
    let message = options;
    for (const part of name.slice(0, -1)) {
      const field2 = this.#fieldOf(message, part);
      if (field2.type !== "message" || field2.cardinality !== "optional") {
        this.#fail(part, `${part.text} has no fields that could be set one by one`);
      }
      message = message.inside(field2);
    }
    const last = name.at(-1);
    const field = this.#fieldOf(message, last);
    if (field.cardinality === "map") this.#fail(last, `${last.text} is a map: set it in { … }`);
    if (field.cardinality !== "repeated" && message.has(field)) {
      this.#fail(last, `${last.text} is already set`);
    }
    const read2 = this.#valueOf(field, value, "statement");
    if (!isForSourceOnly(field)) message.add(field, read2);
  }
  #fieldOf(message, part) {
    const { name, fields } = message.type;
    if (part.isExtension) {
      const symbol = this.#lookup.extension(part, this.#scope);
      const { field: field2, extendee, targets } = this.#declarations.extension(symbol.name);
      const target = TARGETS[name];
      if (target !== void 0 && targets.length > 0 && !targets.includes(target)) {
        this.#fail(part, `(${part.text}) cannot be set here, only on ${targets.join(", ")}`);
      }
      if (extendee === name) return field2;
      return this.#fail(part, `(${part.text}) is an option of ${extendee}, not of ${name}`);
    }
    const field = fields.find((one) => (one.protoName ?? one.name) === part.text);
    return field ?? this.#fail(part, `${name} has no ${part.text}`);
  }
  #checkRival(message, field, part) {
    const rival = message.rivalOf(field);
    if (rival === void 0) return;
    this.#fail(part, `${part.text} and ${rival.protoName ?? rival.name} are in one oneof`);
  }
  #valueOf(field, value, style) {
    if (field.type === "message") {
      if (value.kind !== "message")
        return this.#fail(value, `${field.name} needs a value in { … }`);
      return this.#messageOf(field.message(), value.fields);
    }
    try {
      return scalarOf(field, value, style);
    } catch (error) {
      return this.#fail(value, error.message);
    }
  }
  #messageOf(type, fields) {
    const message = new OptionMessage(type);
    for (const { name, value } of fields) {
      if (name.isExtension && type.name === "google.protobuf.Any" && name.text.includes("/")) {
        this.#setAny(message, name, value);
        continue;
      }
      const field = this.#fieldOf(message, name);
      const isMany = field.cardinality === "repeated" || field.cardinality === "map";
      if (!isMany && message.has(field)) this.#fail(name, `${name.text} is already set`);
      this.#checkRival(message, field, name);
      if (value.kind === "list" && !isMany) this.#fail(value, `${name.text} is not repeated`);
      for (const item of value.kind === "list" ? value.items : [value]) {
        this.#addTo(message, field, item);
      }
    }
    return message;
  }
  #addTo(message, field, item) {
    if (isForSourceOnly(field)) return;
    if (field.cardinality === "map") {
      const entry = {
        ...field,
        type: "message",
        message: () => mapEntryOf(field)
      };
      const read2 = this.#valueOf(entry, item, "text format");
      message.add(entry, completed(read2));
      return;
    }
    message.add(field, this.#valueOf(field, item, "text format"));
  }
  /** `[type.googleapis.com/my.Message] { … }` */
  #setAny(any, name, value) {
    const type = this.#declarations.message(name.text.slice(name.text.lastIndexOf("/") + 1));
    if (type === void 0) this.#fail(name, `${name.text} is not declared`);
    if (value.kind !== "message") this.#fail(value, `${name.text} needs a value in { … }`);
    const [typeUrl, content] = any.type.fields;
    any.add(typeUrl, name.text);
    any.add(content, this.#messageOf(type, value.fields).encode());
  }
  #fail({ place }, reason) {
    throw new ProtoError(this.#path, reason, place);
  }
}
function completed(entry) {
  for (const field of entry.type.fields) {
    if (entry.has(field)) continue;
    const isMessage = field.type === "message";
    entry.add(field, isMessage ? new OptionMessage(field.message()) : zeroOf(scalarTypeOf(field)));
  }
  return entry;
}
function isForSourceOnly(field) {
  return field.options?.retention === "RETENTION_SOURCE";
}
function createContext(file, references, builder) {
  return {
    references,
    typeName: (name) => `.${references.symbol(name).name}`,
    options(options, type, scope) {
      const real = options.filter(({ name }) => !PSEUDO_OPTIONS.has(name[0].text));
      if (real.length === 0) return void 0;
      const reader = new OptionReader(file.path, scope, references.lookup(file.path), builder);
      return type.decode(reader.read(real, type.descriptor).encode());
    }
  };
}
function giveNames(wishes, isFree, take = () => {
}) {
  const given = /* @__PURE__ */ new Map();
  const taken = /* @__PURE__ */ new Set();
  const inOrder = [
    ...wishes.filter(({ isExact }) => isExact),
    ...wishes.filter(({ isExact }) => !isExact)
  ];
  for (const { key, name: wanted } of inOrder) {
    let name = wanted;
    while (taken.has(name) || !isFree(name, key)) name += "_";
    taken.add(name);
    take(name, key);
    given.set(key, name);
  }
  return given;
}
const OF_EVERY_OBJECT = /* @__PURE__ */ new Set([
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf"
]);
const OF_A_PROMISE = "then";
function propertyNames(fields, oneofs) {
  const taken = /* @__PURE__ */ new Set();
  const give = (protoNames) => giveNames(
    protoNames.map((key) => ({ key, name: propertyName(key), isExact: false })),
    (name) => !taken.has(name) && !OF_EVERY_OBJECT.has(name),
    (name) => taken.add(name)
  );
  return { fields: give(fields), oneofs: give(oneofs) };
}
function propertyName(protoName) {
  const name = jsonName(protoName);
  return /^[A-Za-z]/.test(name) ? name : `_${name}`;
}
function methodNames(protoNames) {
  return giveNames(
    protoNames.map((key) => {
      const name = methodName(key);
      return { key, name, isExact: name === key };
    }),
    (name) => !OF_EVERY_OBJECT.has(name) && name !== OF_A_PROMISE
  );
}
const USED = "Array AsyncIterable BigInt Context DecodeLimits Init Iterable Map Message MessageType Object OpenEnum Options Partial Promise ProtoFile Reader Record ServiceDefinition Source Uint8Array Writer bytes create decode encode entry file init item key limits message outer part reader readInt32s start value writer";
const KEYWORDS = "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield NaN Infinity undefined";
const TYPES$1 = "any bigint boolean never number object string symbol unknown";
const TAKEN = new Set(
  [USED, KEYWORDS, TYPES$1].flatMap((words) => words.split(" "))
);
function namesMade(kind2, name) {
  switch (kind2) {
    case "message":
      return [name, `empty${name}`, `read${name}`, `write${name}`];
    case "enum":
      return [name];
    case "service":
      return [`${name}Definition`, `${name}Client`, `${name}Server`];
  }
}
class TypeNames {
  #taken = new Set(TAKEN);
  /**
   * Names for what a file declares: `pkg.Outer.Inner` in package `pkg` → `Outer_Inner`. A message
   * that is called so itself keeps the name, and the one inside another becomes `Outer_Inner_`.
   */
  declare(types, packageName) {
    const wishes = types.map((type) => {
      const name = localName(type.name, packageName);
      return { key: type, name, isExact: !type.name.slice(packageName.length + 1).includes(".") };
    });
    return this.#give(wishes);
  }
  /**
   * Names for types of other files. Each keeps the one that it has there, if nothing here is called
   * so and no other import is; otherwise its package stands in front: `values_Money`.
   */
  import(types) {
    const wishes = types.map((type) => {
      const isWantedOnce = types.filter(({ typeName }) => typeName === type.typeName).length === 1;
      const keepsName = isWantedOnce && this.#isFree(type.typeName, type.kind);
      const name = keepsName ? type.typeName : [...type.package.split(".").filter(Boolean), type.typeName].join("_");
      return { key: type, name, isExact: keepsName };
    });
    return this.#give(wishes);
  }
  #isFree(name, kind2) {
    return namesMade(kind2, name).every((made) => !this.#taken.has(made));
  }
  #give(wishes) {
    const given = giveNames(
      wishes,
      (name, { kind: kind2 }) => this.#isFree(name, kind2),
      (name, { kind: kind2 }) => {
        for (const made of namesMade(kind2, name)) this.#taken.add(made);
      }
    );
    return new Map([...given].map(([{ name: fullName }, name]) => [fullName, name]));
  }
}
function namesIn(file, declared) {
  const kinds = ["message", "enum", "service"];
  const types = kinds.flatMap(
    (kind2) => [...declared].filter(({ node }) => node.node === kind2).map(({ name }) => ({ kind: kind2, name }))
  );
  return new TypeNames().declare(types, packageOf(file));
}
function plainOptions(options) {
  return Object.fromEntries(
    options.map(({ name, value }) => [name.map(spell).join("."), plain(value)])
  );
}
const spell = ({ text, isExtension }) => isExtension ? `(${text})` : text;
function plain(value) {
  switch (value.kind) {
    case "word":
      if (value.word === "true" || value.word === "false") return value.word === "true";
      return value.word;
    case "integer":
      return Number(value.integer);
    case "float":
      return value.float;
    case "string":
      return textOf(value.bytes);
    case "list":
      return value.items.map(plain);
    case "message":
      return Object.fromEntries(value.fields.map((field) => [field.name.text, plain(field.value)]));
  }
}
function textOf(bytes) {
  try {
    return decodeUtf8(bytes);
  } catch {
    return bytes;
  }
}
function targetsOf({ options }) {
  return options.flatMap(
    ({ name: [part], value }) => part?.text === "targets" && value.kind === "word" ? [value.word] : []
  );
}
function valuesOf(node) {
  const values = node.values.map(({ name, number, comment, options }) => ({
    name: name.text,
    number: Number(number.value),
    comment,
    options: plainOptions(options)
  }));
  return { values, numbers: Object.fromEntries(values.map(({ name, number }) => [name, number])) };
}
function cardinalityOf({ key, label }, type, oneof) {
  if (key !== void 0) return "map";
  if (label === "repeated") return "repeated";
  const isExplicit = label === "optional" || oneof !== void 0 || type === "message";
  return isExplicit ? "optional" : "implicit";
}
function isPacked({ options }) {
  const value = findOption(options, "packed")?.value;
  return !(value?.kind === "word" && value.word === "false");
}
class SchemaBuilder {
  #references;
  #messages = /* @__PURE__ */ new Map();
  #enums = /* @__PURE__ */ new Map();
  #extensions = /* @__PURE__ */ new Map();
  constructor(references) {
    this.#references = references;
  }
  /** All but the file's descriptor. */
  build(file) {
    const declared = [...declarationsIn(file)];
    for (const one of declared) {
      if (isNode(one, "extend")) this.#addExtensions(one);
    }
    const typeNames = namesIn(file, declared);
    const about = ({ node, name }) => ({
      name,
      typeName: typeNames.get(name),
      file: file.path,
      package: packageOf(file),
      comment: node.comment,
      options: plainOptions(optionsOf(node))
    });
    const enums = declared.filter((one) => isNode(one, "enum")).map((one) => {
      const type = { ...about(one), ...valuesOf(one.node) };
      this.#enums.set(one.name, type);
      return type;
    });
    const messages = declared.filter((one) => isNode(one, "message")).map((one) => {
      const type = { ...about(one), fields: this.#fieldsOf(one.node) };
      this.#messages.set(one.name, type);
      return type;
    });
    const services = declared.filter((one) => isNode(one, "service")).map((one) => ({ ...about(one), methods: this.#methodsOf(one.node) }));
    return {
      path: file.path,
      package: packageOf(file),
      imports: file.imports.map(({ path }) => path),
      options: plainOptions(optionsOf(file)),
      messages,
      enums,
      services
    };
  }
  /** In the order of their numbers. */
  #fieldsOf(message) {
    const fields = [...fieldsOf(message)];
    const names = propertyNames(
      fields.map(({ field }) => field.name.text),
      oneofsOf(message).map(({ name }) => name.text)
    );
    return fields.map(({ field, oneof }) => {
      const inOneof = oneof && {
        oneof: names.oneofs.get(oneof.name.text),
        protoOneof: oneof.name.text
      };
      return { ...this.#fieldOf(field, names.fields.get(field.name.text), oneof), ...inOneof };
    }).sort((a, b) => a.number - b.number);
  }
  #addExtensions({ node, scope }) {
    const extendee = this.#references.symbol(node.of).name;
    for (const field of node.fields) {
      const name = join(scope, field.name.text);
      const { cardinality, ...schema } = this.#fieldOf(field, name);
      const isList2 = cardinality === "repeated";
      const told = { ...schema, cardinality: isList2 ? cardinality : "optional" };
      this.#extensions.set(name, { field: told, extendee, targets: targetsOf(field) });
    }
  }
  /** @param name Its property. */
  #fieldOf(node, name, oneof) {
    const type = this.#references.typeOf(node);
    const inJson = jsonNameOption(node) ?? jsonName(node.name.text);
    const cardinality = cardinalityOf(node, type, oneof);
    return {
      number: Number(node.number.value),
      name,
      protoName: node.name.text,
      ...inJson !== name && { jsonName: inJson },
      type,
      cardinality,
      ...node.key && { key: node.key.text },
      ...cardinality === "repeated" && isPackable(type) && { packed: isPacked(node) },
      ...this.#typeOf(node),
      comment: node.comment,
      options: plainOptions(node.options)
    };
  }
  #typeOf({ type }) {
    if (isScalar(type.text)) return {};
    const { kind: kind2, name } = this.#references.symbol(type);
    return kind2 === "message" ? { message: () => this.#messages.get(name) } : { enum: () => this.#enums.get(name) };
  }
  message(name) {
    return this.#messages.get(name);
  }
  extension(name) {
    return this.#extensions.get(name);
  }
  #methodsOf(service) {
    const names = methodNames(service.methods.map(({ name }) => name.text));
    const messageOf = (node) => this.#messages.get(this.#references.symbol(node).name);
    return service.methods.map((method) => ({
      protoName: method.name.text,
      name: names.get(method.name.text),
      comment: method.comment,
      options: plainOptions(method.options),
      request: messageOf(method.request),
      response: messageOf(method.response),
      requestStream: method.requestStream,
      responseStream: method.responseStream
    }));
  }
}
const WIDE = /* @__PURE__ */ new Set(["int64", "uint64", "sint64", "fixed64", "sfixed64"]);
function checkFieldOptions(file, field, what, references) {
  const { options } = field;
  const fail = (name, reason) => {
    throw new ProtoError(file.path, `${what} ${reason}`, findOption(options, name).place);
  };
  const has = (name) => findOption(options, name) !== void 0;
  if (has("default")) fail("default", "has a default: in proto3 it is always zero");
  checkJsonName(file, field);
  for (const name of ["lazy", "unverified_lazy"]) {
    if (isSet(options, name) && references.typeOf(field) !== "message") {
      fail(name, `cannot be ${name}: only messages can`);
    }
  }
  const type = references.typeOf(field);
  const isList2 = field.label === "repeated";
  if (isSet(options, "packed") && !(isList2 && isPackable(type))) {
    fail("packed", "cannot be packed: only a list of numbers can");
  }
  const jstype = findOption(options, "jstype")?.value;
  if (jstype?.kind === "word" && jstype.word !== "JS_NORMAL" && !WIDE.has(type)) {
    fail("jstype", "cannot have jstype: only numbers of 64 bits can");
  }
}
function checkJsonName(file, { options }) {
  const option = findOption(options, "json_name");
  if (option === void 0) return;
  const { value } = option;
  if (value.kind !== "string") throw new ProtoError(file.path, "json_name is a text", value.place);
  if (value.bytes.includes(0)) {
    throw new ProtoError(file.path, "json_name cannot contain a zero byte", value.place);
  }
  if (/^\[.*\]$/s.test(decodeUtf8(value.bytes))) {
    throw new ProtoError(file.path, "json_name cannot stand in brackets", value.place);
  }
  const again = options.slice(options.indexOf(option) + 1);
  const second = findOption(again, "json_name");
  if (second !== void 0) {
    throw new ProtoError(file.path, "json_name is already set", second.place);
  }
}
const IMPLEMENTATION = { first: 19000n, last: 19999n };
const MAX_RESERVED = 2n ** 31n - 2n;
const NOT_TO_BE_SET = {
  map_entry: "map_entry is not to be set: declare a map<key, value>",
  message_set_wire_format: "proto3 has no message sets"
};
function checkMessage({ node }, file) {
  const reserved = reservedOf(node);
  const fields = [...fieldsOf(node)].map(({ field }) => field);
  checkReserved(file, reserved, { first: 1n, last: MAX_RESERVED });
  for (const option of optionsOf(node)) checkOption(file, option);
  for (const field of fields) {
    const what = `field ${node.name.text}.${field.name.text}`;
    checkNumber(file, field, what);
    checkNotReserved(file, reserved, field, what);
    if (field.key !== void 0 && !isMapKey(field.key.text)) {
      const reason = `the keys of a map cannot be of type ${field.key.text}`;
      throw new ProtoError(file.path, `${what}: ${reason}`, field.key.place);
    }
  }
  checkNumbersDiffer(file, node, fields);
  checkJsonNamesDiffer(file, fields, ({ name }) => jsonName(name.text));
  checkJsonNamesDiffer(file, fields, (field) => jsonNameOption(field) ?? jsonName(field.name.text));
}
function checkOption(file, option) {
  for (const [name, reason] of Object.entries(NOT_TO_BE_SET)) {
    if (isSet([option], name)) throw new ProtoError(file.path, reason, option.place);
  }
}
function checkNumber(file, { number }, what) {
  const { value, place } = number;
  if (value < 1n || value > BigInt(MAX_FIELD_NUMBER)) {
    const reason = `a number is from 1 to ${MAX_FIELD_NUMBER}, and ${value} is not`;
    throw new ProtoError(file.path, `${what}: ${reason}`, place);
  }
  if (IMPLEMENTATION.first <= value && value <= IMPLEMENTATION.last) {
    throw new ProtoError(file.path, `${what}: 19000 to 19999 belong to protobuf itself`, place);
  }
}
function checkNumbersDiffer(file, { name }, fields) {
  const before = /* @__PURE__ */ new Map();
  for (const field of fields) {
    const { value, place } = field.number;
    const other = before.get(value);
    if (other !== void 0) {
      const first = `${other.name.text} (${showPlace(file.path, other.number.place)})`;
      const reason = `field ${name.text}.${field.name.text}: number ${value} is already that of ${first}`;
      throw new ProtoError(file.path, reason, place);
    }
    before.set(value, field);
  }
}
function checkJsonNamesDiffer(file, fields, nameOf2) {
  const before = /* @__PURE__ */ new Map();
  for (const field of fields) {
    const name = nameOf2(field);
    const other = before.get(name);
    if (other !== void 0) {
      const first = showPlace(file.path, other.name.place);
      const reason = `field ${field.name.text} is called ${JSON.stringify(name)} in JSON, and so is ${other.name.text} (${first})`;
      throw new ProtoError(file.path, reason, field.name.place);
    }
    before.set(name, field);
  }
}
const EXTENDABLE = /^google\.protobuf\.(File|Message|Field|Oneof|Enum|EnumValue|Service|Method|ExtensionRange)Options$/;
const isLeftToOthers = (number) => number >= 990n && number <= 998n || number >= 1000n;
function checkExtensions(files, references) {
  const before = /* @__PURE__ */ new Map();
  for (const file of files) {
    for (const declared of declarationsIn(file)) {
      if (!isNode(declared, "extend")) continue;
      checkExtend(declared, file, references);
      for (const field of declared.node.fields) {
        const { value, place } = field.number;
        const key = `${references.symbol(declared.node.of).name} ${value}`;
        const other = before.get(key);
        if (other !== void 0) {
          const where = showPlace(other.file.path, other.field.number.place);
          const reason = `number ${value} is already that of option ${other.field.name.text} (${where})`;
          throw new ProtoError(file.path, reason, place);
        }
        before.set(key, { field, file });
      }
    }
  }
}
function checkExtend({ node }, file, references) {
  const { name } = references.symbol(node.of);
  if (!EXTENDABLE.test(name)) {
    const reason = `${name} cannot be extended: in proto3 only options can`;
    throw new ProtoError(file.path, reason, node.of.place);
  }
  for (const field of node.fields) {
    const what = `field ${field.name.text}`;
    checkNumber(file, field, what);
    if (!isLeftToOthers(field.number.value)) {
      const reason = `${what}: the numbers of options begin with 1000`;
      throw new ProtoError(file.path, reason, field.number.place);
    }
    checkFieldOptions(file, field, what, references);
    const jsonName2 = findOption(field.options, "json_name");
    if (jsonName2 !== void 0) {
      throw new ProtoError(file.path, `${what}: an option cannot have a json_name`, jsonName2.place);
    }
  }
}
function checkFile(file, references) {
  for (const declared of declarationsIn(file)) {
    if (isNode(declared, "enum")) checkEnum(declared, file);
    if (!isNode(declared, "message")) continue;
    checkMessage(declared, file);
    for (const { field } of fieldsOf(declared.node)) {
      const what = `field ${declared.node.name.text}.${field.name.text}`;
      checkFieldOptions(file, field, what, references);
    }
  }
}
const MAX_NESTING = 32;
function parseOptionStatement(reader) {
  const option = parseOption(reader);
  reader.expect(";");
  return option;
}
function parseOptionList(reader) {
  const options = [];
  if (!reader.skip("[")) return options;
  do
    options.push(parseOption(reader));
  while (reader.skip(","));
  reader.expect("]");
  return options;
}
function parseOption(reader) {
  const { place } = reader.peek();
  const name = [parsePart(reader)];
  while (reader.skip(".")) name.push(parsePart(reader));
  reader.expect("=");
  return { node: "option", name, value: parseValue$1(reader, 0), place };
}
function parsePart(reader) {
  if (!reader.skip("(")) return { ...reader.word("an option's name"), isExtension: false };
  const name = reader.dotted("an option's name", true);
  reader.expect(")");
  return { ...name, isExtension: true };
}
function parseValue$1(reader, depth) {
  if (reader.isNext("{")) return parseMessage$1(reader, depth);
  return parseScalar(reader);
}
function parseScalar(reader) {
  const { place, kind: kind2 } = reader.peek();
  if (kind2 === "string") return { kind: "string", ...reader.bytes("a string") };
  const isNegative = reader.skip("-");
  const token = reader.peek();
  if (token.kind === "integer") {
    const { value } = reader.integer("a number");
    return { kind: "integer", integer: isNegative ? -value : value, place };
  }
  if (token.kind === "float") {
    const float = Number(reader.take().text);
    return { kind: "float", float: isNegative ? -float : float, place };
  }
  if (token.kind !== "word") return reader.fail("expected a value");
  const { text } = reader.take();
  if (!isNegative) return { kind: "word", word: text, place };
  if (text !== "inf" && text !== "nan") return reader.fail(`there is no -${text}`, token.place);
  return { kind: "float", float: text === "inf" ? -Infinity : Number.NaN, place };
}
function parseMessage$1(reader, depth) {
  const { place } = reader.peek();
  if (depth === MAX_NESTING) reader.fail("values are nested too deeply", place);
  const end = reader.take().text === "{" ? "}" : ">";
  const fields = [];
  while (!reader.skip(end)) {
    const name = parseFieldName(reader);
    const hasColon = reader.skip(":");
    if (!hasColon && !startsMessage(reader) && !reader.isNext("[")) reader.fail("expected :");
    fields.push({ name, value: parseFieldValue(reader, depth) });
    if (!reader.skip(",")) reader.skip(";");
  }
  return { kind: "message", fields, place };
}
function startsMessage(reader) {
  return reader.isNext("{") || reader.isNext("<");
}
function parseFieldName(reader) {
  if (!reader.skip("[")) return { ...reader.word("a field's name"), isExtension: false };
  const { text, place } = reader.dotted("an extension's name", true);
  const type = reader.skip("/") ? `/${reader.dotted("a type's name").text}` : "";
  reader.expect("]");
  return { text: text + type, place, isExtension: true };
}
function parseFieldValue(reader, depth) {
  if (startsMessage(reader)) return parseMessage$1(reader, depth + 1);
  const { place } = reader.peek();
  if (!reader.skip("[")) return parseScalar(reader);
  const items = [];
  while (!reader.skip("]")) {
    items.push(startsMessage(reader) ? parseMessage$1(reader, depth + 1) : parseScalar(reader));
    if (!reader.isNext("]")) reader.expect(",");
  }
  return { kind: "list", items, place };
}
function parseReserved(reader) {
  reader.expect("reserved");
  const isNames = reader.peek().kind === "string";
  const ranges = [];
  const names = [];
  do {
    if (isNames) names.push(reader.text("a name in quotation marks"));
    else ranges.push(parseRange(reader));
  } while (reader.skip(","));
  reader.expect(";");
  return { node: "reserved", ranges, names };
}
function parseRange(reader) {
  const first = reader.integer("a number, or names in quotation marks");
  if (!reader.skip("to")) return { first, last: first };
  return reader.skip("max") ? { first } : { first, last: reader.integer("the last number, or max") };
}
function parseEnum(reader) {
  const first = reader.expect("enum");
  const name = reader.word("the enum's name");
  reader.expect("{");
  const comment = reader.comment(first);
  const values = [];
  const reserved = [];
  const options = [];
  while (!reader.skip("}")) {
    if (reader.isNext("reserved")) reserved.push(parseReserved(reader));
    else if (reader.skip("option")) options.push(parseOptionStatement(reader));
    else if (!reader.skip(";")) values.push(parseValue(reader));
  }
  return { node: "enum", name, comment, values, reserved, options };
}
function parseValue(reader) {
  const first = reader.peek();
  const name = reader.word("a value's name");
  reader.expect("=");
  const number = reader.integer("the value's number");
  const options = parseOptionList(reader);
  reader.expect(";");
  return { name, comment: reader.comment(first), number, options };
}
function parseField(reader, home) {
  const first = reader.peek();
  const label = parseLabel(reader, home);
  const { type, key } = parseType(reader);
  if (key !== void 0 && (label !== void 0 || home !== "message")) {
    reader.fail(
      label === void 0 ? `a map cannot stand in ${show$1(home)}` : `a map cannot be ${label}`,
      first.place
    );
  }
  const name = reader.word("the field's name");
  reader.expect("=");
  const number = reader.integer("the field's number");
  const options = parseOptionList(reader);
  if (reader.isNext("{")) reader.fail("proto3 has no groups: declare a message", first.place);
  reader.expect(";");
  const comment = reader.comment(first);
  return { node: "field", name, comment, label, type, key, number, options };
}
const show$1 = (home) => home === "oneof" ? "a oneof" : "an extend";
function parseLabel(reader, home) {
  const { text, place } = reader.peek();
  if (text === "required") {
    reader.fail("proto3 has no required fields: every field may be absent", place);
  }
  if (text !== "optional" && text !== "repeated") return void 0;
  if (home === "oneof") reader.fail(`a field of a oneof cannot be ${text}`, place);
  reader.take();
  return text;
}
function parseType(reader) {
  if (!reader.isNext("map") || reader.peek(1).text !== "<") {
    return { type: reader.dotted("a field's type", true) };
  }
  reader.take();
  reader.expect("<");
  const key = reader.dotted("the type of the map's keys", true);
  reader.expect(",");
  const type = reader.dotted("the type of the map's values", true);
  reader.expect(">");
  return { type, key };
}
function parseOneof(reader) {
  const name = reader.word("the oneof's name");
  const fields = [];
  const options = [];
  reader.expect("{");
  while (!reader.skip("}")) {
    if (reader.skip("option")) options.push(parseOptionStatement(reader));
    else fields.push(parseField(reader, "oneof"));
  }
  if (fields.length === 0) reader.fail(`oneof ${name.text} has no fields`, name.place);
  return { node: "oneof", name, fields, options };
}
function parseMessage(reader, depth = 0) {
  const first = reader.expect("message");
  if (depth === MAX_NESTING) reader.fail("messages are nested too deeply", first.place);
  const name = reader.word("the message's name");
  reader.expect("{");
  const comment = reader.comment(first);
  const members = [];
  while (!reader.skip("}")) {
    if (!reader.skip(";")) members.push(parseMember(reader, depth));
  }
  return { node: "message", name, comment, members };
}
function parseMember(reader, depth) {
  const { text, place } = reader.peek();
  switch (text) {
    case "message":
      return parseMessage(reader, depth + 1);
    case "enum":
      return parseEnum(reader);
    case "extend":
      return parseExtend(reader);
    case "oneof":
      reader.take();
      return parseOneof(reader);
    case "option":
      reader.take();
      return parseOptionStatement(reader);
    case "reserved":
      return parseReserved(reader);
    case "extensions":
      return reader.fail("proto3 has no extension ranges", place);
    default:
      return parseField(reader, "message");
  }
}
function parseExtend(reader) {
  reader.expect("extend");
  const of = reader.declaredType("the name of a message");
  const fields = [];
  reader.expect("{");
  while (!reader.skip("}")) {
    if (!reader.skip(";")) fields.push(parseField(reader, "extend"));
  }
  if (fields.length === 0) reader.fail("an extend needs at least one field", of.place);
  return { node: "extend", of, fields };
}
function parseService(reader) {
  const first = reader.expect("service");
  const name = reader.word("the service's name");
  reader.expect("{");
  const comment = reader.comment(first);
  const methods = [];
  const options = [];
  while (!reader.skip("}")) {
    if (reader.skip("option")) options.push(parseOptionStatement(reader));
    else if (reader.isNext("rpc")) methods.push(parseMethod(reader));
    else if (!reader.skip(";")) reader.fail("expected rpc or option");
  }
  return { node: "service", name, comment, methods, options };
}
function parseMethod(reader) {
  const first = reader.expect("rpc");
  const name = reader.word("the method's name");
  const request = parseMessageType(reader, "request");
  reader.expect("returns");
  const response = parseMessageType(reader, "response");
  const options = [];
  const hasBody = !reader.isNext(";");
  reader.expect(hasBody ? "{" : ";");
  const comment = reader.comment(first);
  while (hasBody && !reader.skip("}")) {
    if (reader.skip("option")) options.push(parseOptionStatement(reader));
    else if (!reader.skip(";")) reader.fail("expected option");
  }
  return {
    name,
    comment,
    request: request.type,
    response: response.type,
    requestStream: request.isStream,
    responseStream: response.isStream,
    hasBody,
    options
  };
}
function parseMessageType(reader, what) {
  reader.expect("(");
  const isStream = reader.skip("stream");
  const type = reader.declaredType(`the type of the ${what}`);
  reader.expect(")");
  return { type, isStream };
}
const ESCAPE = new RegExp(
  [
    String.raw`\\(?:(?<simple>[abfnrtv\\'"?])`,
    "(?<octal>[0-7]{1,3})",
    "[xX](?<hex>[0-9a-fA-F]{1,2})",
    // Two escapes of four digits can be the two halves of one character.
    String.raw`u(?<pair>[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})`,
    "u(?<short>[0-9a-fA-F]{4})",
    "U(?<long>[0-9a-fA-F]{8})",
    ")"
  ].join("|"),
  "g"
);
const SIMPLE = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': 34,
  "'": 39,
  "?": 63,
  "\\": 92
};
function unescapeString(literal) {
  const text = literal.slice(1, -1);
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(ESCAPE)) {
    parts.push(encodeUtf8(text.slice(end, match.index)), meaningOf(match));
    end = match.index + match[0].length;
  }
  parts.push(encodeUtf8(text.slice(end)));
  return concat(parts);
}
function meaningOf(match) {
  const { simple, octal, hex, pair, short, long } = match.groups;
  if (simple !== void 0) return Uint8Array.of(SIMPLE[simple]);
  if (octal !== void 0) return Uint8Array.of(Number.parseInt(octal, 8));
  if (hex !== void 0) return Uint8Array.of(Number.parseInt(hex, 16));
  if (pair !== void 0) {
    const units = pair.split("\\u").map((half) => Number.parseInt(half, 16));
    return encodeUtf8(String.fromCharCode(...units));
  }
  const code = Number.parseInt(short ?? long ?? "", 16);
  if (code <= 1114111) return encodeUtf8(String.fromCodePoint(code));
  const found = match.input.slice(match.index, match.index + 2);
  throw new RangeError(`${found} is not an escape in a string`);
}
const PATTERNS = {
  space: /[ \t\r\n\f\v]+/y,
  lineComment: /\/\/[^\n]*/y,
  blockComment: /\/\*[\s\S]*?\*\//y,
  word: /[A-Za-z_][A-Za-z0-9_]*/y,
  float: /(?:[0-9]+\.[0-9]*(?:[eE][+-]?[0-9]+)?|\.[0-9]+(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+)/y,
  integer: /0[xX][0-9a-fA-F]+|[0-9]+/y,
  string: /"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'/y,
  symbol: /[{}[\]()<>;:,.=+\-/]/y
};
function tokenize(path, text) {
  const tokens = [];
  let comments = [];
  let offset = text.startsWith("\uFEFF") ? 1 : 0;
  let line = 1;
  let lineStart = offset;
  function match(pattern) {
    pattern.lastIndex = offset;
    return pattern.exec(text)?.[0];
  }
  const here = () => ({ line, column: offset - lineStart + 1 });
  function pass(found) {
    for (let at = found.indexOf("\n"); at >= 0; at = found.indexOf("\n", at + 1)) {
      line++;
      lineStart = offset + at + 1;
    }
    offset += found.length;
  }
  function add(kind2, found) {
    tokens.push({ kind: kind2, text: found, place: here(), comments });
    comments = [];
    pass(found);
  }
  while (offset < text.length) {
    const space = match(PATTERNS.space);
    if (space !== void 0) {
      pass(space);
      continue;
    }
    const comment = match(PATTERNS.lineComment) ?? match(PATTERNS.blockComment);
    if (comment !== void 0) {
      const firstLine = line;
      if (comment.startsWith("/*") && comment.indexOf("/*", 2) >= 0) {
        throw new ProtoError(
          path,
          "there is a /* inside the comment: comments cannot be nested",
          here()
        );
      }
      pass(comment);
      const isBeside = comments.length === 0 && tokens.at(-1)?.place.line === firstLine;
      comments.push({ text: contentOf(comment), firstLine, lastLine: line, isBeside });
      continue;
    }
    const word = match(PATTERNS.word);
    const number = match(PATTERNS.float) ?? match(PATTERNS.integer);
    const string = match(PATTERNS.string);
    const symbol = match(PATTERNS.symbol);
    if (word !== void 0) add("word", word);
    else if (number !== void 0) addNumber(number);
    else if (string !== void 0) add("string", string);
    else if (symbol !== void 0) add("symbol", symbol);
    else throw new ProtoError(path, whyNot(text, offset), here());
  }
  add("end", "");
  return tokens;
  function addNumber(found) {
    const place = here();
    if (/^0[0-9]/.test(found) && !/^0[0-7]+$/.test(found) && !/[.eE]/.test(found)) {
      throw new ProtoError(
        path,
        `${found} is not an octal number, although it begins with 0`,
        place
      );
    }
    const isFloat = !/^0[xX]/.test(found) && /[.eE]/.test(found);
    add(isFloat ? "float" : "integer", found);
    if (match(PATTERNS.word) !== void 0) {
      throw new ProtoError(path, `a space is missing after the number ${found}`, here());
    }
  }
}
function whyNot(text, offset) {
  const character = String.fromCodePoint(text.codePointAt(offset));
  if (character === '"' || character === "'") return "the string does not end on its line";
  if (text.startsWith("/*", offset)) return "the comment does not end";
  return `${JSON.stringify(character)} has no meaning here`;
}
function contentOf(comment) {
  if (comment.startsWith("//")) return comment.replace(/^\/\/+ ?/, "").trimEnd();
  const lines = comment.slice(2, -2).replace(/^\*+/, "").split(/\r?\n/);
  return lines.map((line, i) => (i === 0 ? line : line.replace(/^\s*\*? ?/, "")).trimEnd()).join("\n").trim();
}
class TokenReader {
  path;
  #tokens;
  #next = 0;
  constructor(path, text) {
    this.path = path;
    this.#tokens = tokenize(path, text);
  }
  /** The token that comes next, or one after it. */
  peek(ahead = 0) {
    return this.#tokens[Math.min(this.#next + ahead, this.#tokens.length - 1)];
  }
  take() {
    const token = this.peek();
    if (token.kind !== "end") this.#next++;
    return token;
  }
  isNext(text) {
    return this.peek().text === text && this.peek().kind !== "string";
  }
  /** Takes the token if it is `text`. */
  skip(text) {
    const isHere = this.isNext(text);
    if (isHere) this.take();
    return isHere;
  }
  expect(text) {
    if (!this.isNext(text)) this.fail(`expected ${text}`);
    return this.take();
  }
  /** One word. @param what What it names, for the error. */
  word(what) {
    if (this.peek().kind !== "word") this.fail(`expected ${what}`);
    const { text, place } = this.take();
    return { text, place };
  }
  /** Words with dots between them, and if `canBeAbsolute` one in front. */
  dotted(what, canBeAbsolute = false) {
    const { place } = this.peek();
    let text = canBeAbsolute && this.skip(".") ? "." : "";
    text += this.word(what).text;
    while (this.skip(".")) text += `.${this.word(what).text}`;
    return { text, place };
  }
  /** The name of a message or an enum. The names of scalar types are not meant. */
  declaredType(what) {
    const name = this.dotted(what, true);
    if (isScalar(name.text)) this.fail(`${name.text} is not a message`, name.place);
    return name;
  }
  /** A whole number, with its sign. */
  integer(what) {
    const { place } = this.peek();
    const isNegative = this.skip("-");
    if (this.peek().kind !== "integer") this.fail(`expected ${what}`);
    const value = parseInteger(this.take().text);
    return { value: isNegative ? -value : value, place };
  }
  /** The content of one string, or of several in a row, which are one. */
  bytes(what) {
    const { place, kind: kind2 } = this.peek();
    if (kind2 !== "string") this.fail(`expected ${what}`);
    const parts = [];
    while (this.peek().kind === "string") {
      try {
        parts.push(unescapeString(this.peek().text));
      } catch (error) {
        this.fail(error.message, this.peek().place);
      }
      this.take();
    }
    return { bytes: concat(parts), place };
  }
  text(what) {
    const { bytes, place } = this.bytes(what);
    try {
      return { text: decodeUtf8(bytes), place };
    } catch {
      return this.fail("the string is not valid UTF-8", place);
    }
  }
  /**
   * @param place Where it is wrong. Without one it is the next token, and the message says what
   * stands there.
   * @throws ProtoError
   */
  fail(reason, place) {
    if (place !== void 0) throw new ProtoError(this.path, reason, place);
    const token = this.peek();
    const found = token.kind === "end" ? "the end of the file" : token.text;
    throw new ProtoError(this.path, `${reason}, found ${found}`, token.place);
  }
  /**
   * What is said about the statement that begins with `first`: the comment right above it, or the
   * one behind the token that was taken last, on the same line.
   */
  comment(first) {
    const [beside] = this.peek().comments;
    return commentAbove(first) || (beside?.isBeside ? beside.text.trim() : "");
  }
}
function commentAbove({ comments, place }) {
  const lines = [];
  let below = place.line;
  for (const { text, firstLine, lastLine, isBeside } of [...comments].reverse()) {
    if (isBeside || lastLine < below - 1) break;
    lines.unshift(text);
    below = firstLine;
  }
  return lines.join("\n").trim();
}
function parseInteger(text) {
  return BigInt(/^0[0-7]/.test(text) ? `0o${text.slice(1)}` : text);
}
function parseFile(path, text) {
  const reader = new TokenReader(path, text);
  parseSyntax(reader);
  const imports = [];
  const members = [];
  let name;
  while (reader.peek().kind !== "end") {
    if (reader.isNext("import")) imports.push(parseImport(reader));
    else if (reader.isNext("package")) name = parsePackage(reader, name);
    else if (!reader.skip(";")) members.push(parseFileMember(reader));
  }
  return { path, package: name, imports, members };
}
function parseSyntax(reader) {
  const { text: word } = reader.peek();
  if (word !== "syntax" && word !== "edition") {
    reader.fail('must begin with: syntax = "proto3";', reader.peek().place);
  }
  reader.take();
  reader.expect("=");
  const { text, place } = reader.text('"proto3"');
  if (word !== "syntax" || text !== "proto3") {
    reader.fail(`${word} "${text}" is not supported, only proto3 is`, place);
  }
  reader.expect(";");
}
function parseImport(reader) {
  reader.expect("import");
  const kind2 = reader.skip("public") ? "public" : reader.skip("weak") ? "weak" : "plain";
  const { text, place } = reader.text("the path of a file, in quotation marks");
  reader.expect(";");
  return { path: text, kind: kind2, place };
}
function parsePackage(reader, before) {
  const { place } = reader.expect("package");
  if (before !== void 0) reader.fail(`the package is already ${before.text}`, place);
  const name = reader.dotted("the package's name");
  reader.expect(";");
  return name;
}
function parseFileMember(reader) {
  switch (reader.peek().text) {
    case "message":
      return parseMessage(reader);
    case "enum":
      return parseEnum(reader);
    case "service":
      return parseService(reader);
    case "extend":
      return parseExtend(reader);
    case "option":
      reader.take();
      return parseOptionStatement(reader);
    default:
      return reader.fail("expected message, enum, service, import, package, option or extend");
  }
}
function loadFiles(paths, read2) {
  const loaded = /* @__PURE__ */ new Map();
  function load(path, importers) {
    if (loaded.has(path)) return;
    checkPath(path);
    const text = read2(path);
    if (text === void 0) throw new ProtoError(path, "there is no such file");
    const file = parseFile(path, text);
    const before = /* @__PURE__ */ new Map();
    for (const node of file.imports) {
      const again = before.get(node.path);
      if (again !== void 0) {
        const first = showPlace(path, again.place);
        throw new ProtoError(path, `${node.path} is already imported (${first})`, node.place);
      }
      before.set(node.path, node);
      loadImport(file, node, [...importers, path]);
    }
    loaded.set(path, file);
  }
  function loadImport(file, node, importers) {
    if (importers.includes(node.path)) {
      const circle = [...importers.slice(importers.indexOf(node.path)), node.path].join(" → ");
      throw new ProtoError(file.path, `imports itself: ${circle}`, node.place);
    }
    checkPath(node.path, file.path, node);
    if (!loaded.has(node.path) && read2(node.path) === void 0) {
      throw new ProtoError(
        node.path,
        `there is no such file, which ${showPlace(file.path, node.place)} imports`
      );
    }
    load(node.path, importers);
  }
  for (const path of paths) load(path, []);
  return loaded;
}
function checkPath(path, importer = path, node) {
  const parts = path.split("/");
  const isPlain = !path.includes("\\") && !parts.some((part) => ["", ".", ".."].includes(part));
  if (isPlain) return;
  const reason = `${JSON.stringify(path)} is not a path from the root of the imports: no ".", "..", "//" or "\\" can be in it`;
  throw new ProtoError(importer, reason, node?.place);
}
const TYPES = /* @__PURE__ */ new Set(["message", "enum"]);
const SCOPES = /* @__PURE__ */ new Set(["message", "enum", "service"]);
class Lookup {
  #file;
  #table;
  /** The file itself, what it imports, and what that imports publicly. */
  #visible;
  constructor(file, files, table) {
    this.#file = file;
    this.#table = table;
    this.#visible = visibleFrom(file, files);
  }
  /** @throws ProtoError if it is not the name of a message or an enum that the file may use. */
  type(name, scope) {
    const symbol = this.#find(name, scope, (kind2) => TYPES.has(kind2));
    if (TYPES.has(symbol.kind)) return symbol;
    throw this.#error(name, `${name.text} is not a type but ${article(symbol.kind)}`);
  }
  /** @throws ProtoError as above, also if it is an enum. */
  message(name, scope) {
    const symbol = this.#find(name, scope, () => true);
    if (symbol.kind === "message") return symbol;
    throw this.#error(name, `${name.text} is not a message but ${article(symbol.kind)}`);
  }
  /** @throws ProtoError if it is not the name of an extension that the file may use. */
  extension(name, scope) {
    const symbol = this.#find(name, scope, () => true);
    if (symbol.kind === "extension") return symbol;
    throw this.#error(name, `${name.text} is not an option but ${article(symbol.kind)}`);
  }
  #error(name, reason) {
    return new ProtoError(this.#file.path, reason, name.place);
  }
  /** @param isWanted Says of a single name whether to stop at it, or to look further outside. */
  #find(name, scope, isWanted) {
    if (name.text.startsWith(".")) {
      return this.#visibleSymbol(name.text.slice(1)) ?? this.#undefined(name, name.text.slice(1));
    }
    const [first = "", ...rest] = name.text.split(".");
    for (let around = scope; around !== void 0; around = outside(around)) {
      const start = join(around, first);
      const symbol = this.#visibleSymbol(start);
      if (rest.length === 0) {
        if (symbol !== void 0 && isWanted(symbol.kind)) return symbol;
      } else if (this.#isPackage(start) || symbol !== void 0 && SCOPES.has(symbol.kind)) {
        const whole = [start, ...rest].join(".");
        return this.#visibleSymbol(whole) ?? this.#undefined(name, whole);
      }
    }
    return this.#undefined(name, name.text, scope);
  }
  #visibleSymbol(fullName) {
    const symbol = this.#table.find(fullName);
    return symbol !== void 0 && this.#visible.has(symbol.file) ? symbol : void 0;
  }
  #isPackage(name) {
    return [...this.#table.filesIn(name)].some((file) => this.#visible.has(file));
  }
  /** @throws ProtoError that says what is missing: the type, or only an import of its file. */
  #undefined(name, wanted, scope = "") {
    for (let around = scope; around !== void 0; around = outside(around)) {
      const hidden = this.#table.find(join(around, wanted));
      if (hidden === void 0 || this.#visible.has(hidden.file)) continue;
      const from = `${hidden.file}, which ${this.#file.path} does not import`;
      throw this.#error(name, `${hidden.name} is declared in ${from}`);
    }
    const isSame = name.text === wanted || name.text === `.${wanted}`;
    const meant = isSame ? name.text : `${name.text}, which is ${wanted} here,`;
    throw this.#error(name, `${meant} is not declared`);
  }
}
function outside(scope) {
  if (scope === "") return void 0;
  return scope.slice(0, Math.max(scope.lastIndexOf("."), 0));
}
const article = (kind2) => `${kind2.startsWith("e") ? "an" : "a"} ${kind2}`;
function visibleFrom(file, files) {
  const visible = /* @__PURE__ */ new Set([file.path, ...file.imports.map(({ path }) => path)]);
  for (const path of visible) {
    if (path === file.path) continue;
    for (const node of files.get(path)?.imports ?? []) {
      if (node.kind === "public") visible.add(node.path);
    }
  }
  return visible;
}
class References {
  #symbols = /* @__PURE__ */ new Map();
  #lookups = /* @__PURE__ */ new Map();
  /** @throws ProtoError for the first name that means nothing, or no type. */
  constructor(files, table) {
    for (const file of files.values()) {
      const lookup = new Lookup(file, files, table);
      this.#lookups.set(file.path, lookup);
      for (const declared of declarationsIn(file)) this.#addAll(declared, lookup);
    }
  }
  /** What a name meant that stood for a message or an enum. */
  symbol(name) {
    return this.#symbols.get(name);
  }
  /** The type of a field's values; for a map, of those that are not keys. */
  typeOf({ type }) {
    if (isScalar(type.text)) return type.text;
    return this.symbol(type).kind;
  }
  /** For names that stand in a file's options. */
  lookup(path) {
    return this.#lookups.get(path);
  }
  #addAll(declared, lookup) {
    const { scope } = declared;
    if (isNode(declared, "message")) {
      for (const { field } of fieldsOf(declared.node)) this.#addField(field, declared.name, lookup);
    }
    if (isNode(declared, "extend")) {
      const { of, fields } = declared.node;
      this.#symbols.set(of, lookup.message(of, scope));
      for (const field of fields) this.#addField(field, scope, lookup);
    }
    if (isNode(declared, "service")) {
      for (const { request, response } of declared.node.methods) {
        this.#symbols.set(request, lookup.message(request, declared.name));
        this.#symbols.set(response, lookup.message(response, declared.name));
      }
    }
  }
  #addField({ type }, scope, lookup) {
    if (!isScalar(type.text)) this.#symbols.set(type, lookup.type(type, scope));
  }
}
class SymbolTable {
  #symbols = /* @__PURE__ */ new Map();
  /** The files that are in a package, or in one below it. */
  #packages = /* @__PURE__ */ new Map();
  constructor(files) {
    for (const file of files) {
      if (file.package) this.#addPackage(file.path, file.package);
      this.#addFile(file);
    }
  }
  find(name) {
    return this.#symbols.get(name);
  }
  /** The paths of the files in a package; none if there is no such package. */
  filesIn(name) {
    return this.#packages.get(name)?.keys() ?? [];
  }
  #addPackage(path, { text, place }) {
    const parts = text.split(".");
    for (let count = 1; count <= parts.length; count++) {
      const name = parts.slice(0, count).join(".");
      const symbol = this.#symbols.get(name);
      if (symbol !== void 0) this.#refuse(path, `package ${name}`, place, symbol);
      const files = this.#packages.get(name) ?? /* @__PURE__ */ new Map();
      this.#packages.set(name, files.set(path, place));
    }
  }
  #addFile(file) {
    for (const declared of declarationsIn(file)) {
      const { node, name, scope } = declared;
      if (node.node === "extend") {
        for (const field of node.fields) this.#add("extension", scope, field.name, file);
        continue;
      }
      this.#add(node.node, scope, node.name, file);
      if (isNode(declared, "message")) this.#addMembers(declared, file);
      if (isNode(declared, "enum")) this.#addValues(declared, file);
      if (isNode(declared, "service")) {
        for (const method of declared.node.methods) this.#add("method", name, method.name, file);
      }
    }
  }
  #addMembers({ node, name }, file) {
    for (const oneof of oneofsOf(node)) this.#add("oneof", name, oneof.name, file);
    for (const { field } of fieldsOf(node)) this.#add("field", name, field.name, file);
    for (const { field } of fieldsOf(node)) {
      if (field.key === void 0) continue;
      const entry = { ...field.name, text: mapEntryName(field.name.text) };
      this.#add("message", name, entry, file);
    }
    for (const [field, oneof] of syntheticOneofs(node)) {
      this.#add("oneof", name, { ...field.name, text: oneof }, file);
    }
  }
  /** The values of an enum are its siblings, not its children, as in C++. */
  #addValues({ node, scope }, file) {
    for (const value of node.values) this.#add("enum value", scope, value.name, file);
  }
  #add(kind2, scope, { text, place }, file) {
    const name = join(scope, text);
    const before = this.#symbols.get(name);
    if (before !== void 0) this.#refuse(file.path, `${kind2} ${name}`, place, before);
    const [packagePath] = this.filesIn(name);
    if (packagePath !== void 0) {
      const where = showPlace(packagePath, this.#packages.get(name)?.get(packagePath));
      throw new ProtoError(file.path, `${name} is already a package (${where})`, place);
    }
    this.#symbols.set(name, { name, kind: kind2, file: file.path, place });
  }
  #refuse(path, what, place, before) {
    const where = showPlace(before.file, before.place);
    const siblings = before.kind === "enum value" ? ": the values of an enum stand beside it, not in it" : "";
    throw new ProtoError(
      path,
      `${what} is already declared, as ${before.kind} (${where})${siblings}`,
      place
    );
  }
}
function parseProto(paths, read2) {
  const files = loadFiles(paths, read2);
  const references = new References(files, new SymbolTable(files.values()));
  checkExtensions(files.values(), references);
  const builder = new SchemaBuilder(references);
  const schemas = /* @__PURE__ */ new Map();
  for (const file of files.values()) {
    checkFile(file, references);
    const schema = builder.build(file);
    const context = createContext(file, references, builder);
    schemas.set(file.path, { ...schema, descriptor: buildFile(file, context) });
  }
  return schemas;
}
function registryOf(types = []) {
  return new Map(types.map(({ descriptor }) => [descriptor.name, descriptor]));
}
class JsonError extends Error {
  name = "JsonError";
}
function setOwn(object, name, value) {
  Object.defineProperty(object, name, {
    value,
    enumerable: true,
    writable: true,
    configurable: true
  });
}
function isObject(json) {
  return typeof json === "object" && json !== null && !isList(json);
}
function isList(json) {
  return Array.isArray(json);
}
function show(json) {
  if (typeof json === "bigint") return cutText(String(json), MAX_SHOWN_LENGTH);
  return cutText(JSON.stringify(json) ?? "nothing", MAX_SHOWN_LENGTH);
}
function shorten(text) {
  return cutText(text, MAX_SHOWN_LENGTH);
}
const PART = 8192;
function toBase64(bytes) {
  let binary = "";
  for (let start = 0; start < bytes.length; start += PART) {
    binary += String.fromCharCode(...bytes.subarray(start, start + PART));
  }
  return btoa(binary);
}
function fromBase64(text) {
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(text)) return void 0;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return void 0;
  }
}
function scalarToJson(value) {
  if (typeof value === "bigint") return String(value);
  if (value instanceof Uint8Array) return toBase64(value);
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  return value;
}
function scalarFromJson(type, json, path) {
  const value = parse(type, json);
  if (value !== void 0 && isIn(type, value)) return value;
  throw new JsonError(`${path}: ${show(json)} is not of type ${type}`);
}
function isIn(type, value) {
  if (type === "float" && Number.isFinite(value) && !Number.isFinite(Math.fround(value))) {
    return false;
  }
  try {
    checkScalar(type, value);
    return true;
  } catch {
    return false;
  }
}
function parse(type, json) {
  switch (type) {
    case "string":
      return typeof json === "string" && !new RegExp("\\p{Surrogate}", "u").test(json) ? json : void 0;
    case "bool":
      return typeof json === "boolean" ? json : void 0;
    case "bytes":
      return typeof json === "string" ? fromBase64(json) : void 0;
    case "float":
    case "double":
      return parseFloating(json);
    default:
      return type.endsWith("64") ? parseWide(json) : parseNumber(json);
  }
}
const NUMBER = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/;
function parseNumber(json) {
  if (typeof json === "number") return json;
  if (typeof json === "bigint") return Number(json);
  return typeof json === "string" && NUMBER.test(json) ? Number(json) : void 0;
}
function parseFloating(json) {
  if (json === "NaN" || json === "Infinity" || json === "-Infinity") return Number(json);
  const number = parseNumber(json);
  return Number.isFinite(number) ? number : void 0;
}
const MAX_DIGITS = 20;
function parseWide(json) {
  if (typeof json === "bigint") return json;
  if (typeof json !== "string" && typeof json !== "number") return void 0;
  const match = NUMBER.exec(String(json));
  if (match === null) return void 0;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const digits = (whole + fraction).replace(/0+$/, "");
  const zeros = Number(exponent) - fraction.length + (whole.length + fraction.length - digits.length);
  if (digits === "") return 0n;
  if (zeros < 0 || zeros + digits.length > MAX_DIGITS + whole.length) return void 0;
  const value = BigInt(digits + "0".repeat(zeros));
  return sign === "-" ? -value : value;
}
const known = /* @__PURE__ */ new WeakMap();
function enumName(numbers, number) {
  let names = known.get(numbers);
  if (names === void 0) {
    names = new Map(
      Object.entries(numbers).reverse().map(([name, value]) => [value, name])
    );
    known.set(numbers, names);
  }
  return names.get(number);
}
const BILLION = 1e9;
const FIRST_SECOND = -62135596800n;
const LAST_SECOND = 253402300799n;
const LONGEST_SECONDS = 315576000000n;
function timestampToText({ seconds, nanos }) {
  const isInRange = seconds >= FIRST_SECOND && seconds <= LAST_SECOND;
  if (!isInRange || nanos < 0 || nanos >= BILLION) return void 0;
  const date = new Date(Number(seconds) * 1e3).toISOString();
  return `${date.replace(/\.000Z$/, "")}${fractionOf(nanos)}Z`;
}
const RFC3339 = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;
function timestampFromText(text) {
  const match = RFC3339.exec(text);
  if (match === null) return void 0;
  const [, local = "", fraction = "", sign, hours = "0", minutes = "0"] = match;
  const milliseconds = Date.parse(`${local}Z`);
  if (Number.isNaN(milliseconds) || !new Date(milliseconds).toISOString().startsWith(local)) {
    return void 0;
  }
  if (Number(hours) > 23 || Number(minutes) > 59) return void 0;
  const offset = (Number(hours) * 60 + Number(minutes)) * 60 * (sign === "-" ? -1 : 1);
  const seconds = BigInt(milliseconds / 1e3 - offset);
  if (seconds < FIRST_SECOND || seconds > LAST_SECOND) return void 0;
  return { seconds, nanos: nanosOf(fraction) };
}
function durationToText({ seconds, nanos }) {
  const isInRange = seconds >= -LONGEST_SECONDS && seconds <= LONGEST_SECONDS;
  if (!isInRange || Math.abs(nanos) >= BILLION) return void 0;
  if (seconds > 0n && nanos < 0 || seconds < 0n && nanos > 0) return void 0;
  const sign = seconds < 0n || nanos < 0 ? "-" : "";
  return `${sign}${seconds < 0n ? -seconds : seconds}${fractionOf(Math.abs(nanos))}s`;
}
function durationFromText(text) {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,9}))?s$/.exec(text);
  if (match === null) return void 0;
  const [, sign, whole = "", fraction = ""] = match;
  const seconds = BigInt(whole);
  if (seconds > LONGEST_SECONDS) return void 0;
  const nanos = nanosOf(fraction);
  return sign === "-" ? { seconds: -seconds, nanos: nanos === 0 ? 0 : -nanos } : { seconds, nanos };
}
function fractionOf(nanos) {
  if (nanos === 0) return "";
  return `.${String(nanos).padStart(9, "0").replace(/(000){1,2}$/, "")}`;
}
const nanosOf = (fraction) => Number(fraction.padEnd(9, "0"));
const NAMESPACE = "google.protobuf.";
function formOf(type) {
  if (!type.name.startsWith(NAMESPACE)) return void 0;
  const name = type.name.slice(NAMESPACE.length);
  if (WRAPPERS.has(name)) return wrapper(type.fields[0]);
  switch (name) {
    case "Timestamp":
      return asText(timestampToText, timestampFromText, "a time of the years 1 to 9999");
    case "Duration":
      return asText(durationToText, durationFromText, "a duration of up to 10,000 years");
    case "FieldMask":
      return FIELD_MASK;
    case "Struct":
      return STRUCT;
    case "ListValue":
      return LIST;
    case "Value":
      return VALUE;
    default:
      return void 0;
  }
}
const WRAPPERS = new Set(
  "Double Float Int64 UInt64 Int32 UInt32 Bool String Bytes".split(" ").map((of) => `${of}Value`)
);
function wrapper(field) {
  return {
    write: (message, path, writer) => writer.field(field, message[field.name], path),
    read: (json, path, reader) => ({ [field.name]: reader.field(field, json, path) })
  };
}
function asText(toText, fromText, what) {
  return {
    write({ seconds = 0n, nanos = 0 }, path) {
      const text = toText({ seconds, nanos });
      if (text !== void 0) return text;
      throw new JsonError(`${path}: ${seconds} s and ${nanos} ns is not ${what}`);
    },
    read(json, path) {
      const seconds = typeof json === "string" ? fromText(json) : void 0;
      if (seconds !== void 0) return { ...seconds };
      throw new JsonError(`${path}: ${show(json)} is not ${what}`);
    }
  };
}
const FIELD_MASK = {
  write({ paths }, path) {
    const names = (paths ?? []).map((name) => {
      const camel = name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
      if (!camel.includes("_") && snakeCase(camel) === name) return camel;
      throw new JsonError(`${path}: ${show(name)} has no name in JSON that leads back to it`);
    });
    return names.join(",");
  },
  read(json, path) {
    if (typeof json !== "string") throw new JsonError(`${path}: ${show(json)} is not a field mask`);
    const names = json === "" ? [] : json.split(",");
    for (const name of names) {
      if (!/^[A-Za-z0-9.]+$/.test(name)) {
        throw new JsonError(`${path}: ${show(name)} is not the path of a field`);
      }
    }
    return { paths: names.map(snakeCase) };
  }
};
const snakeCase = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const STRUCT = {
  write({ fields }, path, writer) {
    const object = {};
    for (const [name, value] of fields ?? /* @__PURE__ */ new Map()) {
      setOwn(object, name, VALUE.write(value, `${path}[${show(name)}]`, writer));
    }
    return object;
  },
  read(json, path, reader) {
    if (!isObject(json)) throw new JsonError(`${path}: ${show(json)} is not an object`);
    const fields = Object.entries(json).map(
      ([name, value]) => [name, VALUE.read(value, `${path}[${show(name)}]`, reader)]
    );
    return { fields: new Map(fields) };
  }
};
const LIST = {
  write({ values }, path, writer) {
    const list = values ?? [];
    return list.map((value, i) => VALUE.write(value, `${path}[${i}]`, writer));
  },
  read(json, path, reader) {
    if (!isList(json)) throw new JsonError(`${path}: ${show(json)} is not a list`);
    return { values: json.map((value, i) => VALUE.read(value, `${path}[${i}]`, reader)) };
  }
};
const VALUE = {
  write({ kind: kind2 }, path, writer) {
    const set = kind2;
    switch (set?.case) {
      case "nullValue":
        return null;
      case "structValue":
        return STRUCT.write(set.value, path, writer);
      case "listValue":
        return LIST.write(set.value, path, writer);
      case "stringValue":
      case "boolValue":
        return set.value;
      case "numberValue":
        if (Number.isFinite(set.value)) return set.value;
        throw new JsonError(`${path}: JSON has no ${set.value} in a google.protobuf.Value`);
      default:
        throw new JsonError(`${path}: a google.protobuf.Value without a value is not in JSON`);
    }
  },
  read(json, path, reader) {
    if (json === null) return kind("nullValue", 0);
    if (typeof json === "boolean") return kind("boolValue", json);
    if (typeof json === "number" || typeof json === "bigint") {
      return kind("numberValue", Number(json));
    }
    if (typeof json === "string") return kind("stringValue", json);
    return isList(json) ? kind("listValue", LIST.read(json, path, reader)) : kind("structValue", STRUCT.read(json, path, reader));
  }
};
const kind = (name, value) => ({ kind: { case: name, value } });
function messageToJson(type, message, options = {}) {
  return new JsonWriter(options).message(type, message, type.name, MAX_DEPTH);
}
class JsonWriter {
  #options;
  #registry;
  constructor(options) {
    this.#options = options;
    this.#registry = registryOf(options.types);
  }
  message(type, message, path, depth) {
    if (depth === 0) throw new JsonError(`${path}: messages are nested too deeply, or in a circle`);
    if (typeof message !== "object" || message === null) {
      throw new JsonError(`${path}: ${String(message)} is not a message`);
    }
    if (type.name === "google.protobuf.Any") return this.#any(message, path, depth);
    const form = formOf(type);
    if (form !== void 0) {
      const field = (of, value, at) => value === void 0 ? this.#zeroOf(of) : this.#value(of, value, at, depth - 1);
      return form.write(message, path, { field });
    }
    const json = {};
    for (const field of type.fields) {
      const value = valueIn(field, message);
      if (this.#isLeftOut(field, value)) continue;
      const at = `${path}.${field.name}`;
      setOwn(json, this.#nameOf(field), this.#field(field, value, at, depth));
    }
    return json;
  }
  #nameOf({ name, jsonName: jsonName2, protoName }) {
    return this.#options.protoNames ? protoName ?? name : jsonName2 ?? name;
  }
  #isLeftOut({ cardinality }, value) {
    const writesZeros = this.#options.writeZeros === true;
    if (value === void 0 || value === null) return cardinality === "optional" || !writesZeros;
    if (cardinality === "optional" || writesZeros) return false;
    if (cardinality === "repeated") return value.length === 0;
    if (cardinality === "map") return value.size === 0;
    return isZero(value);
  }
  #field(field, value, path, depth) {
    if (field.cardinality === "repeated") {
      const list = value ?? [];
      return list.map((item, i) => this.#value(field, item, `${path}[${i}]`, depth));
    }
    if (field.cardinality === "map") {
      const object = {};
      for (const [key, item] of value ?? []) {
        const name = String(key);
        setOwn(object, name, this.#value(field, item, `${path}["${name}"]`, depth));
      }
      return object;
    }
    return value === void 0 || value === null ? this.#zeroOf(field) : this.#value(field, value, path, depth);
  }
  #value(field, value, path, depth) {
    if (field.message !== void 0) {
      return this.message(field.message(), value, path, depth - 1);
    }
    try {
      checkScalar(scalarTypeOf(field), value);
    } catch (error) {
      throw new JsonError(`${path}: ${error.message}`);
    }
    return field.enum === void 0 ? scalarToJson(value) : this.#enum(field, value);
  }
  #enum(field, number) {
    const { name, numbers } = field.enum();
    if (name === "google.protobuf.NullValue") return null;
    return this.#options.enumsAsNumbers ? number : enumName(numbers, number) ?? number;
  }
  #zeroOf(field) {
    if (field.type === "enum") return this.#enum(field, 0);
    if (field.type === "string" || field.type === "bytes") return "";
    if (field.type === "bool") return false;
    return field.type.endsWith("64") ? "0" : 0;
  }
  /** The message inside, with its type; if that has a form of its own, as `value`. */
  #any({ typeUrl = "", value }, path, depth) {
    const url = typeUrl;
    if (url === "" && !value?.length) return {};
    const type = this.#registry.get(url.slice(url.lastIndexOf("/") + 1));
    if (type === void 0 || !url.includes("/")) {
      throw new JsonError(`${path}: ${show(url)} is not among the types that are given`);
    }
    const inside = decodeMessage(type, value ?? new Uint8Array(0));
    const json = this.message(type, inside, path, depth - 1);
    const isPlain = isObject(json) && !hasForm(type);
    const whole = { "@type": url };
    if (!isPlain) return { ...whole, value: json };
    for (const [name, item] of Object.entries(json)) setOwn(whole, name, item);
    return whole;
  }
}
function hasForm(type) {
  return type.name === "google.protobuf.Any" || formOf(type) !== void 0;
}
function valueIn(field, message) {
  if (field.oneof === void 0) return message[field.name];
  const set = message[field.oneof];
  return set?.case === field.name ? set.value : void 0;
}
function messageFromJson(type, json, options = {}) {
  return new JsonReader(options).message(type, json, type.name, MAX_DEPTH);
}
const UNKNOWN = /* @__PURE__ */ Symbol("unknown");
class JsonReader {
  #ignoresUnknown;
  #registry;
  /** Keys are the sender's here too, and could be chosen to fall all into one bucket. */
  #maps = new MapFiller();
  constructor({ ignoreUnknown = false, types }) {
    this.#ignoresUnknown = ignoreUnknown;
    this.#registry = registryOf(types);
  }
  message(type, json, path, depth) {
    if (depth === 0) throw new JsonError(`${path}: messages are nested too deeply`);
    if (type.name === "google.protobuf.Any") return this.#any(type, json, path, depth);
    const form = formOf(type);
    if (form !== void 0) {
      checkDepth(json, path, depth);
      const field = (of, value, at) => this.#value(of, value, at, depth - 1);
      return { ...createMessage(type), ...form.read(json, path, { field }) };
    }
    if (!isObject(json)) throw new JsonError(`${path}: ${show(json)} is not an object`);
    return this.#fields(type, json, path, depth);
  }
  #fields(type, json, path, depth) {
    const message = createMessage(type);
    const seen = /* @__PURE__ */ new Set();
    for (const [name, value] of Object.entries(json)) {
      const field = type.fields.find((one) => isCalled(one, name));
      if (field === void 0) {
        if (this.#ignoresUnknown) continue;
        throw new JsonError(`${path}: there is no field ${shorten(name)}`);
      }
      const at = `${path}.${name}`;
      if (seen.has(field)) throw new JsonError(`${at}: the field is already set`);
      seen.add(field);
      if (value === null && !takesNull(field)) continue;
      if (field.oneof !== void 0 && message[field.oneof] !== void 0) {
        throw new JsonError(`${at}: another of oneof ${field.oneof} is set`);
      }
      const read2 = this.#field(field, value, at, depth);
      if (read2 === UNKNOWN) continue;
      if (field.oneof === void 0) message[field.name] = read2;
      else message[field.oneof] = { case: field.name, value: read2 };
    }
    return message;
  }
  #field(field, json, path, depth) {
    if (field.cardinality === "repeated") {
      if (!isList(json)) throw new JsonError(`${path}: ${show(json)} is not a list`);
      return json.map((item, i) => this.#value(field, item, `${path}[${i}]`, depth)).filter((item) => item !== UNKNOWN);
    }
    if (field.cardinality !== "map") return this.#value(field, json, path, depth);
    if (!isObject(json)) throw new JsonError(`${path}: ${show(json)} is not an object`);
    let map = /* @__PURE__ */ new Map();
    for (const [name, item] of Object.entries(json)) {
      const key = keyFromJson(field.key, name, path);
      const at = `${path}["${shorten(name)}"]`;
      if (map.has(key)) throw new JsonError(`${at}: the key is already there`);
      const value = this.#value(field, item, at, depth);
      if (value !== UNKNOWN) map = this.#maps.put(map, key, value);
    }
    return map;
  }
  #value(field, json, path, depth) {
    if (field.message !== void 0) return this.message(field.message(), json, path, depth - 1);
    if (field.enum === void 0) return scalarFromJson(field.type, json, path);
    const { name, numbers } = field.enum();
    if (json === null && name === "google.protobuf.NullValue") return 0;
    if (typeof json === "number") return scalarFromJson("int32", json, path);
    if (typeof json === "string") {
      if (Object.hasOwn(numbers, json)) return numbers[json];
      if (this.#ignoresUnknown) return UNKNOWN;
    }
    throw new JsonError(`${path}: ${name} has no ${show(json)}`);
  }
  #any(any, json, path, depth) {
    if (!isObject(json)) throw new JsonError(`${path}: ${show(json)} is not an object`);
    const { "@type": typeUrl, ...rest } = json;
    if (typeUrl === void 0 && Object.keys(rest).length === 0) return createMessage(any);
    if (typeof typeUrl !== "string" || !typeUrl.includes("/")) {
      throw new JsonError(`${path}: ${show(typeUrl)} is not the "@type" of a google.protobuf.Any`);
    }
    const type = this.#registry.get(typeUrl.slice(typeUrl.lastIndexOf("/") + 1));
    if (type === void 0) {
      throw new JsonError(`${path}: ${show(typeUrl)} is not among the types that are given`);
    }
    if (hasForm(type) && rest.value === void 0) {
      throw new JsonError(`${path}: ${show(typeUrl)} needs a "value"`);
    }
    const content = hasForm(type) ? rest.value : rest;
    const inside = this.message(type, content, path, depth - 1);
    return { typeUrl, value: encodeMessage(type, inside) };
  }
}
function checkDepth(json, path, depth) {
  if (typeof json !== "object" || json === null) return;
  if (depth === 0) throw new JsonError(`${path}: values are nested too deeply`);
  for (const item of Object.values(json)) checkDepth(item, path, depth - 1);
}
const isCalled = ({ name, jsonName: jsonName2, protoName }, given) => (jsonName2 ?? name) === given || (protoName ?? name) === given;
function takesNull({ message, enum: of, cardinality }) {
  if (cardinality === "repeated" || cardinality === "map") return false;
  const name = message?.().name ?? of?.().name;
  return name === "google.protobuf.Value" || name === "google.protobuf.NullValue";
}
function keyFromJson(type, key, path) {
  if (type === "bool" && (key === "true" || key === "false")) return key === "true";
  return scalarFromJson(type, key, `${path}["${shorten(key)}"]`);
}
function attempt(work) {
  try {
    return { ok: work() };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
function readSchema(text) {
  return attempt(() => {
    const { messages } = parseProto(
      ["schema.proto"],
      (path) => path === "schema.proto" ? text : void 0
    ).get("schema.proto");
    if (messages.length === 0) throw new Error("schema.proto: there is no message in it");
    return messages;
  });
}
function write(type, value, kept) {
  return attempt(() => {
    const message = messageFromJson(type, JSON.parse(value));
    if (kept !== void 0) message.$unknown = kept;
    return encodeMessage(type, message);
  });
}
function read(type, bytes) {
  return attempt(() => {
    const message = decodeMessage(type, bytes);
    const json = messageToJson(type, message);
    return { json, value: showJson(json), kept: message.$unknown };
  });
}
function explain(type, bytes) {
  const { title, fields } = protobufPayload({ type, compact: true })(bytes);
  return {
    kind: "message",
    from: "client",
    title,
    bytes: toHex(bytes, ""),
    fields: fields.map((field) => field.children ? { ...field, folded: true } : field)
  };
}
function readByProtobufjs(schema, type, bytes) {
  return attempt(() => {
    const theirs = protobuf.parse(schema).root.resolveAll().lookupType(type.name);
    const json = theirs.toObject(theirs.decode(bytes), {
      longs: String,
      enums: String,
      bytes: String,
      json: true
    });
    return { json: messageToJson(type, messageFromJson(type, json)), value: showJson(json) };
  });
}
export {
  explain,
  read,
  readByProtobufjs,
  readSchema,
  write
};
