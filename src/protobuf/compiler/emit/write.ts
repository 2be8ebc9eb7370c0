/** The function that writes a message: for each field, in order, a condition and a value. */
import { zeroOf } from '#protobuf/compiler/emit/types';
import type { FieldSchema, MessageSchema } from '#protobuf/compiler/schema';
import { WireType } from '#protobuf/wire/wire-type';
import { keyField, methodOf, tagOf, valueField, valueTag } from './file.ts';

export function emitWrite(message: MessageSchema): string {
  const name = message.typeName;
  return `export function write${name}(message: ${name}, writer: Writer): void {
${message.fields.map(writeField).join('\n')}
if (message.$unknown) writer.raw(message.$unknown);
}`;
}

function writeField(field: FieldSchema): string {
  const property = `message.${field.name}`;
  if (field.oneof !== undefined) {
    const oneof = `message.${field.oneof}`;
    const value = writeValue(field, `${oneof}.value`);
    return `if (${oneof}?.case === '${field.name}') ${block(value)}`;
  }
  switch (field.cardinality) {
    case 'implicit':
      return `if (${isWritten(field, property)}) ${block(writeValue(field, property))}`;
    case 'optional':
      return `if (${property} != null) ${block(writeValue(field, property))}`;
    case 'repeated':
      return field.packed
        ? writePacked(field, property)
        : `for (const item of ${property} ?? []) ${block(writeValue(field, 'item'))}`;
    case 'map':
      return writeMap(field, property);
  }
}

/** Zero is what an absent field reads as, so it is not written. −0 and NaN are not zeros. */
function isWritten(field: FieldSchema, property: string): string {
  switch (field.type) {
    case 'float':
    case 'double':
      return `${property} != null && !Object.is(${property}, 0)`;
    case 'bytes':
      return `${property}?.length`;
    case 'string':
    case 'bool':
      return property;
    default:
      // Numbers are not asked whether they are truthy: NaN is not, and must become an error.
      return `${property} != null && ${property} !== ${zeroOf(field.type)}`;
  }
}

/** One statement as it is, several in braces. */
function block(statements: readonly string[]): string {
  return statements.length === 1 ? statements[0]! : `{\n${statements.join('\n')}\n}`;
}

/** The statements that write a tag and a value. */
function writeValue(field: FieldSchema, value: string): string[] {
  const tag = valueTag({ ...field, cardinality: 'implicit' });
  if (field.type !== 'message') return [`writer.tag(${tag}).${methodOf(field)}(${value});`];
  return [
    `const start = writer.enter(${tag});`,
    `write${field.message!().typeName}(${value}, writer);`,
    `writer.leave(start);`,
  ];
}

function writePacked(field: FieldSchema, property: string): string {
  return `if (${property} != null && ${property}.length !== 0) {
const start = writer.open(${tagOf(field, WireType.LEN)});
for (const item of ${property}) writer.${methodOf(field)}(item);
writer.close(start);
}`;
}

/** Each entry is a message of a key and a value, both always written. */
function writeMap(field: FieldSchema, property: string): string {
  return `for (const [key, value] of ${property} ?? []) {
const entry = writer.enter(${valueTag(field)});
${writeValue(keyField(field), 'key').join('\n')}
${writeValue(valueField(field), 'value').join('\n')}
writer.leave(entry);
}`;
}
