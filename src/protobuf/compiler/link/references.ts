import type { FieldNode, FileNode, Name } from '#protobuf/compiler/parse/syntax';
import { isScalar } from '#protobuf/compiler/scalar-types';
import type { ScalarType } from '#protobuf/schema/descriptor';
import { Lookup } from './lookup.ts';
import type { ProtoSymbol, SymbolTable } from './symbols.ts';
import { type Declared, declarationsIn, fieldsOf, isNode } from './walk.ts';

/** What the names of types mean, wherever one stands in some files. */
export class References {
  readonly #symbols = new Map<Name, ProtoSymbol>();
  readonly #lookups = new Map<string, Lookup>();

  /** @throws ProtoError for the first name that means nothing, or no type. */
  constructor(files: ReadonlyMap<string, FileNode>, table: SymbolTable) {
    for (const file of files.values()) {
      const lookup = new Lookup(file, files, table);
      this.#lookups.set(file.path, lookup);
      for (const declared of declarationsIn(file)) this.#addAll(declared, lookup);
    }
  }

  /** What a name meant that stood for a message or an enum. */
  symbol(name: Name): ProtoSymbol {
    return this.#symbols.get(name)!;
  }

  /** The type of a field's values; for a map, of those that are not keys. */
  typeOf({ type }: FieldNode): ScalarType | 'message' | 'enum' {
    if (isScalar(type.text)) return type.text;
    return this.symbol(type).kind as 'message' | 'enum';
  }

  /** For names that stand in a file's options. */
  lookup(path: string): Lookup {
    return this.#lookups.get(path)!;
  }

  #addAll(declared: Declared<Parameters<typeof isNode>[0]['node']>, lookup: Lookup): void {
    const { scope } = declared;
    if (isNode(declared, 'message')) {
      for (const { field } of fieldsOf(declared.node)) this.#addField(field, declared.name, lookup);
    }
    if (isNode(declared, 'extend')) {
      const { of, fields } = declared.node;
      this.#symbols.set(of, lookup.message(of, scope));
      for (const field of fields) this.#addField(field, scope, lookup);
    }
    if (isNode(declared, 'service')) {
      for (const { request, response } of declared.node.methods) {
        this.#symbols.set(request, lookup.message(request, declared.name));
        this.#symbols.set(response, lookup.message(response, declared.name));
      }
    }
  }

  #addField({ type }: FieldNode, scope: string, lookup: Lookup): void {
    if (!isScalar(type.text)) this.#symbols.set(type, lookup.type(type, scope));
  }
}
