import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { srcFileOf } from '#course/exercise/switch';
import { ROOT } from '#course/paths';

const IMPORT = /(?:\bfrom |\bimport\(|^import )'([^']+)'/gm;
const IMPORTS = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).imports as Readonly<
  Record<string, Record<string, string>>
>;
const TYPES = /^(?:import|export) type [^;]*;$/gm;

/**
 * The names of the package's own modules (`#http2/attach`) that programs import, and what those
 * import, and so on: the layers that are at work in them. Found in the texts, so nobody keeps a list.
 * @param programs their paths from the repository
 */
export function namesReachedBy(programs: readonly string[]): Set<string> {
  const names = new Set<string>();
  const seen = new Set<string>();
  const open = [...programs];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path) || !existsSync(`${ROOT}${path}`)) continue;
    seen.add(path);
    const text = readFileSync(`${ROOT}${path}`, 'utf8').replace(TYPES, '');
    for (const [, name = ''] of text.matchAll(IMPORT)) {
      if (name.startsWith('#')) names.add(name);
      open.push(...targetsOf(name, path));
    }
  }
  return names;
}

/** The files of src/ that a name can stand for: the piece, and the plain one that stands in for it. */
function targetsOf(name: string, from: string): string[] {
  if (name.startsWith('.')) return [posix.join(posix.dirname(from), name)];
  if (!name.startsWith('#')) return [];
  const chosen = Object.values(IMPORTS[name] ?? {}).filter((path) => path.startsWith('./src/'));
  return [srcFileOf(name), ...chosen.map((path) => path.slice(2))];
}
