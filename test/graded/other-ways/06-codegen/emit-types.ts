import { comment, keyField, typeOf } from '#protobuf/compiler/emit/file';
import type { EnumSchema, FieldSchema, MessageSchema } from '#protobuf/compiler/schema';

/** By tables instead of switches, with classes of types instead of names, and laid out otherwise. */
export function emitEnum({ typeName, values }: EnumSchema): string {
  const members = values.map(({ name, number }) => `"${name}": ${number}`).join(', ');
  return `export const ${typeName} = { ${members} } as const; export type ${typeName} = OpenEnum<typeof ${typeName}>;`;
}

const ZEROS: Partial<Record<FieldSchema['type'], string>> = {
  string: '""',
  bytes: 'Uint8Array.of()',
  bool: '!1',
};

export const zeroOf = (type: FieldSchema['type']): string =>
  ZEROS[type] ?? (/64$/.test(type) ? 'BigInt(0)' : '0');

const DEFAULTS: Record<FieldSchema['cardinality'], (type: FieldSchema['type']) => string> = {
  implicit: zeroOf,
  optional: () => 'void 0',
  repeated: () => 'new Array()',
  map: () => 'new Map([])',
};

export function emitEmpty({ fields, typeName }: MessageSchema): string {
  const properties = Object.fromEntries(
    fields.map(({ oneof, name, cardinality, type }) => [
      oneof ?? name,
      DEFAULTS[cardinality](oneof === undefined ? type : 'enum'),
    ]),
  );
  const list = Object.entries(properties).map(([name, value]) => `"${name}": ${value},`);
  return `export const empty${typeName} = (): ${typeName} => ({ ${list.join(' ')} })`;
}

export function emitInterface(message: MessageSchema): string {
  const plain = message.fields.filter(({ oneof }) => oneof === undefined);
  const oneofs = [...new Set(message.fields.flatMap(({ oneof }) => oneof ?? []))];
  return `${comment(message)}export interface ${message.typeName} extends Message {
    ${plain.map((field) => `${comment(field)}${emitProperty(field)}`).join(',\n')}${plain.length > 0 ? ',' : ''}
    ${oneofs.map((oneof) => emitOneof(oneof, message.fields)).join('\n')}
  }`;
}

function emitProperty(field: FieldSchema): string {
  const type = typeOf(field);
  const types = {
    implicit: () => type,
    optional: () => `${type} | undefined`,
    repeated: () => `Array<${type}>`,
    map: () => `Map<${typeOf(keyField(field))}, ${type}>`,
  };
  const mark = field.cardinality === 'optional' ? '?' : '';
  return `"${field.name}"${mark}: ${types[field.cardinality]()}`;
}

function emitOneof(oneof: string, fields: readonly FieldSchema[]): string {
  const cases = fields
    .filter((field) => field.oneof === oneof)
    .map(
      (field) =>
        `${comment(field)}{ readonly value: ${typeOf(field)}, readonly case: "${field.name}" }`,
    );
  return `${oneof}?: undefined | ${cases.reverse().join(' | ')}\n`;
}
