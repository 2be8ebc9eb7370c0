import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { ImportStyle } from '#protobuf/compiler/emit/imports';
import { parseProto } from '#protobuf/compiler/parse-proto';
import { generate, INSIDE } from './generate.ts';
import { layOut } from './layout.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** The `.proto` files that come with the library: `google/protobuf/timestamp.proto` and others. */
const KNOWN = join(ROOT, 'proto');

/** The paths of all `.proto` files below a directory, as they would be imported from it. */
export function listProtos(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.proto'))
    .sort();
}

/**
 * Generates from the files at `paths` and all that they import, looked for in `directories` one
 * after the other; those of protobuf itself are found without. Returns the generated text by path:
 * `google/protobuf/any.ts`.
 *
 * @param made modules below this one have the code of what is imported and not in the first of the
 *   directories: `#protobuf/generated` for `#protobuf/generated/google/protobuf/any`. It is not
 *   generated again.
 */
export function generateFiles(
  paths: readonly string[],
  directories: readonly string[],
  style: ImportStyle = INSIDE,
  made?: string,
): Map<string, string> {
  const foreign = new Set<string>();
  const read = (path: string) => {
    const known = path.startsWith('google/') ? [KNOWN] : [];
    const places = [...directories, ...known];
    const found = places.find((one) => existsSync(join(one, path)));
    if (found === undefined) return undefined;
    if (found !== directories[0] && !paths.includes(path)) foreign.add(path);
    return readFileSync(join(found, path), 'utf8');
  };
  const isMade = (path: string) => made !== undefined && foreign.has(path);
  const elsewhere = (path: string) =>
    isMade(path) ? `${made}/${path.replace(/\.proto$/, '')}` : undefined;
  const texts = new Map<string, string>();
  for (const [path, file] of parseProto(paths, read)) {
    if (isMade(path)) continue;
    const text = generate(file, { ...style, elsewhere });
    texts.set(path.replace(/\.proto$/, '.ts'), format(text));
  }
  return texts;
}

/** Whether a directory belongs to this repository, whose code imports the library as `#…`. */
export function isInside(directory: string): boolean {
  return `${resolve(directory)}/`.startsWith(`${ROOT}/`) && !directory.includes('node_modules');
}

/** The house's formatter, so that generated code reads like the rest and passes its checks. */
function format(text: string): string {
  const biome = findBiome();
  if (biome === undefined) return layOut(text);
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [biome, 'check', '--write', '--stdin-file-path=generated.ts'],
    { input: text, encoding: 'utf8', cwd: ROOT, maxBuffer: 2 ** 26 },
  );
  if (status !== 0) throw new Error(`what was generated cannot be formatted: ${stderr}`);
  return stdout;
}

/** It is for those who work on this repository; who uses the library need not have it. */
function findBiome(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  } catch {
    return undefined;
  }
}
