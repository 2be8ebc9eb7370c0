/** What proto3 demands of a message. Source: protobuf language guide (proto3); protoc. */

import { isSet, jsonNameOption } from '#protobuf/compiler/link/find-option';
import { type Declared, fieldsOf, optionsOf, reservedOf } from '#protobuf/compiler/link/walk';
import { jsonName } from '#protobuf/compiler/names';
import type { FieldNode, FileNode, MessageNode, OptionNode } from '#protobuf/compiler/parse/syntax';
import { ProtoError, showPlace } from '#protobuf/compiler/proto-error';
import { isMapKey } from '#protobuf/compiler/scalar-types';
import { MAX_FIELD_NUMBER } from '#protobuf/limits';
import { checkNotReserved, checkReserved } from './reserved.ts';

/** Numbers that belong to protobuf's own implementations. */
const IMPLEMENTATION = { first: 19_000n, last: 19_999n };

/** More than a field's number can be, and protoc does not mind. */
const MAX_RESERVED = 2n ** 31n - 2n;

/** Options of a message that exist, and are not to be set in proto3. */
const NOT_TO_BE_SET: Readonly<Record<string, string>> = {
  map_entry: 'map_entry is not to be set: declare a map<key, value>',
  message_set_wire_format: 'proto3 has no message sets',
};

/** @throws ProtoError */
export function checkMessage({ node }: Declared<MessageNode>, file: FileNode): void {
  const reserved = reservedOf(node);
  const fields = [...fieldsOf(node)].map(({ field }) => field);
  checkReserved(file, reserved, { first: 1n, last: MAX_RESERVED });
  for (const option of optionsOf(node)) checkOption(file, option);
  for (const field of fields) {
    const what = `field ${node.name.text}.${field.name.text}`;
    checkNumber(file, field, what);
    checkNotReserved(file, reserved, field, what);
    if (field.key !== undefined && !isMapKey(field.key.text)) {
      const reason = `the keys of a map cannot be of type ${field.key.text}`;
      throw new ProtoError(file.path, `${what}: ${reason}`, field.key.place);
    }
  }
  checkNumbersDiffer(file, node, fields);
  checkJsonNamesDiffer(file, fields, ({ name }) => jsonName(name.text));
  checkJsonNamesDiffer(file, fields, (field) => jsonNameOption(field) ?? jsonName(field.name.text));
}

function checkOption(file: FileNode, option: OptionNode): void {
  for (const [name, reason] of Object.entries(NOT_TO_BE_SET)) {
    if (isSet([option], name)) throw new ProtoError(file.path, reason, option.place);
  }
}

export function checkNumber(file: FileNode, { number }: FieldNode, what: string): void {
  const { value, place } = number;
  if (value < 1n || value > BigInt(MAX_FIELD_NUMBER)) {
    const reason = `a number is from 1 to ${MAX_FIELD_NUMBER}, and ${value} is not`;
    throw new ProtoError(file.path, `${what}: ${reason}`, place);
  }
  if (IMPLEMENTATION.first <= value && value <= IMPLEMENTATION.last) {
    throw new ProtoError(file.path, `${what}: 19000 to 19999 belong to protobuf itself`, place);
  }
}

function checkNumbersDiffer(file: FileNode, { name }: MessageNode, fields: FieldNode[]): void {
  const before = new Map<bigint, FieldNode>();
  for (const field of fields) {
    const { value, place } = field.number;
    const other = before.get(value);
    if (other !== undefined) {
      const first = `${other.name.text} (${showPlace(file.path, other.number.place)})`;
      const reason = `field ${name.text}.${field.name.text}: number ${value} is already that of ${first}`;
      throw new ProtoError(file.path, reason, place);
    }
    before.set(value, field);
  }
}

/** In JSON, and in TypeScript, fields are told apart by these names. */
function checkJsonNamesDiffer(
  file: FileNode,
  fields: FieldNode[],
  nameOf: (field: FieldNode) => string,
): void {
  const before = new Map<string, FieldNode>();
  for (const field of fields) {
    const name = nameOf(field);
    const other = before.get(name);
    if (other !== undefined) {
      const first = showPlace(file.path, other.name.place);
      const reason = `field ${field.name.text} is called ${JSON.stringify(name)} in JSON, and so is ${other.name.text} (${first})`;
      throw new ProtoError(file.path, reason, field.name.place);
    }
    before.set(name, field);
  }
}
