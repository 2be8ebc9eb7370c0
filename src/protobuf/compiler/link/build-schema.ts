/** From the trees of files, and what their names mean, to schemas. */

import { jsonName } from '#protobuf/compiler/names';
import { methodNames, propertyNames } from '#protobuf/compiler/naming/member-names';
import type {
  EnumNode,
  ExtendNode,
  FieldNode,
  FileNode,
  MessageNode,
  OneofNode,
  ServiceNode,
} from '#protobuf/compiler/parse/syntax';
import { isPackable, isScalar } from '#protobuf/compiler/scalar-types';
import type {
  EnumSchema,
  FieldSchema,
  FileSchema,
  MessageSchema,
  ServiceSchema,
} from '#protobuf/compiler/schema';
import type { MapKeyType } from '#protobuf/schema/descriptor';
import type { Declarations, Extension } from './declarations.ts';
import { jsonNameOption } from './find-option.ts';
import { namesIn } from './names-in.ts';
import { plainOptions } from './plain-options.ts';
import { cardinalityOf, isPacked, targetsOf, valuesOf } from './read-node.ts';
import type { References } from './references.ts';
import {
  type Declared,
  declarationsIn,
  fieldsOf,
  isNode,
  join,
  oneofsOf,
  optionsOf,
  packageOf,
} from './walk.ts';

/** Builds schemas of files that may refer to each other: a type is one object, wherever it is met. */
export class SchemaBuilder implements Declarations {
  readonly #references: References;
  readonly #messages = new Map<string, MessageSchema>();
  readonly #enums = new Map<string, EnumSchema>();
  readonly #extensions = new Map<string, Extension>();

  constructor(references: References) {
    this.#references = references;
  }

  /** All but the file's descriptor. */
  build(file: FileNode): Omit<FileSchema, 'descriptor'> {
    const declared = [...declarationsIn(file)];
    for (const one of declared) {
      if (isNode(one, 'extend')) this.#addExtensions(one);
    }
    const typeNames = namesIn(file, declared);
    const about = ({ node, name }: Declared<MessageNode | EnumNode | ServiceNode>) => ({
      name,
      typeName: typeNames.get(name)!,
      file: file.path,
      package: packageOf(file),
      comment: node.comment,
      options: plainOptions(optionsOf(node)),
    });
    const enums = declared
      .filter((one) => isNode(one, 'enum'))
      .map((one): EnumSchema => {
        const type = { ...about(one), ...valuesOf(one.node) };
        this.#enums.set(one.name, type);
        return type;
      });
    const messages = declared
      .filter((one) => isNode(one, 'message'))
      .map((one): MessageSchema => {
        const type = { ...about(one), fields: this.#fieldsOf(one.node) };
        this.#messages.set(one.name, type);
        return type;
      });
    const services = declared
      .filter((one) => isNode(one, 'service'))
      .map((one): ServiceSchema => ({ ...about(one), methods: this.#methodsOf(one.node) }));
    return {
      path: file.path,
      package: packageOf(file),
      imports: file.imports.map(({ path }) => path),
      options: plainOptions(optionsOf(file)),
      messages,
      enums,
      services,
    };
  }

  /** In the order of their numbers. */
  #fieldsOf(message: MessageNode): FieldSchema[] {
    const fields = [...fieldsOf(message)];
    const names = propertyNames(
      fields.map(({ field }) => field.name.text),
      oneofsOf(message).map(({ name }) => name.text),
    );
    return fields
      .map(({ field, oneof }): FieldSchema => {
        const inOneof = oneof && {
          oneof: names.oneofs.get(oneof.name.text)!,
          protoOneof: oneof.name.text,
        };
        return { ...this.#fieldOf(field, names.fields.get(field.name.text)!, oneof), ...inOneof };
      })
      .sort((a, b) => a.number - b.number);
  }

  #addExtensions({ node, scope }: Declared<ExtendNode>): void {
    const extendee = this.#references.symbol(node.of).name;
    for (const field of node.fields) {
      const name = join(scope, field.name.text);
      const { cardinality, ...schema } = this.#fieldOf(field, name);
      // An option can be told from an absent one, whatever its type.
      const isList = cardinality === 'repeated';
      const told = { ...schema, cardinality: isList ? cardinality : ('optional' as const) };
      this.#extensions.set(name, { field: told, extendee, targets: targetsOf(field) });
    }
  }

  /** @param name Its property. */
  #fieldOf(node: FieldNode, name: string, oneof?: OneofNode): FieldSchema {
    const type = this.#references.typeOf(node);
    const inJson = jsonNameOption(node) ?? jsonName(node.name.text);
    const cardinality = cardinalityOf(node, type, oneof);
    return {
      number: Number(node.number.value),
      name,
      protoName: node.name.text,
      ...(inJson !== name && { jsonName: inJson }),
      type,
      cardinality,
      ...(node.key && { key: node.key.text as MapKeyType }),
      ...(cardinality === 'repeated' && isPackable(type) && { packed: isPacked(node) }),
      ...this.#typeOf(node),
      comment: node.comment,
      options: plainOptions(node.options),
    };
  }

  #typeOf({ type }: FieldNode): Pick<FieldSchema, 'message' | 'enum'> {
    if (isScalar(type.text)) return {};
    const { kind, name } = this.#references.symbol(type);
    return kind === 'message'
      ? { message: () => this.#messages.get(name)! }
      : { enum: () => this.#enums.get(name)! };
  }

  message(name: string): MessageSchema | undefined {
    return this.#messages.get(name);
  }

  extension(name: string): Extension {
    return this.#extensions.get(name)!;
  }

  #methodsOf(service: ServiceNode): ServiceSchema['methods'] {
    const names = methodNames(service.methods.map(({ name }) => name.text));
    const messageOf = (node: FieldNode['type']) =>
      this.#messages.get(this.#references.symbol(node).name)!;
    return service.methods.map((method) => ({
      protoName: method.name.text,
      name: names.get(method.name.text)!,
      comment: method.comment,
      options: plainOptions(method.options),
      request: messageOf(method.request),
      response: messageOf(method.response),
      requestStream: method.requestStream,
      responseStream: method.responseStream,
    }));
  }
}
