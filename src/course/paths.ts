import { fileURLToPath } from 'node:url';

/** The repository's folder, with a slash at the end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What belongs to this learner and not to git: progress, kept files, subjects of tests. */
export const STATE_FOLDER = `${ROOT}.course/`;
