import { notYet } from '#course/exercise/not-yet';
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
  // ── Task 1 ──
  // It depends on field.cardinality: 'implicit' (a plain field, which reads as zero when it is
  // absent), 'optional' (messages and members of a oneof are so too), 'repeated' or 'map'.
  throw notYet(1);
}

/** The zero of a type, as source text: `'0n'`. An enum's zero is its number. */
export function zeroOf(type: FieldSchema['type']): string {
  // ── Task 1 ──
  // 'string', 'bytes', 'bool', 'enum', and the numbers of lesson 4: those of 64 bits (int64,
  // uint64, sint64, fixed64, sfixed64) are bigint.
  throw notYet(1);
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
  // ── Task 2 ──
  // typeOf(field) is the type of one value; what the property holds depends on the cardinality. A
  // map becomes a Map; keyField(field) is the field of its keys.
  throw notYet(2);
}

/** A oneof as a property: absent, or `{ case: 'table', value: 4 }`. */
function emitOneof(oneof: string, members: readonly FieldSchema[]): string {
  // ── Task 3 ──
  // A union of objects, one for each member, so that the compiler knows the type of `value` as soon
  // as a program has looked at `case`. Each member keeps its comment, and here the semicolon is
  // yours.
  throw notYet(3);
}
