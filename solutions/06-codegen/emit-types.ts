// Derived from src/protobuf/compiler/emit/types.ts by npm run skeletons: change it there.
import { comment, keyField, keyOf, typeOf } from '#protobuf/compiler/emit/file';
import type { EnumSchema, FieldSchema, MessageSchema } from '#protobuf/compiler/schema';

/**
 * The types of a generated file. Every function here takes a piece of the tree that the parser has
 * made, and returns TypeScript as text. Lines need no indent: a formatter sets them in.
 *
 * `typeOf(field)` is the type of one value (`'Dish'`, `'string'`, `'bigint'`, …), `comment(of)` is
 * what the .proto file says above it, as a docstring with a line break, or ''.
 */

/** An enum becomes a constant and a type. */
export function emitEnum(type: EnumSchema): string {
  const values = type.values.map(
    (value) => `${comment(value)}${keyOf(value.name)}: ${value.number},`,
  );
  return `${comment(type)}export const ${type.typeName} = {
${values.join('\n')}
} as const;
export type ${type.typeName} = OpenEnum<typeof ${type.typeName}>;`;
}

/** A function that makes a message with every field at its default. Each property is there. */
export function emitEmpty(message: MessageSchema): string {
  // The members of a oneof share a property, which has the oneof's name.
  const values = new Map<string, string>();
  for (const field of message.fields) values.set(field.oneof ?? field.name, defaultOf(field));
  const properties = [...values].map(([name, value]) => `${name}: ${value}`);
  return `export function empty${message.typeName}(): ${message.typeName} {
return { ${properties.join(', ')} };
}`;
}

/** What the property holds while the field is absent, as source text: `'[]'`. */
function defaultOf(field: FieldSchema): string {
  switch (field.cardinality) {
    case 'implicit':
      return zeroOf(field.type);
    case 'optional':
      return 'undefined';
    case 'repeated':
      return '[]';
    case 'map':
      return 'new Map()';
  }
}

/** The zero of a type, as source text: `'0n'`. An enum's zero is its number. */
export function zeroOf(type: FieldSchema['type']): string {
  switch (type) {
    case 'string':
      return `''`;
    case 'bytes':
      return 'new Uint8Array(0)';
    case 'bool':
      return 'false';
    default:
      return type.endsWith('64') ? '0n' : '0';
  }
}

/** The interface of a message: a property for each field, and one for each oneof. */
export function emitInterface(message: MessageSchema): string {
  const properties: string[] = [];
  const oneofs = new Set<string>();
  for (const field of message.fields) {
    if (field.oneof === undefined) {
      properties.push(`${comment(field)}${emitProperty(field)};`);
    } else if (!oneofs.has(field.oneof)) {
      oneofs.add(field.oneof);
      const members = message.fields.filter(({ oneof }) => oneof === field.oneof);
      properties.push(emitOneof(field.oneof, members));
    }
  }
  const body = properties.join('\n');
  return `${comment(message)}export interface ${message.typeName} extends Message {\n${body}\n}`;
}

/** A field as a property, without the semicolon: `dishes: Dish[]`. */
function emitProperty(field: FieldSchema): string {
  const { name, cardinality } = field;
  const type = typeOf(field);
  switch (cardinality) {
    case 'implicit':
      return `${name}: ${type}`;
    case 'optional':
      return `${name}?: ${type}`;
    case 'repeated':
      return `${name}: ${type}[]`;
    case 'map':
      return `${name}: Map<${typeOf(keyField(field))}, ${type}>`;
  }
}

/** A oneof as a property: absent, or `{ case: 'table', value: 4 }`. */
function emitOneof(oneof: string, members: readonly FieldSchema[]): string {
  const cases = members.map(
    (field) => `${comment(field)}| { case: '${field.name}'; value: ${typeOf(field)} }`,
  );
  return `${oneof}?:\n${cases.join('\n')};`;
}
