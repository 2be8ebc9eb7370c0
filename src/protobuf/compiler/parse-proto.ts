/**
 * Reads `.proto` files: from texts to schemas, in three steps. `parse/` makes a tree of each text,
 * `link/` finds what the names in it mean and checks what proto3 demands, `descriptor/` makes the
 * message that describes the file. This happens while a program is built: nothing that runs imports
 * this folder.
 */

import { buildFile } from './descriptor/build-file.ts';
import { createContext } from './descriptor/context.ts';
import { SchemaBuilder } from './link/build-schema.ts';
import { checkExtensions } from './link/check/extensions.ts';
import { checkFile } from './link/check/file.ts';
import { loadFiles, type ReadProto } from './link/load.ts';
import { References } from './link/references.ts';
import { SymbolTable } from './link/symbols.ts';
import type { FileSchema } from './schema.ts';

/**
 * Parses the files at `paths` and all that they import. Returned by path, imports before those
 * that import them.
 * @throws ProtoError for what is missing, misspelt or not proto3. It says where.
 */
export function parseProto(paths: readonly string[], read: ReadProto): Map<string, FileSchema> {
  const files = loadFiles(paths, read);
  const references = new References(files, new SymbolTable(files.values()));
  checkExtensions(files.values(), references);
  const builder = new SchemaBuilder(references);
  const schemas = new Map<string, FileSchema>();
  for (const file of files.values()) {
    checkFile(file, references);
    const schema = builder.build(file);
    const context = createContext(file, references, builder);
    schemas.set(file.path, { ...schema, descriptor: buildFile(file, context) });
  }
  return schemas;
}
