/** From the parser's objects to our schema: files, messages, enums and services. */
import protobuf from 'protobufjs';
import { checkEnum, checkMessage } from './check-proto3.ts';
import { convertField } from './convert-field.ts';
import { methodName, typeName } from './names.ts';
import type { ParsedFile } from './parse.ts';
import type {
  EnumSchema,
  FileSchema,
  MessageSchema,
  MethodSchema,
  Reserved,
  ServiceSchema,
} from './schema.ts';

/**
 * One parser object is one schema object, however often it is met: types refer to each other, and
 * in circles.
 */
export interface Converter {
  message(type: protobuf.Type): MessageSchema;
  enum(type: protobuf.Enum): EnumSchema;
}

/** Kept with the root, so that all files of one parse share their types. */
const converters = new WeakMap<protobuf.Root, Converter>();

export function convertFile(root: protobuf.Root, file: ParsedFile): FileSchema {
  let converter = converters.get(root);
  if (converter === undefined) {
    converter = createConverter();
    converters.set(root, converter);
  }
  const messages: MessageSchema[] = [];
  const enums: EnumSchema[] = [];
  const services: ServiceSchema[] = [];
  for (const object of declaredIn(root, file.path)) {
    if (object instanceof protobuf.Type) messages.push(converter.message(object));
    else if (object instanceof protobuf.Enum) enums.push(converter.enum(object));
    else if (object instanceof protobuf.Service) services.push(convertService(object, converter));
  }
  return { ...file, messages, enums, services };
}

/** All that a file declares, what is inside a message after it. */
function* declaredIn(
  parent: protobuf.NamespaceBase,
  path: string,
): Generator<protobuf.ReflectionObject> {
  for (const object of parent.nestedArray) {
    // Packages belong to no file.
    if (object.filename === path) yield object;
    if (object instanceof protobuf.Namespace || object instanceof protobuf.Type) {
      yield* declaredIn(object, path);
    }
  }
}

function createConverter(): Converter {
  const messages = new Map<protobuf.Type, MessageSchema>();
  const enums = new Map<protobuf.Enum, EnumSchema>();
  const converter: Converter = {
    message(type) {
      let schema = messages.get(type);
      if (schema === undefined) {
        schema = convertMessage(type, converter);
        messages.set(type, schema);
      }
      return schema;
    },
    enum(type) {
      let schema = enums.get(type);
      if (schema === undefined) {
        schema = convertEnum(type);
        enums.set(type, schema);
      }
      return schema;
    },
  };
  return converter;
}

function convertMessage(type: protobuf.Type, converter: Converter): MessageSchema {
  checkMessage(type.filename!, type);
  const fields = type.fieldsArray.map((field) => convertField(field, converter));
  return {
    ...common(type),
    fields: fields.sort((a, b) => a.number - b.number),
    reserved: reservedIn(type.reserved),
  };
}

function convertEnum(type: protobuf.Enum): EnumSchema {
  checkEnum(type.filename!, type);
  const values = Object.entries(type.values).map(([name, number]) => ({
    name,
    number,
    comment: type.comments[name] ?? '',
    options: type.valuesOptions?.[name] ?? {},
  }));
  return { ...common(type), values, reserved: reservedIn(type.reserved) };
}

function convertService(service: protobuf.Service, converter: Converter): ServiceSchema {
  const methods = service.methodsArray.map(
    (method): MethodSchema => ({
      protoName: method.name,
      name: methodName(method.name),
      comment: method.comment ?? '',
      options: method.options ?? {},
      request: converter.message(method.resolvedRequestType!),
      response: converter.message(method.resolvedResponseType!),
      requestStream: method.requestStream === true,
      responseStream: method.responseStream === true,
    }),
  );
  return { ...common(service), methods };
}

function common(object: protobuf.Type | protobuf.Enum | protobuf.Service) {
  const name = object.fullName.replace(/^\./, '');
  return {
    name,
    typeName: typeName(name, packageOf(object)),
    file: object.filename!,
    comment: object.comment ?? '',
    options: object.options ?? {},
  };
}

/** The namespaces around it that are not messages. */
function packageOf(object: protobuf.ReflectionObject): string {
  let parent = object.parent;
  while (parent instanceof protobuf.Type) parent = parent.parent;
  return parent === null ? '' : parent.fullName.replace(/^\./, '');
}

function reservedIn(reserved: readonly (number[] | string)[] | undefined): Reserved {
  const names = (reserved ?? []).filter((item) => typeof item === 'string');
  const ranges = (reserved ?? []).filter((item) => typeof item !== 'string');
  return { names, numbers: ranges.map(([first, last]) => [first!, last!] as const) };
}
