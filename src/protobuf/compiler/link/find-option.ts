/** The options of a field that decide what it is. */

import { decodeUtf8 } from '#bytes/utf8';
import type { FieldNode, OptionNode } from '#protobuf/compiler/parse/syntax';

/** These two are written like options, and are not options: a descriptor has fields of their own for them. */
export const PSEUDO_OPTIONS: ReadonlySet<string> = new Set(['json_name', 'default']);

/** The option of that name, if it is one of protobuf's own. */
export function findOption(options: readonly OptionNode[], name: string): OptionNode | undefined {
  return options.find((option) => {
    const [part] = option.name;
    return option.name.length === 1 && !part!.isExtension && part!.text === name;
  });
}

export function isSet(options: readonly OptionNode[], name: string): boolean {
  const value = findOption(options, name)?.value;
  return value?.kind === 'word' && value.word === 'true';
}

export function jsonNameOption({ options }: FieldNode): string | undefined {
  const value = findOption(options, 'json_name')?.value;
  return value?.kind === 'string' ? decodeUtf8(value.bytes) : undefined;
}
