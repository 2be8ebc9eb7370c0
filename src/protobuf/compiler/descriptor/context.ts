import type { SchemaBuilder } from '#protobuf/compiler/link/build-schema';
import { PSEUDO_OPTIONS } from '#protobuf/compiler/link/find-option';
import type { References } from '#protobuf/compiler/link/references';
import type { FileNode, Name, OptionNode } from '#protobuf/compiler/parse/syntax';
import type { Message, MessageType } from '#protobuf/message';
import { OptionReader } from './option-reader.ts';

/** What the parts of a file's descriptor need to know of the whole. */
export interface Context {
  readonly references: References;
  /** The whole name of a message or an enum, with a dot in front. */
  typeName(name: Name): string;
  /**
   * Options as a message; `undefined` if there are none.
   * @param scope Where they stand: names in them are looked up from there.
   * @throws ProtoError
   */
  options<Options extends Message>(
    options: readonly OptionNode[],
    type: MessageType<Options>,
    scope: string,
  ): Options | undefined;
}

export function createContext(
  file: FileNode,
  references: References,
  builder: SchemaBuilder,
): Context {
  return {
    references,
    typeName: (name) => `.${references.symbol(name).name}`,
    options(options, type, scope) {
      const real = options.filter(({ name }) => !PSEUDO_OPTIONS.has(name[0]!.text));
      if (real.length === 0) return undefined;
      const reader = new OptionReader(file.path, scope, references.lookup(file.path), builder);
      // What others have declared stays as unknown fields, as it does in every program.
      return type.decode(reader.read(real, type.descriptor).encode());
    },
  };
}
