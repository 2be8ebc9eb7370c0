import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { srcFileOf } from '#course/exercise/switch';
import { ROOT } from '#course/paths';

const IMPORT = /(?:\bfrom |\bimport\(|^import )'([^']+)'/gm;
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
      const target = targetOf(name, path);
      if (target !== undefined) open.push(target);
    }
  }
  return names;
}

function targetOf(name: string, from: string): string | undefined {
  if (name.startsWith('#')) return srcFileOf(name);
  return name.startsWith('.') ? posix.join(posix.dirname(from), name) : undefined;
}
