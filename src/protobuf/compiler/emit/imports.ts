/** What a generated file imports: from the library, and from what was generated for other files. */
import type { LocalFile, TypeImport } from '#protobuf/compiler/naming/local-names';
import { hasFastList } from './read.ts';

/** How generated code says where something is. */
export interface ImportStyle {
  /** The module that has what generated code needs of the library. */
  runtime(module: RuntimeModule): string;
  /** What stands in place of `.proto` behind the path of another generated file. */
  readonly extension: string;
  /** The module of a file whose code stands elsewhere already; `undefined`: it stands beside this. */
  elsewhere?(path: string): string | undefined;
}

/** Modules of the library, by their path below `src/`. */
export type RuntimeModule =
  | 'protobuf/codec'
  | 'protobuf/create'
  | 'protobuf/fast/packed'
  | 'protobuf/fast/reader'
  | 'protobuf/fast/writer'
  | 'protobuf/message'
  | 'protobuf/schema/proto-file'
  | 'protobuf/schema/service-definition';

export function emitImports(file: LocalFile, style: ImportStyle): string {
  return [...runtimeImports(file, style), ...generatedImports(file, style)].join('\n');
}

function runtimeImports(file: LocalFile, style: ImportStyle): string[] {
  const values: [RuntimeModule, string[]][] = [];
  const types: [RuntimeModule, string[]][] = [['protobuf/schema/proto-file', ['ProtoFile']]];
  if (file.messages.length > 0) {
    values.push(['protobuf/codec', ['decode', 'encode']], ['protobuf/create', ['create']]);
    types.push(['protobuf/message', ['Message', 'MessageType']]);
    types.push(['protobuf/fast/reader', ['Reader']], ['protobuf/fast/writer', ['Writer']]);
  }
  if (file.messages.some(({ fields }) => fields.some(hasFastList))) {
    values.push(['protobuf/fast/packed', ['readInt32s']]);
  }
  if (file.enums.length > 0) types.push(['protobuf/message', ['OpenEnum']]);
  if (file.services.length > 0) {
    const methods = file.services.flatMap((service) => service.methods);
    const streams = methods.some((method) => method.requestStream || method.responseStream);
    const names = streams ? ['ServiceDefinition', 'Source'] : ['ServiceDefinition'];
    types.push(['protobuf/schema/service-definition', names]);
  }
  return [
    ...joined(values, style).map(([from, names]) => `import { ${names} } from '${from}';`),
    ...joined(types, style).map(([from, names]) => `import type { ${names} } from '${from}';`),
  ];
}

/** One line for each place: outside this repository all of the library is in one. */
function joined(
  imports: readonly [RuntimeModule, string[]][],
  style: ImportStyle,
): [from: string, names: string][] {
  const byPlace = new Map<string, string[]>();
  for (const [module, names] of imports) {
    const place = style.runtime(module);
    byPlace.set(place, [...(byPlace.get(place) ?? []), ...names]);
  }
  return [...byPlace].map(([place, names]) => [place, names.join(', ')]);
}

/** What other generated files declare and this one uses, by file. */
function generatedImports(file: LocalFile, style: ImportStyle): string[] {
  // A type may also come from a file that an imported one imports publicly.
  const paths = new Set([
    ...file.fileNames.keys(),
    ...file.typeImports.map(({ type }) => type.file),
  ]);
  return [...paths].map((path) => {
    const fileName = file.fileNames.get(path);
    const names = file.typeImports.filter(({ type }) => type.file === path).flatMap(namesOf);
    const all = fileName === undefined ? names : [as('file', fileName), ...names];
    const place = style.elsewhere?.(path) ?? relative(file.path, path, style.extension);
    return `import { ${all.join(', ')} } from '${place}';`;
  });
}

function namesOf({ type, name, isWhole }: TypeImport): string[] {
  const own = as(type.typeName, name);
  if (!isWhole || !('fields' in type)) return [own];
  const made = ['empty', 'read', 'write'].map((verb) => as(verb + type.typeName, verb + name));
  return [own, ...made];
}

const as = (name: string, local: string) => (name === local ? name : `${name} as ${local}`);

/** From one generated file to another: the tree of `proto/` again. */
function relative(from: string, to: string, extension: string): string {
  const up = from.split('/').length - 1;
  return `${up === 0 ? './' : '../'.repeat(up)}${to.replace(/\.proto$/, '')}${extension}`;
}
