/** What proto3 demands of a file, once it is known what its names mean. */

import type { References } from '#protobuf/compiler/link/references';
import { declarationsIn, fieldsOf, isNode } from '#protobuf/compiler/link/walk';
import type { FileNode } from '#protobuf/compiler/parse/syntax';
import { checkEnum } from './enum.ts';
import { checkFieldOptions } from './field-options.ts';
import { checkMessage } from './message.ts';

/** @throws ProtoError */
export function checkFile(file: FileNode, references: References): void {
  for (const declared of declarationsIn(file)) {
    if (isNode(declared, 'enum')) checkEnum(declared, file);
    if (!isNode(declared, 'message')) continue;
    checkMessage(declared, file);
    for (const { field } of fieldsOf(declared.node)) {
      const what = `field ${declared.node.name.text}.${field.name.text}`;
      checkFieldOptions(file, field, what, references);
    }
  }
}
