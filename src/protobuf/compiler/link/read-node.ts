/** What one node of the tree says, without asking what any name means. */

import type { EnumNode, FieldNode, OneofNode } from '#protobuf/compiler/parse/syntax';
import type { EnumSchema, FieldSchema } from '#protobuf/compiler/schema';
import type { ScalarType } from '#protobuf/schema/descriptor';
import { findOption } from './find-option.ts';
import { plainOptions } from './plain-options.ts';

/** Where an extension may be used, if it says so (`targets`). */
export function targetsOf({ options }: FieldNode): string[] {
  return options.flatMap(({ name: [part], value }) =>
    part?.text === 'targets' && value.kind === 'word' ? [value.word] : [],
  );
}

export function valuesOf(node: EnumNode): Pick<EnumSchema, 'values' | 'numbers'> {
  const values = node.values.map(({ name, number, comment, options }) => ({
    name: name.text,
    number: Number(number.value),
    comment,
    options: plainOptions(options),
  }));
  return { values, numbers: Object.fromEntries(values.map(({ name, number }) => [name, number])) };
}

export function cardinalityOf(
  { key, label }: FieldNode,
  type: ScalarType | 'message' | 'enum',
  oneof: OneofNode | undefined,
): FieldSchema['cardinality'] {
  if (key !== undefined) return 'map';
  if (label === 'repeated') return 'repeated';
  // A member of a oneof is told from an absent one, and so is a message.
  const isExplicit = label === 'optional' || oneof !== undefined || type === 'message';
  return isExplicit ? 'optional' : 'implicit';
}

/** proto3 packs what can be packed, unless told not to. */
export function isPacked({ options }: FieldNode): boolean {
  const value = findOption(options, 'packed')?.value;
  return !(value?.kind === 'word' && value.word === 'false');
}
