/** What proto3 demands of an enum. Source: protobuf language guide (proto3); protoc. */

import { findOption, isSet } from '#protobuf/compiler/link/find-option';
import type { Declared } from '#protobuf/compiler/link/walk';
import type { EnumNode, EnumValueNode, FileNode } from '#protobuf/compiler/parse/syntax';
import { ProtoError, showPlace } from '#protobuf/compiler/proto-error';
import { checkNotReserved, checkReserved } from './reserved.ts';

/** The numbers of an enum are those of an `int32`. */
export const ENUM_BOUNDS = { first: -(2n ** 31n), last: 2n ** 31n - 1n };

/** @throws ProtoError */
export function checkEnum({ node }: Declared<EnumNode>, file: FileNode): void {
  const { name, values, reserved, options } = node;
  const [first] = values;
  if (first === undefined) {
    throw new ProtoError(file.path, `enum ${name.text} has no values`, name.place);
  }
  checkReserved(file, reserved, ENUM_BOUNDS);
  for (const value of values) {
    const what = `${name.text}.${value.name.text}`;
    const { value: number, place } = value.number;
    if (number < ENUM_BOUNDS.first || number > ENUM_BOUNDS.last) {
      throw new ProtoError(file.path, `${what}: ${number} is not a number of 32 bits`, place);
    }
    checkNotReserved(file, reserved, value, what);
  }
  if (first.number.value !== 0n) {
    const reason = `the first value of enum ${name.text} must be 0: it is the default`;
    throw new ProtoError(file.path, reason, first.number.place);
  }
  checkAliases(node, file, isSet(options, 'allow_alias'));
  const alias = findOption(options, 'allow_alias');
  if (alias?.value.kind === 'word' && alias.value.word === 'false') {
    throw new ProtoError(file.path, 'allow_alias = false has no effect: leave it out', alias.place);
  }
  checkShortNames(node, file);
}

function checkAliases({ name, values, options }: EnumNode, file: FileNode, areAllowed: boolean) {
  const before = new Map<bigint, EnumValueNode>();
  let hasAliases = false;
  for (const value of values) {
    const other = before.get(value.number.value);
    if (other !== undefined && !areAllowed) {
      const first = `${other.name.text} (${showPlace(file.path, other.number.place)})`;
      const reason = `${name.text}.${value.name.text}: number ${value.number.value} is already that of ${first}. If both are meant, set: option allow_alias = true;`;
      throw new ProtoError(file.path, reason, value.number.place);
    }
    hasAliases ||= other !== undefined;
    before.set(value.number.value, value);
  }
  if (areAllowed && !hasAliases) {
    const reason = `enum ${name.text} has allow_alias, and no two values with one number`;
    throw new ProtoError(file.path, reason, findOption(options, 'allow_alias')!.place);
  }
}

/**
 * Generators for other languages take the enum's name off its values: two names that differ in
 * nothing else would become one.
 */
function checkShortNames({ name, values }: EnumNode, file: FileNode): void {
  const before = new Map<string, EnumValueNode>();
  for (const value of values) {
    const short = shortName(value.name.text, name.text);
    const other = before.get(short);
    if (other !== undefined && other.number.value !== value.number.value) {
      const first = `${other.name.text} (${showPlace(file.path, other.name.place)})`;
      const reason = `${value.name.text} and ${first} are the same without the name of the enum, ignoring case`;
      throw new ProtoError(file.path, reason, value.name.place);
    }
    if (other === undefined) before.set(short, value);
  }
}

/** `COURSE_MAIN` in `Course` → `Main`. */
function shortName(value: string, enumName: string): string {
  const prefix = enumName.replaceAll('_', '').toLowerCase();
  let rest = 0;
  let matched = 0;
  while (rest < value.length && matched < prefix.length) {
    const character = value[rest]!.toLowerCase();
    if (character !== '_') {
      if (character !== prefix[matched]) return pascalCase(value);
      matched++;
    }
    rest++;
  }
  const short = value.slice(rest).replace(/^_+/, '');
  return matched < prefix.length || short === '' ? pascalCase(value) : pascalCase(short);
}

/** `FOO_BAR` → `FooBar`: so `FOO_BAR` and `FOOBAR` stay two names. */
function pascalCase(name: string): string {
  return name.replace(
    /_*([^_])([^_]*)_*/g,
    (_, first: string, rest: string) => first.toUpperCase() + rest.toLowerCase(),
  );
}
