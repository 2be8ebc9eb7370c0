import { type NamedType, TypeNames } from '#protobuf/compiler/naming/type-names';
import type { FileNode } from '#protobuf/compiler/parse/syntax';
import { type Declared, packageOf } from './walk.ts';

/** The name in TypeScript of each type of a file, by its full name in protobuf. */
export function namesIn(
  file: FileNode,
  declared: readonly Declared<{ readonly node: string }>[],
): Map<string, string> {
  const kinds = ['message', 'enum', 'service'] as const;
  const types = kinds.flatMap((kind): NamedType[] =>
    [...declared].filter(({ node }) => node.node === kind).map(({ name }) => ({ kind, name })),
  );
  return new TypeNames().declare(types, packageOf(file));
}
