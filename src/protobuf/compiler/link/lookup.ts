/**
 * What a name means in the place where it stands. The innermost scope is searched first, as in
 * C++; and a file sees only what it imports. Source: protobuf language guide (proto3), "Packages
 * and Name Resolution", "Importing Definitions"; where these are silent, protoc.
 */
import type { FileNode, Name } from '#protobuf/compiler/parse/syntax';
import { ProtoError } from '#protobuf/compiler/proto-error';
import type { ProtoSymbol, SymbolTable } from './symbols.ts';
import { join } from './walk.ts';

/** Kinds in which a name can stand for a type. */
const TYPES = new Set<ProtoSymbol['kind']>(['message', 'enum']);
/** Kinds that have names inside them. */
const SCOPES = new Set<ProtoSymbol['kind']>(['message', 'enum', 'service']);

export class Lookup {
  readonly #file: FileNode;
  readonly #table: SymbolTable;
  /** The file itself, what it imports, and what that imports publicly. */
  readonly #visible: ReadonlySet<string>;

  constructor(file: FileNode, files: ReadonlyMap<string, FileNode>, table: SymbolTable) {
    this.#file = file;
    this.#table = table;
    this.#visible = visibleFrom(file, files);
  }

  /** @throws ProtoError if it is not the name of a message or an enum that the file may use. */
  type(name: Name, scope: string): ProtoSymbol {
    const symbol = this.#find(name, scope, (kind) => TYPES.has(kind));
    if (TYPES.has(symbol.kind)) return symbol;
    throw this.#error(name, `${name.text} is not a type but ${article(symbol.kind)}`);
  }

  /** @throws ProtoError as above, also if it is an enum. */
  message(name: Name, scope: string): ProtoSymbol {
    const symbol = this.#find(name, scope, () => true);
    if (symbol.kind === 'message') return symbol;
    throw this.#error(name, `${name.text} is not a message but ${article(symbol.kind)}`);
  }

  /** @throws ProtoError if it is not the name of an extension that the file may use. */
  extension(name: Name, scope: string): ProtoSymbol {
    const symbol = this.#find(name, scope, () => true);
    if (symbol.kind === 'extension') return symbol;
    throw this.#error(name, `${name.text} is not an option but ${article(symbol.kind)}`);
  }

  #error(name: Name, reason: string): ProtoError {
    return new ProtoError(this.#file.path, reason, name.place);
  }

  /** @param isWanted Says of a single name whether to stop at it, or to look further outside. */
  #find(name: Name, scope: string, isWanted: (kind: ProtoSymbol['kind']) => boolean): ProtoSymbol {
    if (name.text.startsWith('.')) {
      return this.#visibleSymbol(name.text.slice(1)) ?? this.#undefined(name, name.text.slice(1));
    }
    const [first = '', ...rest] = name.text.split('.');
    for (let around: string | undefined = scope; around !== undefined; around = outside(around)) {
      const start = join(around, first);
      const symbol = this.#visibleSymbol(start);
      if (rest.length === 0) {
        if (symbol !== undefined && isWanted(symbol.kind)) return symbol;
      } else if (this.#isPackage(start) || (symbol !== undefined && SCOPES.has(symbol.kind))) {
        // The first part decides: what is not in there is not looked for outside.
        const whole = [start, ...rest].join('.');
        return this.#visibleSymbol(whole) ?? this.#undefined(name, whole);
      }
    }
    return this.#undefined(name, name.text, scope);
  }

  #visibleSymbol(fullName: string): ProtoSymbol | undefined {
    const symbol = this.#table.find(fullName);
    return symbol !== undefined && this.#visible.has(symbol.file) ? symbol : undefined;
  }

  #isPackage(name: string): boolean {
    return [...this.#table.filesIn(name)].some((file) => this.#visible.has(file));
  }

  /** @throws ProtoError that says what is missing: the type, or only an import of its file. */
  #undefined(name: Name, wanted: string, scope = ''): never {
    for (let around: string | undefined = scope; around !== undefined; around = outside(around)) {
      const hidden = this.#table.find(join(around, wanted));
      if (hidden === undefined || this.#visible.has(hidden.file)) continue;
      const from = `${hidden.file}, which ${this.#file.path} does not import`;
      throw this.#error(name, `${hidden.name} is declared in ${from}`);
    }
    const isSame = name.text === wanted || name.text === `.${wanted}`;
    const meant = isSame ? name.text : `${name.text}, which is ${wanted} here,`;
    throw this.#error(name, `${meant} is not declared`);
  }
}

/** `a.b` → `a` → the empty scope → nothing. */
function outside(scope: string): string | undefined {
  if (scope === '') return undefined;
  return scope.slice(0, Math.max(scope.lastIndexOf('.'), 0));
}

const article = (kind: ProtoSymbol['kind']) => `${kind.startsWith('e') ? 'an' : 'a'} ${kind}`;

function visibleFrom(file: FileNode, files: ReadonlyMap<string, FileNode>): Set<string> {
  const visible = new Set([file.path, ...file.imports.map(({ path }) => path)]);
  // A set may grow while it is walked: what is new is visited too.
  for (const path of visible) {
    if (path === file.path) continue;
    for (const node of files.get(path)?.imports ?? []) {
      if (node.kind === 'public') visible.add(node.path);
    }
  }
  return visible;
}
