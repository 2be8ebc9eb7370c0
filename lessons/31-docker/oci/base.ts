import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import type { Entry } from '#image/layer';

/**
 * What node needs to run where there is nothing: its own program, and the libraries that the system's
 * loader would load for it. Empty where there is no Linux to take them from.
 */
export function baseEntries(): Entry[] {
  if (process.platform !== 'linux') return [];
  const libraries = librariesOf(process.execPath).map((path) => ({
    path: path.slice(1),
    bytes: readFileSync(realpathSync(path)),
    executable: true,
  }));
  const node = { path: 'bin/node', bytes: readFileSync(process.execPath), executable: true };
  return [node, ...libraries];
}

/** The files that `ldd` names: `libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x…)`. */
function librariesOf(program: string): string[] {
  try {
    const said = execFileSync('ldd', [program], { encoding: 'utf8', stdio: 'pipe' });
    return [...new Set(said.match(/\/\S+(?= \(0x)/g) ?? [])];
  } catch {
    // A node that was built without libraries of the system needs none.
    return [];
  }
}

/** The names of the specification for what Node calls `x64` and `arm64`. */
export const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
