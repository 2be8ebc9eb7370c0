/** The function that reads a message: a switch with a case for each tag that a field can have. */
import { zeroOf } from '#protobuf/compiler/emit/types';
import type { FieldSchema, MessageSchema } from '#protobuf/compiler/schema';
import { wireTypeOf } from '#protobuf/fields/scalar';
import { MAP_ENTRY_HEAP, messageHeap } from '#protobuf/heap';
import { WireType } from '#protobuf/wire/wire-type';
import { keyField, methodOf, tagOf, typeOf, valueField, valueTag } from './file.ts';

export function emitRead(message: MessageSchema): string {
  const name = message.typeName;
  return `export function read${name}(message: ${name}, reader: Reader): void {
while (reader.position < reader.end) {
switch (reader.tag()) {
${message.fields.flatMap(readField).join('\n')}
default:
message.$unknown = reader.skip(message.$unknown);
}
}
}`;
}

/** The cases of a field: one, or two where numbers can come packed or one by one. */
function readField(field: FieldSchema): string[] {
  const property = `message.${field.name}`;
  const tag = valueTag(field);
  if (field.oneof !== undefined) return [readOneof(field, tag)];
  switch (field.cardinality) {
    case 'implicit':
    case 'optional':
      return field.type === 'message'
        ? [
            caseOf(
              tag,
              readMessage(field, property, (value) => `${property} = ${value};`),
            ),
          ]
        : [caseOf(tag, [`${property} = ${readScalar(field)};`])];
    case 'repeated':
      return readRepeated(field, property, tag);
    case 'map':
      return [caseOf(tag, readEntry(field, property))];
  }
}

function caseOf(tag: number, statements: readonly string[]): string {
  const declares = statements.some((statement) => /^(const|let) /.test(statement));
  const body = `${statements.join('\n')}\nbreak;`;
  return declares ? `case ${tag}: {\n${body}\n}` : `case ${tag}:\n${body}`;
}

function readScalar(field: FieldSchema): string {
  return `reader.${methodOf(field)}()`;
}

/** @param earlier The part that came before, into which this one is merged; if there can be. */
function readMessage(
  field: FieldSchema,
  earlier: string | undefined,
  store: (value: string) => string,
): string[] {
  const type = field.message!();
  const empty = `empty${type.typeName}()`;
  return [
    `const outer = reader.enter(${messageHeap(type)});`,
    `const part = ${earlier === undefined ? empty : `${earlier} ?? ${empty}`};`,
    `read${type.typeName}(part, reader);`,
    'reader.leave(outer);',
    store('part'),
  ];
}

function readOneof(field: FieldSchema, tag: number): string {
  const oneof = `message.${field.oneof}`;
  const store = (value: string) => `${oneof} = { case: '${field.name}', value: ${value} };`;
  if (field.type !== 'message') return caseOf(tag, [store(readScalar(field))]);
  const earlier = `(${oneof}?.case === '${field.name}' ? ${oneof}.value : undefined)`;
  return caseOf(tag, readMessage(field, earlier, store));
}

function readRepeated(field: FieldSchema, property: string, tag: number): string[] {
  const push = (value: string) => `reader.item(${property}).push(${value});`;
  if (field.type === 'message') return [caseOf(tag, readMessage(field, undefined, push))];
  const single = caseOf(tag, [push(readScalar(field))]);
  if (wireTypeOf(field.type) === WireType.LEN) return [single];
  const packed = caseOf(tagOf(field, WireType.LEN), readPacked(field, property));
  return field.packed ? [packed, single] : [single, packed];
}

function readPacked(field: FieldSchema, property: string): string[] {
  if (hasFastList(field)) return [`readInt32s(reader, ${property});`];
  return [
    `const outer = reader.openList(${property});`,
    `while (reader.position < reader.end) ${property}.push(${readScalar(field)});`,
    `reader.closeList(outer, ${property});`,
  ];
}

/** The lists that `packed.ts` reads. */
export function hasFastList(field: FieldSchema): boolean {
  return field.cardinality === 'repeated' && (field.type === 'int32' || field.type === 'enum');
}

/** A key or a value that the entry lacks is zero. */
function readEntry(field: FieldSchema, property: string): string[] {
  const key = keyField(field);
  const value = valueField(field);
  const isMessage = field.type === 'message';
  const heap = MAP_ENTRY_HEAP + (isMessage ? messageHeap(field.message!()) : 0);
  const zero = isMessage ? `empty${typeOf(field)}()` : zeroOf(field.type);
  return [
    `const outer = reader.enter(${heap});`,
    `let key = ${zeroOf(key.type)};`,
    isMessage ? `const value = ${zero};` : `let value: ${typeOf(field)} = ${zero};`,
    'while (reader.position < reader.end) {',
    'switch (reader.tag()) {',
    caseOf(valueTag(key), [`key = ${readScalar(key)};`]),
    isMessage
      ? readEntryMessage(value)
      : caseOf(valueTag(value), [`value = ${readScalar(value)};`]),
    'default:',
    'reader.pass();',
    '}',
    '}',
    'reader.leave(outer);',
    `${property} = reader.put(${property}, key, value);`,
  ];
}

function readEntryMessage(field: FieldSchema): string {
  return caseOf(valueTag(field), [
    // The entry has paid for the value, which is there also if nothing came for it.
    'const entry = reader.enter(0);',
    `read${field.message!().typeName}(value, reader);`,
    'reader.leave(entry);',
  ]);
}
