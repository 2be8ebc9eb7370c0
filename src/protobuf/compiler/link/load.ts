/** Finds and parses the files that are asked for, and all that they import. */
import { parseFile } from '#protobuf/compiler/parse/parse-file';
import type { FileNode, ImportNode } from '#protobuf/compiler/parse/syntax';
import { ProtoError, showPlace } from '#protobuf/compiler/proto-error';

/** The text of the file that is imported as `path`, or `undefined` if there is none. */
export type ReadProto = (path: string) => string | undefined;

/**
 * By path, imports before those that import them.
 * @throws ProtoError for a file that is missing or wrong, and for files that import each other.
 */
export function loadFiles(paths: readonly string[], read: ReadProto): Map<string, FileNode> {
  const loaded = new Map<string, FileNode>();

  /** @param importers The files on the way here, to tell a circle from a file met twice. */
  function load(path: string, importers: readonly string[]): void {
    if (loaded.has(path)) return;
    checkPath(path);
    const text = read(path);
    if (text === undefined) throw new ProtoError(path, 'there is no such file');
    const file = parseFile(path, text);
    const before = new Map<string, ImportNode>();
    for (const node of file.imports) {
      const again = before.get(node.path);
      if (again !== undefined) {
        const first = showPlace(path, again.place);
        throw new ProtoError(path, `${node.path} is already imported (${first})`, node.place);
      }
      before.set(node.path, node);
      loadImport(file, node, [...importers, path]);
    }
    loaded.set(path, file);
  }

  function loadImport(file: FileNode, node: ImportNode, importers: readonly string[]): void {
    if (importers.includes(node.path)) {
      const circle = [...importers.slice(importers.indexOf(node.path)), node.path].join(' → ');
      throw new ProtoError(file.path, `imports itself: ${circle}`, node.place);
    }
    checkPath(node.path, file.path, node);
    if (!loaded.has(node.path) && read(node.path) === undefined) {
      throw new ProtoError(
        node.path,
        `there is no such file, which ${showPlace(file.path, node.place)} imports`,
      );
    }
    load(node.path, importers);
  }

  for (const path of paths) load(path, []);
  return loaded;
}

/**
 * What is generated is written to a path made from this one, and two spellings of one path would
 * be two files: so `.`, `..`, empty parts and backslashes are refused, as protoc does.
 */
function checkPath(path: string, importer = path, node?: ImportNode): void {
  const parts = path.split('/');
  const isPlain = !path.includes('\\') && !parts.some((part) => ['', '.', '..'].includes(part));
  if (isPlain) return;
  const reason = `${JSON.stringify(path)} is not a path from the root of the imports: no ".", "..", "//" or "\\" can be in it`;
  throw new ProtoError(importer, reason, node?.place);
}
