import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CatalogueEntry, loadCatalogue } from '#course/catalogue';
import type { Outcome } from '#course/grading/run-jobs';
import type { ClassicMistake } from '#course/kit/mistake';
import type { Subject } from '#course/mutants/subject';
import { ROOT } from '#course/paths';

export * from '#course/mutants/subject';

/** The lessons to which the tests of the course apply: all that are written. */
export async function writtenLessons(): Promise<CatalogueEntry[]> {
  return (await loadCatalogue()).filter((entry) => entry.written);
}

/** The files of the exercise as somebody else would write them; those that nobody did are ours. */
export function otherWays(entry: CatalogueEntry): Record<string, string> {
  const folder = join(ROOT, 'test/graded/other-ways', entry.folder);
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}

export async function loadMistakes(entry: CatalogueEntry): Promise<ClassicMistake[]> {
  const path = `${ROOT}test/graded/${entry.folder}.mistakes.ts`;
  return ((await import(path)) as { mistakes: ClassicMistake[] }).mistakes;
}

/** How many mistakes of a lesson are enough for a run that shall not take long. */
const SOME_MISTAKES = 8;

/** So many of all, spread evenly over the list, and the last of each task in any case. */
export function someOf(mistakes: ClassicMistake[]): ClassicMistake[] {
  const step = Math.max(1, mistakes.length / SOME_MISTAKES);
  const taken = new Set(mistakes.map((_, i) => Math.floor(i * step)));
  const lastOf = (task: number) => mistakes.findLastIndex((mistake) => mistake.task === task);
  return mistakes.filter(({ task }, i) => taken.has(i) || i === lastOf(task));
}

/** @throws if a text that a mistake changes is not there exactly once */
export function makeMistake(
  files: Record<string, string>,
  { name, file, change }: ClassicMistake,
): Record<string, string> {
  const text = change.reduce((current, [find, replacement]) => {
    const found = current.split(find).length - 1;
    if (found !== 1) throw new Error(`${name}: found ${found} times in ${file}: ${find}`);
    return current.replace(find, () => replacement);
  }, files[file] ?? '');
  return { ...files, [file]: text };
}

/** The outcome as the learner would get it, with the subject standing in exercises/. */
export function asIfInExercises(outcome: Outcome, { paths, entry }: Subject): Outcome {
  const text = Object.entries(paths).reduce(
    (current, [file, path]) => current.replaceAll(path, `exercises/${entry.folder}/${file}`),
    JSON.stringify(outcome),
  );
  return JSON.parse(text) as Outcome;
}

/** Reads the subject's line that a verdict names as one of exercises/. */
export function readLinesOf({ paths, entry }: Subject): (file: string) => string[] | undefined {
  return (file) => {
    const path = paths[file.replace(`exercises/${entry.folder}/`, '')];
    return path === undefined ? undefined : readFileSync(`${ROOT}${path}`, 'utf8').split('\n');
  };
}
