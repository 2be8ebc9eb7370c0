import type { EnumSchema, FieldSchema, FileSchema, MessageSchema } from '#protobuf/compiler/schema';
import { TAKEN } from './taken-names.ts';
import { type Kind, TypeNames } from './type-names.ts';
import { giveNames } from './unique-names.ts';

/** What one generated file takes from another. */
export interface TypeImport {
  readonly type: MessageSchema | EnumSchema;
  /** Its name in the file that imports it. */
  readonly name: string;
  /** Only a method uses it: then nothing of it is read or written here. */
  readonly isWhole: boolean;
}

/** A file whose emitters can use each type's `typeName`, also of types that others declare. */
export interface LocalFile extends FileSchema {
  readonly typeImports: readonly TypeImport[];
  /** The constants that hold the files that this one imports, by path. */
  readonly fileNames: ReadonlyMap<string, string>;
}

/**
 * Gives the types that a file uses, and others declare, the names that they have in it: `Money`, or
 * `values_Money` if the file has a `Money` of its own.
 */
export function withLocalNames(file: FileSchema): LocalFile {
  const used = foreignTypes(file);
  const names = new TypeNames();
  names.declare(
    [
      ...file.messages.map(({ name }) => ({ kind: 'message' as const, name })),
      ...file.enums.map(({ name }) => ({ kind: 'enum' as const, name })),
      ...file.services.map(({ name }) => ({ kind: 'service' as const, name })),
    ],
    file.package,
  );
  const given = names.import(
    [...used.values()].map(({ kind, type }) => ({
      kind,
      name: type.name,
      typeName: type.typeName,
      package: type.package,
    })),
  );
  const local = <Type extends MessageSchema | EnumSchema>(type: Type): Type => {
    const typeName = given.get(type.name);
    return typeName === undefined ? type : { ...type, typeName };
  };
  return {
    ...file,
    messages: file.messages.map((message) => ({
      ...message,
      fields: message.fields.map((field) => localField(field, local)),
    })),
    services: file.services.map((service) => ({
      ...service,
      methods: service.methods.map((method) => ({
        ...method,
        request: local(method.request),
        response: local(method.response),
      })),
    })),
    typeImports: [...used.values()].map(({ type, isWhole }) => ({
      type,
      name: given.get(type.name)!,
      isWhole,
    })),
    fileNames: fileNames(file.imports),
  };
}

function localField(
  field: FieldSchema,
  local: <Type extends MessageSchema | EnumSchema>(type: Type) => Type,
): FieldSchema {
  const { message, enum: type } = field;
  if (message !== undefined) return { ...field, message: () => local(message()) };
  return type === undefined ? field : { ...field, enum: () => local(type()) };
}

/** In the order in which they are met. */
function foreignTypes(file: FileSchema) {
  const used = new Map<
    string,
    { kind: Kind; type: MessageSchema | EnumSchema; isWhole: boolean }
  >();
  const use = (kind: Kind, type: MessageSchema | EnumSchema, isWhole: boolean) => {
    if (type.file === file.path) return;
    const before = used.get(type.name);
    used.set(type.name, { kind, type, isWhole: isWhole || before?.isWhole === true });
  };
  for (const { message, enum: type } of file.messages.flatMap(({ fields }) => fields)) {
    if (message !== undefined) use('message', message(), true);
    if (type !== undefined) use('enum', type(), true);
  }
  for (const { request, response } of file.services.flatMap(({ methods }) => methods)) {
    use('message', request, false);
    use('message', response, false);
  }
  return used;
}

/** `kitchen/menu.proto` → `file_kitchen_menu`. */
function fileNames(paths: readonly string[]): Map<string, string> {
  const wishes = paths.map((path) => {
    const words = path.replace(/\.proto$/, '').replace(/\W+/g, '_');
    return { key: path, name: `file_${words}`, isExact: true };
  });
  return giveNames(wishes, (name) => !TAKEN.has(name));
}
