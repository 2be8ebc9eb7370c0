import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

/** The repository's folder, with a slash at the end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Loads a module of the repository that `src/` must not import: a lesson, an exercise. */
export function importFromRoot(path: string): Promise<unknown> {
  return import(new URL(`../../${path}`, import.meta.url).href);
}

/** What belongs to this learner and not to git: progress, kept files, subjects of tests. */
export const STATE_FOLDER = `${ROOT}.course/`;

/**
 * A character of this folder's path that means something in an address: the tools below take paths
 * for addresses, and then look for another file, or for none. `undefined` if there is none.
 */
export const ODD_CHARACTER: string | undefined = /[#?%]/.exec(ROOT)?.[0];

/** What can be made again, such as transformed modules. A read-only checkout keeps it elsewhere. */
export const CACHE_FOLDER = isWritable(ROOT) ? STATE_FOLDER : `${tmpdir()}/rpc-from-scratch/`;

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
