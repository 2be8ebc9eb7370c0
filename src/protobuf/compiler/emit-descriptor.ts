/** A message's descriptor as source text. */
import type { FieldSchema, MessageSchema } from './schema.ts';

export function emitDescriptor(message: MessageSchema): string {
  return `{
name: '${message.name}',
fields: [
${message.fields.map((field) => `{ ${emitField(field)} },`).join('\n')}
],
}`;
}

function emitField(field: FieldSchema): string {
  const parts = [
    `number: ${field.number}`,
    `name: '${field.name}'`,
    `type: '${field.type}'`,
    `cardinality: '${field.cardinality}'`,
  ];
  if (field.key !== undefined) parts.push(`key: '${field.key}'`);
  if (field.packed) parts.push('packed: true');
  if (field.oneof !== undefined) parts.push(`oneof: '${field.oneof}'`);
  if (field.type === 'message') {
    parts.push(`message: () => ${field.message!().typeName}.descriptor`);
  }
  return parts.join(', ');
}
