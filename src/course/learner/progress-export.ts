import { loadCatalogue } from '#course/catalogue';
import { taskCounts } from '#course/next';
import type { Progress } from '#course/progress';
import { UserError } from '#course/user-error';

/** How far a learner is: what `npm run progress -- --export FILE` writes. Fields may be added. */
export interface ProgressExport {
  version: 1;
  /** When it was written, ISO 8601. */
  exported: string;
  lessons: LessonExport[];
}

export interface LessonExport {
  number: number;
  title: string;
  /** When the lesson was last run to its end, ISO 8601; `null` if never. */
  run: string | null;
  tasks: number;
  /** Tasks that were passed once. */
  passed: number;
  /** The numbers of those that failed when they were last graded. */
  failing: number[];
  /** Hints that were shown, of all its tasks together. */
  hints: number;
}

export async function exportProgress(progress: Progress, now: Date): Promise<ProgressExport> {
  const written = (await loadCatalogue()).filter((entry) => entry.written);
  const lessons = await Promise.all(
    written.map(async (entry): Promise<LessonExport> => {
      const { passed, all, failing } = await taskCounts(entry, progress);
      const { run = null, tasks = {} } = progress.lessons[entry.number] ?? {};
      const hints = Object.values(tasks).reduce((sum, task) => sum + (task.hints ?? 0), 0);
      const { number, title } = entry;
      return { number, title, run, tasks: all, passed, failing, hints };
    }),
  );
  return { version: 1, exported: now.toISOString(), lessons };
}

/** @throws UserError if `text` is not an export */
export function parseExport(file: string, text: string): ProgressExport {
  try {
    const parsed: unknown = JSON.parse(text);
    if (isExport(parsed)) return parsed;
  } catch {
    // Not even JSON.
  }
  throw new UserError(`${file} was not written by npm run progress -- --export`);
}

function isExport(value: unknown): value is ProgressExport {
  if (typeof value !== 'object' || value === null) return false;
  const { version, lessons } = value as Partial<ProgressExport>;
  return (
    version === 1 &&
    Array.isArray(lessons) &&
    lessons.every(
      (lesson: Partial<LessonExport> | null) =>
        [lesson?.number, lesson?.tasks, lesson?.passed].every(Number.isInteger) &&
        Array.isArray(lesson?.failing),
    )
  );
}
