import { fileURLToPath } from 'node:url';

/** The repository's folder, with a slash at the end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Loads a module of the repository that `src/` must not import: a lesson, an exercise. */
export function importFromRoot(path: string): Promise<unknown> {
  return import(new URL(`../../${path}`, import.meta.url).href);
}

/** What belongs to this learner and not to git: progress, kept files, subjects of tests. */
export const STATE_FOLDER = `${ROOT}.course/`;
