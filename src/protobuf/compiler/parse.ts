/**
 * Reads `.proto` files. The text is parsed by protobufjs, because a grammar teaches nothing about
 * RPC; what it found becomes our own schema. This happens while a program is built: nothing that
 * runs imports this folder.
 */
import protobuf from 'protobufjs';
import { checkProto3, ProtoError } from './check-proto3.ts';
import { convertFile } from './convert.ts';
import type { FileSchema, Options } from './schema.ts';

/** The text of the file that is imported as `path`, or `undefined` if there is none. */
export type ReadProto = (path: string) => string | undefined;

/**
 * Parses the files at `paths` and all that they import. Returned by path, imports before those
 * that import them.
 * @throws ProtoError, naming the file, for what is missing, misspelt or not proto3.
 */
export function parseProto(paths: readonly string[], read: ReadProto): Map<string, FileSchema> {
  const root = new protobuf.Root();
  const parsed = new Map<string, ParsedFile>();
  for (const path of paths) parseInto(root, path, read, parsed, []);
  try {
    root.resolveAll();
  } catch (error) {
    throw new ProtoError(paths.join(', '), (error as Error).message);
  }
  const schemas = new Map<string, FileSchema>();
  for (const file of parsed.values()) schemas.set(file.path, convertFile(root, file));
  return schemas;
}

export interface ParsedFile {
  readonly path: string;
  readonly package: string;
  readonly imports: readonly string[];
  readonly options: Options;
}

/** @param importers The files on the way here, to tell a circle from a file met twice. */
function parseInto(
  root: protobuf.Root,
  path: string,
  read: ReadProto,
  parsed: Map<string, ParsedFile>,
  importers: readonly string[],
): void {
  if (parsed.has(path)) return;
  if (importers.includes(path)) {
    throw new ProtoError(path, `imports itself: ${[...importers, path].join(' → ')}`);
  }
  const text = read(path);
  if (text === undefined) {
    const from = importers.length === 0 ? '' : `, which ${importers.at(-1)} imports`;
    throw new ProtoError(path, `there is no such file${from}`);
  }
  checkProto3(path, text);
  const result = parseText(root, path, text);
  const imports = result.imports ?? [];
  for (const imported of imports) parseInto(root, imported, read, parsed, [...importers, path]);
  parsed.set(path, {
    path,
    package: result.package ?? '',
    imports,
    options: optionsOf(path, text),
  });
}

function parseText(root: protobuf.Root, path: string, text: string): protobuf.IParserResult {
  const parse = protobuf.parse as typeof protobuf.parse & { filename: string | null };
  parse.filename = path;
  try {
    return parse(text, root, { keepCase: true, alternateCommentMode: true });
  } catch (error) {
    throw new ProtoError(path, (error as Error).message);
  } finally {
    parse.filename = null;
  }
}

/** A file's own options. In a shared root those of all files of a package are one heap. */
function optionsOf(path: string, text: string): Options {
  const alone = new protobuf.Root();
  const result = parseText(alone, path, text);
  return (result.package ? alone.lookup(result.package) : alone)?.options ?? {};
}
