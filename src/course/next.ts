import { type CatalogueEntry, loadExercise } from './catalogue.ts';
import { type Progress, readProgress } from './progress.ts';
import { UserError } from './user-error.ts';
import { warn } from './warn.ts';

/** How many tasks an exercise has, and how many of them were passed once. */
export async function taskCounts(
  entry: CatalogueEntry,
  progress: Progress,
): Promise<{ passed: number; all: number }> {
  const { tasks } = await loadExercise(entry);
  const done = progress.lessons[entry.number]?.tasks ?? {};
  const passed = tasks.filter((_, index) => done[index + 1]?.passed !== undefined).length;
  return { passed, all: tasks.length };
}

/** The first lesson whose exercise is not passed; `undefined` where all that are written are. */
export async function firstOpenExercise(
  catalogue: CatalogueEntry[],
  progress: Progress,
): Promise<CatalogueEntry | undefined> {
  for (const entry of catalogue) {
    if (!entry.written) continue;
    const { passed, all } = await taskCounts(entry, progress);
    if (passed < all) return entry;
  }
  return undefined;
}

/**
 * The exercise that is meant where none is named.
 * @throws UserError where all are passed
 */
export async function nextExercise(catalogue: CatalogueEntry[]): Promise<CatalogueEntry> {
  const open = await firstOpenExercise(catalogue, readProgress(warn));
  if (open !== undefined) return open;
  throw new UserError(
    'every exercise that is written is passed; to grade one again, give its number',
    0,
  );
}
