/** What proto3 demands of an `extend`. Source: protobuf language guide, "Custom Options"; protoc. */

import { findOption } from '#protobuf/compiler/link/find-option';
import type { References } from '#protobuf/compiler/link/references';
import { type Declared, declarationsIn, isNode } from '#protobuf/compiler/link/walk';
import type { ExtendNode, FieldNode, FileNode } from '#protobuf/compiler/parse/syntax';
import { ProtoError, showPlace } from '#protobuf/compiler/proto-error';
import { checkFieldOptions } from './field-options.ts';
import { checkNumber } from './message.ts';

/** Only these can be extended in proto3: it is how options are declared. */
const EXTENDABLE =
  /^google\.protobuf\.(File|Message|Field|Oneof|Enum|EnumValue|Service|Method|ExtensionRange)Options$/;

/** The numbers that their messages leave to others: `extensions 990 to 998, 1000 to max`. */
const isLeftToOthers = (number: bigint) => (number >= 990n && number <= 998n) || number >= 1000n;

/** @throws ProtoError, also for two extensions of one number, wherever they are declared. */
export function checkExtensions(files: Iterable<FileNode>, references: References): void {
  const before = new Map<string, { field: FieldNode; file: FileNode }>();
  for (const file of files) {
    for (const declared of declarationsIn(file)) {
      if (!isNode(declared, 'extend')) continue;
      checkExtend(declared, file, references);
      for (const field of declared.node.fields) {
        const { value, place } = field.number;
        const key = `${references.symbol(declared.node.of).name} ${value}`;
        const other = before.get(key);
        if (other !== undefined) {
          const where = showPlace(other.file.path, other.field.number.place);
          const reason = `number ${value} is already that of option ${other.field.name.text} (${where})`;
          throw new ProtoError(file.path, reason, place);
        }
        before.set(key, { field, file });
      }
    }
  }
}

function checkExtend({ node }: Declared<ExtendNode>, file: FileNode, references: References): void {
  const { name } = references.symbol(node.of);
  if (!EXTENDABLE.test(name)) {
    const reason = `${name} cannot be extended: in proto3 only options can`;
    throw new ProtoError(file.path, reason, node.of.place);
  }
  for (const field of node.fields) {
    const what = `field ${field.name.text}`;
    checkNumber(file, field, what);
    if (!isLeftToOthers(field.number.value)) {
      const reason = `${what}: the numbers of options begin with 1000`;
      throw new ProtoError(file.path, reason, field.number.place);
    }
    checkFieldOptions(file, field, what, references);
    const jsonName = findOption(field.options, 'json_name');
    if (jsonName !== undefined) {
      throw new ProtoError(file.path, `${what}: an option cannot have a json_name`, jsonName.place);
    }
  }
}
