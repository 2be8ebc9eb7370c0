/** The types of a generated file: an interface for each message, a constant for each enum. */
import { comment, keyField, typeOf } from './emit.ts';
import type { EnumSchema, FieldSchema, MessageSchema } from './schema.ts';

/** The zero of a type, as source text. */
export function zeroOf(type: FieldSchema['type']): string {
  if (type === 'string') return `''`;
  if (type === 'bytes') return 'new Uint8Array(0)';
  if (type === 'bool') return 'false';
  return type.endsWith('64') ? '0n' : '0';
}

/** A message with every field at its default, always in the same shape. */
export function emitEmpty(message: MessageSchema): string {
  const values = new Map<string, string>();
  for (const field of message.fields) values.set(field.oneof ?? field.name, defaultOf(field));
  const properties = [...values].map(([name, value]) => `${name}: ${value}`);
  return `export function empty${message.typeName}(): ${message.typeName} {
  return { ${properties.join(', ')} };
}`;
}

function defaultOf(field: FieldSchema): string {
  switch (field.cardinality) {
    case 'implicit':
      return zeroOf(field.type);
    // The members of a oneof are optional too.
    case 'optional':
      return 'undefined';
    case 'repeated':
      return '[]';
    case 'map':
      return 'new Map()';
  }
}

export function emitInterface(message: MessageSchema): string {
  const properties: string[] = [];
  const oneofs = new Set<string>();
  for (const field of message.fields) {
    if (field.oneof === undefined) {
      properties.push(`${comment(field)}${emitProperty(field)};`);
    } else if (!oneofs.has(field.oneof)) {
      oneofs.add(field.oneof);
      properties.push(emitOneof(message, field.oneof));
    }
  }
  const body = properties.join('\n');
  return `${comment(message)}export interface ${message.typeName} extends Message {\n${body}\n}`;
}

function emitProperty(field: FieldSchema): string {
  const type = typeOf(field);
  switch (field.cardinality) {
    case 'implicit':
      return `${field.name}: ${type}`;
    case 'optional':
      return `${field.name}?: ${type}`;
    case 'repeated':
      return `${field.name}: ${type}[]`;
    case 'map':
      return `${field.name}: Map<${typeOf(keyField(field))}, ${type}>`;
  }
}

/** One member at a time: the compiler knows what `value` is once `case` was looked at. */
function emitOneof(message: MessageSchema, oneof: string): string {
  const members = message.fields.filter((field) => field.oneof === oneof);
  const cases = members.map(
    (field) => `${comment(field)}| { case: '${field.name}'; value: ${typeOf(field)} }`,
  );
  return `${oneof}?:\n${cases.join('\n')};`;
}

export function emitEnum(type: EnumSchema): string {
  const values = type.values.map((value) => `${comment(value)}${value.name}: ${value.number},`);
  return `${comment(type)}export const ${type.typeName} = {
${values.join('\n')}
} as const;
export type ${type.typeName} = OpenEnum<typeof ${type.typeName}>;`;
}
