import { type CatalogueEntry, loadExercise } from './catalogue.ts';
import { type Progress, readProgress } from './progress.ts';
import { UserError } from './user-error.ts';
import { warn } from './warn.ts';

export interface TaskCounts {
  /** Tasks that were passed once. */
  passed: number;
  all: number;
  /** The numbers of those that failed when they were last graded. */
  failing: number[];
}

/** How many tasks an exercise has, and what has become of them. */
export async function taskCounts(entry: CatalogueEntry, progress: Progress): Promise<TaskCounts> {
  const { tasks } = await loadExercise(entry);
  const done = progress.lessons[entry.number]?.tasks ?? {};
  const numbers = tasks.map((_, index) => index + 1);
  return {
    passed: numbers.filter((number) => done[number]?.passed !== undefined).length,
    all: tasks.length,
    failing: numbers.filter((number) => done[number]?.failed !== undefined),
  };
}

/** `5/5 tasks`, and which of them fail again. */
export function sayTasks({ passed, all, failing }: TaskCounts): string {
  const now = failing.length === 0 ? '' : `  ✗ now: ${failing.join(', ')}`;
  return `${passed}/${all}${now}`;
}

/** The first lesson whose exercise is not passed; `undefined` if all that are written are. */
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
 * @throws UserError if all are passed
 */
export async function nextExercise(catalogue: CatalogueEntry[]): Promise<CatalogueEntry> {
  const open = await firstOpenExercise(catalogue, readProgress(warn));
  if (open !== undefined) return open;
  throw new UserError(
    'every exercise that is written is passed; to grade one again, give its number',
    0,
  );
}
