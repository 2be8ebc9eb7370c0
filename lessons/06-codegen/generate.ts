import { existsSync, readFileSync } from 'node:fs';
import { ROOT } from '#course/paths';
import { generate } from '#protobuf/compiler/generate';
import { parseProto } from '#protobuf/compiler/parse-proto';
import type { FileSchema } from '#protobuf/compiler/schema';

/** The service of this lesson, and by its import the menu. */
export const KITCHEN = 'kitchen/kitchen.proto';

/** What is put in the place of files of `proto/`, by path: for experiments. */
export type Changes = ReadonlyMap<string, string>;

/** The text of a file below `proto/`, where imports are looked for. */
export function readProto(path: string, changes?: Changes): string | undefined {
  const file = `${ROOT}proto/${path}`;
  return changes?.get(path) ?? (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
}

// #region generate
/** The three steps of every generator: read the file, understand it, print a program. */
export function generateFrom(path: string, changes?: Changes): Map<string, string> {
  const files = parseProto([path], (imported) => readProto(imported, changes));
  return new Map([...files.values()].map((file) => [targetOf(file), generate(file)]));
}
// #endregion generate

/** `kitchen/menu.proto` → `kitchen/menu.ts`. */
function targetOf({ path }: FileSchema): string {
  return path.replace(/\.proto$/, '.ts');
}
