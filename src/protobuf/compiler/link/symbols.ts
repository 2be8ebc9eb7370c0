/**
 * All names that files declare, with their packages in front. A name means one thing: what is
 * declared twice is an error with both places.
 */
import { mapEntryName } from '#protobuf/compiler/names';
import type { Place } from '#protobuf/compiler/parse/place';
import type { EnumNode, FileNode, MessageNode, Name } from '#protobuf/compiler/parse/syntax';
import { ProtoError, showPlace } from '#protobuf/compiler/proto-error';
import {
  type Declared,
  declarationsIn,
  fieldsOf,
  isNode,
  join,
  oneofsOf,
  syntheticOneofs,
} from './walk.ts';

export interface ProtoSymbol {
  readonly name: string;
  readonly kind:
    | 'message'
    | 'enum'
    | 'enum value'
    | 'field'
    | 'oneof'
    | 'service'
    | 'method'
    | 'extension';
  /** The path of the file that declares it. */
  readonly file: string;
  readonly place: Place;
}

export class SymbolTable {
  readonly #symbols = new Map<string, ProtoSymbol>();
  /** The files that are in a package, or in one below it. */
  readonly #packages = new Map<string, Map<string, Place>>();

  constructor(files: Iterable<FileNode>) {
    for (const file of files) {
      if (file.package) this.#addPackage(file.path, file.package);
      this.#addFile(file);
    }
  }

  find(name: string): ProtoSymbol | undefined {
    return this.#symbols.get(name);
  }

  /** The paths of the files in a package; none if there is no such package. */
  filesIn(name: string): Iterable<string> {
    return this.#packages.get(name)?.keys() ?? [];
  }

  #addPackage(path: string, { text, place }: Name): void {
    const parts = text.split('.');
    for (let count = 1; count <= parts.length; count++) {
      const name = parts.slice(0, count).join('.');
      const symbol = this.#symbols.get(name);
      if (symbol !== undefined) this.#refuse(path, `package ${name}`, place, symbol);
      const files = this.#packages.get(name) ?? new Map<string, Place>();
      this.#packages.set(name, files.set(path, place));
    }
  }

  #addFile(file: FileNode): void {
    for (const declared of declarationsIn(file)) {
      const { node, name, scope } = declared;
      if (node.node === 'extend') {
        for (const field of node.fields) this.#add('extension', scope, field.name, file);
        continue;
      }
      this.#add(node.node, scope, node.name, file);
      if (isNode(declared, 'message')) this.#addMembers(declared, file);
      if (isNode(declared, 'enum')) this.#addValues(declared, file);
      if (isNode(declared, 'service')) {
        for (const method of declared.node.methods) this.#add('method', name, method.name, file);
      }
    }
  }

  #addMembers({ node, name }: Declared<MessageNode>, file: FileNode): void {
    for (const oneof of oneofsOf(node)) this.#add('oneof', name, oneof.name, file);
    for (const { field } of fieldsOf(node)) this.#add('field', name, field.name, file);
    // What fields declare beside themselves: a map its entries, `optional` a oneof for itself.
    for (const { field } of fieldsOf(node)) {
      if (field.key === undefined) continue;
      const entry = { ...field.name, text: mapEntryName(field.name.text) };
      this.#add('message', name, entry, file);
    }
    for (const [field, oneof] of syntheticOneofs(node)) {
      this.#add('oneof', name, { ...field.name, text: oneof }, file);
    }
  }

  /** The values of an enum are its siblings, not its children, as in C++. */
  #addValues({ node, scope }: Declared<EnumNode>, file: FileNode): void {
    for (const value of node.values) this.#add('enum value', scope, value.name, file);
  }

  #add(kind: ProtoSymbol['kind'], scope: string, { text, place }: Name, file: FileNode): void {
    const name = join(scope, text);
    const before = this.#symbols.get(name);
    if (before !== undefined) this.#refuse(file.path, `${kind} ${name}`, place, before);
    const [packagePath] = this.filesIn(name);
    if (packagePath !== undefined) {
      const where = showPlace(packagePath, this.#packages.get(name)?.get(packagePath));
      throw new ProtoError(file.path, `${name} is already a package (${where})`, place);
    }
    this.#symbols.set(name, { name, kind, file: file.path, place });
  }

  #refuse(path: string, what: string, place: Place, before: ProtoSymbol): never {
    const where = showPlace(before.file, before.place);
    const siblings =
      before.kind === 'enum value' ? ': the values of an enum stand beside it, not in it' : '';
    throw new ProtoError(
      path,
      `${what} is already declared, as ${before.kind} (${where})${siblings}`,
      place,
    );
  }
}
