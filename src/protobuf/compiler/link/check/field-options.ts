/** Options that go with some fields only. Source: comments of descriptor.proto; protoc. */
import { decodeUtf8 } from '#bytes/utf8';
import { findOption, isSet } from '#protobuf/compiler/link/find-option';
import type { References } from '#protobuf/compiler/link/references';
import type { FieldNode, FileNode } from '#protobuf/compiler/parse/syntax';
import { ProtoError } from '#protobuf/compiler/proto-error';
import { isPackable } from '#protobuf/compiler/scalar-types';

/** Numbers that JavaScript's `number` cannot hold: for these one can choose a type. */
const WIDE = new Set(['int64', 'uint64', 'sint64', 'fixed64', 'sfixed64']);

/** @throws ProtoError */
export function checkFieldOptions(
  file: FileNode,
  field: FieldNode,
  what: string,
  references: References,
): void {
  const { options } = field;
  const fail = (name: string, reason: string) => {
    throw new ProtoError(file.path, `${what} ${reason}`, findOption(options, name)!.place);
  };
  const has = (name: string) => findOption(options, name) !== undefined;

  if (has('default')) fail('default', 'has a default: in proto3 it is always zero');
  checkJsonName(file, field);
  for (const name of ['lazy', 'unverified_lazy']) {
    if (isSet(options, name) && references.typeOf(field) !== 'message') {
      fail(name, `cannot be ${name}: only messages can`);
    }
  }
  const type = references.typeOf(field);
  const isList = field.label === 'repeated';
  if (isSet(options, 'packed') && !(isList && isPackable(type))) {
    fail('packed', 'cannot be packed: only a list of numbers can');
  }
  const jstype = findOption(options, 'jstype')?.value;
  if (jstype?.kind === 'word' && jstype.word !== 'JS_NORMAL' && !WIDE.has(type)) {
    fail('jstype', 'cannot have jstype: only numbers of 64 bits can');
  }
}

function checkJsonName(file: FileNode, { options }: FieldNode): void {
  const option = findOption(options, 'json_name');
  if (option === undefined) return;
  const { value } = option;
  if (value.kind !== 'string') throw new ProtoError(file.path, 'json_name is a text', value.place);
  if (value.bytes.includes(0)) {
    throw new ProtoError(file.path, 'json_name cannot contain a zero byte', value.place);
  }
  // In JSON such a name stands for an extension.
  if (/^\[.*\]$/s.test(decodeUtf8(value.bytes))) {
    throw new ProtoError(file.path, 'json_name cannot stand in brackets', value.place);
  }
  const again = options.slice(options.indexOf(option) + 1);
  const second = findOption(again, 'json_name');
  if (second !== undefined) {
    throw new ProtoError(file.path, 'json_name is already set', second.place);
  }
}
