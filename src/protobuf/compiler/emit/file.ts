/** Small things that all parts of the generator need. */

import type { FieldSchema, Options } from '#protobuf/compiler/schema';
import { scalarTypeOf, wireTypeOf } from '#protobuf/fields/scalar';
import { WireType } from '#protobuf/wire/wire-type';

/** A comment of the `.proto` file as a docstring, with a line break after it; or nothing. */
export function comment(of: { comment: string; options: Options }): string {
  const lines = of.comment === '' ? [] : of.comment.replaceAll('*/', '*∕').split('\n');
  if (of.options.deprecated === true) lines.push('@deprecated');
  if (lines.length === 0) return '';
  if (lines.length === 1) return `/** ${lines[0]} */\n`;
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`;
}

/** A text as source text, in quotation marks. */
export function quote(text: string): string {
  return JSON.stringify(text);
}

/** A name as a property in an object literal, where `__proto__: 1` would not be one. */
export function keyOf(name: string): string {
  return name === '__proto__' ? `['__proto__']` : name;
}

/** A field's tag, of the wire type that its values have, or of `wireType`. */
export function tagOf(field: { number: number }, wireType: WireType): number {
  return ((field.number << 3) | wireType) >>> 0;
}

/** The tag that stands before each single value. */
export function valueTag(field: FieldSchema): number {
  return tagOf(field, field.cardinality === 'map' ? WireType.LEN : wireTypeOf(field.type));
}

/** The writer's and reader's method for a field's value. An enum travels as an `int32`. */
export function methodOf(field: FieldSchema): string {
  return scalarTypeOf(field);
}

/** The type of one value in TypeScript. */
export function typeOf(field: FieldSchema): string {
  switch (field.type) {
    case 'message':
      return field.message!().typeName;
    case 'enum':
      return field.enum!().typeName;
    case 'string':
      return 'string';
    case 'bool':
      return 'boolean';
    case 'bytes':
      return 'Uint8Array';
    default:
      return field.type.endsWith('64') ? 'bigint' : 'number';
  }
}

/** The key of a map as the field that it is in the map's entries. */
export function keyField(field: FieldSchema): FieldSchema {
  return { ...field, number: 1, name: 'key', type: field.key!, cardinality: 'implicit' };
}

export function valueField(field: FieldSchema): FieldSchema {
  return { ...field, number: 2, name: 'value', cardinality: 'implicit' };
}
