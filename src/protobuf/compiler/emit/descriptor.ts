/** A message's descriptor as source text. */
import type { FieldSchema, MessageSchema } from '#protobuf/compiler/schema';
import { quote } from './file.ts';

export function emitDescriptor(message: MessageSchema): string {
  return `{
name: '${message.name}',
fields: [
${message.fields.map((field) => `{ ${emitField(field)} },`).join('\n')}
],
}`;
}

function emitField(field: FieldSchema): string {
  const parts = [`number: ${field.number}`, `name: '${field.name}'`];
  if (field.protoName !== field.name) parts.push(`protoName: '${field.protoName}'`);
  if (field.jsonName !== undefined) parts.push(`jsonName: ${quote(field.jsonName)}`);
  parts.push(`type: '${field.type}'`, `cardinality: '${field.cardinality}'`);
  if (field.key !== undefined) parts.push(`key: '${field.key}'`);
  if (field.packed) parts.push('packed: true');
  if (field.oneof !== undefined) parts.push(`oneof: '${field.oneof}'`);
  if (field.message !== undefined) {
    parts.push(`message: () => ${field.message().typeName}.descriptor`);
  }
  if (field.enum !== undefined) {
    const { name, typeName } = field.enum();
    parts.push(`enum: () => ({ name: '${name}', numbers: ${typeName} })`);
  }
  return parts.join(', ');
}
