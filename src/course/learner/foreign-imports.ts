import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { CatalogueEntry } from '#course/catalogue';
import type { Exercise } from '#course/exercise/exercise';
import { ROOT } from '#course/paths';
import { UserError } from '#course/user-error';

/** What a module is loaded by: `from '…'`, `import '…'`, `import('…')`, `require('…')`. */
const SPECIFIERS = /\b(?:from|import|require)\s*\(?\s*(['"`])(.*?)\1/g;
const COMMENTS = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

/**
 * Looks whether the learner's files import only what an exercise may: files of their own folder,
 * names that begin with `#`, and packages. A file that passes on our answer would pass, and its
 * writer would have learned nothing.
 *
 * @throws UserError for the first import that leads elsewhere
 */
export function refuseForeignImports({ folder, number }: CatalogueEntry, exercise: Exercise): void {
  for (const { file } of exercise.pieces) {
    const path = `exercises/${folder}/${file}`;
    if (!existsSync(`${ROOT}${path}`)) continue;
    const text = readFileSync(`${ROOT}${path}`, 'utf8').replace(COMMENTS, '');
    for (const [, , specifier = ''] of text.matchAll(SPECIFIERS)) {
      if (!leavesFolder(path, specifier)) continue;
      throw new UserError(
        `${path} imports '${specifier}', and that is not in its folder. So nothing is graded: the work would be another file’s. An exercise imports files beside it (./…), names that begin with #, and packages.\nTo look at our answer:  npm run solution ${number} -- --spoil`,
        1,
      );
    }
  }
}

function leavesFolder(path: string, specifier: string): boolean {
  if (/^(file|data|https?):|^[/\\]|^[A-Za-z]:/.test(specifier)) return true;
  if (!specifier.startsWith('.')) return false;
  const target = posix.join(posix.dirname(path), specifier);
  return !target.startsWith(`${posix.dirname(path)}/`);
}
