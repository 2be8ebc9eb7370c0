import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { moduleRunnerTransform, transformWithEsbuild } from 'vite';
import { ROOT } from '#course/paths';

/** A module that a job has for itself, or, without `code`, one that it shares with all others. */
export interface Found {
  /** A file's absolute path, or a package's name. */
  id: string;
  /** What the module runner of vite evaluates. */
  code?: string;
}

/**
 * Finds what a module of a job imports: one of the replaced modules, one of its own, or one that
 * all jobs share.
 *
 * @param replace the modules put in place of others: `#framing/frame` → a file's absolute path
 * @throws if there is no such module, or if it cannot be transformed
 */
export async function findModule(
  url: string,
  importer: string | undefined,
  replace: Record<string, string>,
): Promise<Found> {
  const file = replace[url] ?? fileOf(url, importer);
  if (file === undefined) return { id: url };
  const isOwn = importer === undefined || url in replace || reaches(file, Object.keys(replace));
  return isOwn ? { id: file, code: await transform(file, url in replace) } : { id: file };
}

const require = createRequire(`${ROOT}package.json`);

/** The file of this repository that is imported as `url`, or `undefined` for a package. */
function fileOf(url: string, importer = ROOT): string | undefined {
  const file = url.startsWith('#')
    ? resolvePackageImport(url)
    : url.startsWith('.')
      ? resolve(dirname(importer), url)
      : url;
  if (file === undefined || (file.startsWith('/') && !existsSync(file))) {
    throw new Error(`Cannot find module '${url}' imported from '${importer}'`);
  }
  return file.startsWith(ROOT) && file.endsWith('.ts') ? file : undefined;
}

const resolved = new Map<string, string>();

/** `imports` in package.json, without any of the conditions that choose a subject. */
function resolvePackageImport(name: string): string | undefined {
  const known = resolved.get(name);
  if (known !== undefined) return known;
  try {
    const file = require.resolve(name);
    resolved.set(name, file);
    return file;
  } catch {
    return undefined;
  }
}

const transformed = new Map<string, Promise<string>>();

function transform(file: string, isSubject: boolean): Promise<string> {
  const known = transformed.get(file);
  if (known !== undefined) return known;
  const promise = transformAnew(file, isSubject);
  transformed.set(file, promise);
  return promise;
}

/** The lines of the subject are shown to the learner; nobody asks for those of the others. */
async function transformAnew(file: string, isSubject: boolean): Promise<string> {
  const text = readFileSync(file, 'utf8');
  const plain = await transformWithEsbuild(text, file, { target: 'node20' });
  const result = await moduleRunnerTransform(plain.code, plain.map, file, text);
  if (result === null) throw new Error(`${file} could not be transformed`);
  if (!isSubject) return result.code;
  const map = Buffer.from(JSON.stringify(result.map)).toString('base64');
  return `${result.code}\n//# sourceMappingURL=data:application/json;base64,${map}`;
}

const reaching = new Map<string, boolean>();

/** Whether the module `file` imports one of `names`, directly or through others. */
function reaches(file: string, names: string[]): boolean {
  const key = [file, ...names].join();
  const known = reaching.get(key);
  if (known !== undefined) return known;
  const found = searchImports(file, new Set(names));
  reaching.set(key, found);
  return found;
}

function searchImports(file: string, names: Set<string>): boolean {
  const seen = new Set([file]);
  for (const at of seen) {
    for (const source of importsOf(at)) {
      if (names.has(source)) return true;
      const next = /^[#.]/.test(source) ? fileOf(source, at) : undefined;
      if (next !== undefined) seen.add(next);
    }
  }
  return false;
}

const importsRead = new Map<string, string[]>();

/** What a file imports, types apart. */
function importsOf(file: string): string[] {
  const known = importsRead.get(file);
  if (known !== undefined) return known;
  const code = readFileSync(file, 'utf8').replace(/\b(?:import|export) type [^'"]*['"]/g, '');
  const found = code.matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g);
  const sources = [...found].map((match) => match[1] ?? '');
  importsRead.set(file, sources);
  return sources;
}
