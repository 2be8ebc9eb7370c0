import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from './generate.ts';
import { parseProto } from './parse.ts';

/** The paths of all `.proto` files below a directory, as they would be imported from it. */
export function listProtos(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.proto'))
    .sort();
}

/**
 * Generates from the files at `paths` and all that they import, looked for in `directories` one
 * after the other. Returns the generated text by path: `google/protobuf/any.ts`.
 */
export function generateFiles(
  paths: readonly string[],
  directories: readonly string[],
): Map<string, string> {
  const read = (path: string) => {
    const found = directories.map((directory) => join(directory, path)).find(existsSync);
    return found && readFileSync(found, 'utf8');
  };
  const texts = new Map<string, string>();
  for (const [path, file] of parseProto(paths, read)) {
    texts.set(path.replace(/\.proto$/, '.ts'), format(generate(file)));
  }
  return texts;
}

/** The house's formatter, so that generated code reads like the rest and passes its checks. */
function format(text: string): string {
  const root = join(import.meta.dirname, '../../..');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', '--stdin-file-path=generated.ts'],
    { input: text, encoding: 'utf8', cwd: root, maxBuffer: 2 ** 26 },
  );
  if (status !== 0) throw new Error(`what was generated cannot be formatted: ${stderr}`);
  return stdout;
}
