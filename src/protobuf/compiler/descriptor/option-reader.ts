/**
 * What options mean: the fields of `FileOptions`, `FieldOptions` and so on, and those that somebody
 * has added to them by `extend`. Source: protobuf language guide, "Options" and "Custom Options";
 * text format specification, for values in braces.
 */

import type { Declarations } from '#protobuf/compiler/link/declarations';
import type { Lookup } from '#protobuf/compiler/link/lookup';
import type {
  OptionField,
  OptionNode,
  OptionPart,
  OptionValue,
} from '#protobuf/compiler/parse/syntax';
import { ProtoError } from '#protobuf/compiler/proto-error';
import type { FieldSchema } from '#protobuf/compiler/schema';
import { mapEntryOf } from '#protobuf/fields/maps/map-entry';
import { scalarTypeOf, zeroOf } from '#protobuf/fields/scalar';
import type { FieldDescriptor, MessageDescriptor } from '#protobuf/schema/descriptor';
import { OptionMessage, type Value } from './option-message.ts';
import { type Style, scalarOf } from './option-scalar.ts';

/** What options of a type are set on, as an option's declaration names it. */
const TARGETS: Readonly<Record<string, string>> = {
  'google.protobuf.FileOptions': 'TARGET_TYPE_FILE',
  'google.protobuf.MessageOptions': 'TARGET_TYPE_MESSAGE',
  'google.protobuf.FieldOptions': 'TARGET_TYPE_FIELD',
  'google.protobuf.OneofOptions': 'TARGET_TYPE_ONEOF',
  'google.protobuf.EnumOptions': 'TARGET_TYPE_ENUM',
  'google.protobuf.EnumValueOptions': 'TARGET_TYPE_ENUM_ENTRY',
  'google.protobuf.ServiceOptions': 'TARGET_TYPE_SERVICE',
  'google.protobuf.MethodOptions': 'TARGET_TYPE_METHOD',
};

export class OptionReader {
  readonly #path: string;
  readonly #scope: string;
  readonly #lookup: Lookup;
  readonly #declarations: Declarations;

  /** @param scope Where the options stand: names in them are looked up from there. */
  constructor(path: string, scope: string, lookup: Lookup, declarations: Declarations) {
    this.#path = path;
    this.#scope = scope;
    this.#lookup = lookup;
    this.#declarations = declarations;
  }

  /** @throws ProtoError */
  read(options: readonly OptionNode[], type: MessageDescriptor): OptionMessage {
    const message = new OptionMessage(type);
    for (const option of options) this.#set(message, option);
    return message;
  }

  #set(options: OptionMessage, { name, value }: OptionNode): void {
    let message = options;
    for (const part of name.slice(0, -1)) {
      const field = this.#fieldOf(message, part);
      if (field.type !== 'message' || field.cardinality !== 'optional') {
        this.#fail(part, `${part.text} has no fields that could be set one by one`);
      }
      message = message.inside(field);
    }
    const last = name.at(-1)!;
    const field = this.#fieldOf(message, last);
    if (field.cardinality === 'map') this.#fail(last, `${last.text} is a map: set it in { … }`);
    if (field.cardinality !== 'repeated' && message.has(field)) {
      this.#fail(last, `${last.text} is already set`);
    }
    const read = this.#valueOf(field, value, 'statement');
    if (!isForSourceOnly(field)) message.add(field, read);
  }

  #fieldOf(message: OptionMessage, part: OptionPart): FieldDescriptor {
    const { name, fields } = message.type;
    if (part.isExtension) {
      const symbol = this.#lookup.extension(part, this.#scope);
      const { field, extendee, targets } = this.#declarations.extension(symbol.name);
      const target = TARGETS[name];
      if (target !== undefined && targets.length > 0 && !targets.includes(target)) {
        this.#fail(part, `(${part.text}) cannot be set here, only on ${targets.join(', ')}`);
      }
      if (extendee === name) return field;
      return this.#fail(part, `(${part.text}) is an option of ${extendee}, not of ${name}`);
    }
    const field = fields.find((one) => (one.protoName ?? one.name) === part.text);
    return field ?? this.#fail(part, `${name} has no ${part.text}`);
  }

  #checkRival(message: OptionMessage, field: FieldDescriptor, part: OptionPart): void {
    const rival = message.rivalOf(field);
    if (rival === undefined) return;
    this.#fail(part, `${part.text} and ${rival.protoName ?? rival.name} are in one oneof`);
  }

  #valueOf(field: FieldDescriptor, value: OptionValue, style: Style): Value {
    if (field.type === 'message') {
      if (value.kind !== 'message')
        return this.#fail(value, `${field.name} needs a value in { … }`);
      return this.#messageOf(field.message!(), value.fields);
    }
    try {
      return scalarOf(field, value, style);
    } catch (error) {
      return this.#fail(value, (error as Error).message);
    }
  }

  #messageOf(type: MessageDescriptor, fields: readonly OptionField[]): OptionMessage {
    const message = new OptionMessage(type);
    for (const { name, value } of fields) {
      if (name.isExtension && type.name === 'google.protobuf.Any' && name.text.includes('/')) {
        this.#setAny(message, name, value);
        continue;
      }
      const field = this.#fieldOf(message, name);
      const isMany = field.cardinality === 'repeated' || field.cardinality === 'map';
      if (!isMany && message.has(field)) this.#fail(name, `${name.text} is already set`);
      this.#checkRival(message, field, name);
      if (value.kind === 'list' && !isMany) this.#fail(value, `${name.text} is not repeated`);
      for (const item of value.kind === 'list' ? value.items : [value]) {
        this.#addTo(message, field, item);
      }
    }
    return message;
  }

  #addTo(message: OptionMessage, field: FieldDescriptor, item: OptionValue): void {
    if (isForSourceOnly(field)) return;
    if (field.cardinality === 'map') {
      const entry: FieldDescriptor = {
        ...field,
        type: 'message',
        message: () => mapEntryOf(field),
      };
      const read = this.#valueOf(entry, item, 'text format') as OptionMessage;
      message.add(entry, completed(read));
      return;
    }
    message.add(field, this.#valueOf(field, item, 'text format'));
  }

  /** `[type.googleapis.com/my.Message] { … }` */
  #setAny(any: OptionMessage, name: OptionPart, value: OptionValue): void {
    const type = this.#declarations.message(name.text.slice(name.text.lastIndexOf('/') + 1));
    if (type === undefined) this.#fail(name, `${name.text} is not declared`);
    if (value.kind !== 'message') this.#fail(value, `${name.text} needs a value in { … }`);
    const [typeUrl, content] = any.type.fields;
    any.add(typeUrl!, name.text);
    any.add(content!, this.#messageOf(type, value.fields).encode());
  }

  #fail({ place }: OptionPart | OptionValue, reason: string): never {
    throw new ProtoError(this.#path, reason, place);
  }
}

/** An entry has both its key and its value, also if they are zero. */
function completed(entry: OptionMessage): OptionMessage {
  for (const field of entry.type.fields) {
    if (entry.has(field)) continue;
    const isMessage = field.type === 'message';
    entry.add(field, isMessage ? new OptionMessage(field.message!()) : zeroOf(scalarTypeOf(field)));
  }
  return entry;
}

/** A declared option with this retention is not in the descriptors of programs. */
function isForSourceOnly(field: FieldDescriptor): boolean {
  return (field as Partial<FieldSchema>).options?.retention === 'RETENTION_SOURCE';
}
