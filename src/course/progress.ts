import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { withLock } from './lock.ts';
import { STATE_FOLDER } from './paths.ts';

/**
 * What this learner has done: one file, ignored by git, so that a pull never touches it.
 *
 *     { "version": 1, "lessons": { "3": { "run": "2026-…", "tasks": { "1": { "passed": "2026-…" } } } } }
 */
export interface Progress {
  version: 1;
  lessons: Record<string, LessonProgress>;
}

export interface LessonProgress {
  /** When the lesson was last run to its end, ISO 8601. */
  run?: string;
  tasks: Record<string, TaskProgress>;
}

export interface TaskProgress {
  /** When it first passed. It stays passed, also when the learner goes on trying things. */
  passed?: string;
  /** Since when it fails again, if it does: set and taken back by the latest verdict. */
  failed?: string;
  /** Hints that were shown, 0 to 3. */
  hints?: number;
}

export const PROGRESS_FILE = `${STATE_FOLDER}progress.json`;

/**
 * Reads the progress file. A file that cannot be understood is set aside, never overwritten, and
 * the learner is told through `warn`.
 * @throws the system's error if the file is there and cannot be read, or cannot be set aside
 */
export function readProgress(warn: (message: string) => void, file = PROGRESS_FILE): Progress {
  if (!existsSync(file)) return { version: 1, lessons: {} };
  const text = readFileSync(file, 'utf8');
  try {
    const progress: unknown = JSON.parse(text);
    if (isProgress(progress)) return progress;
  } catch {
    // Not even JSON: it counts as JSON that says something else.
  }
  const aside = setAside(file);
  warn(`the progress file was damaged; it is kept as ${aside}, and a new one is begun`);
  return { version: 1, lessons: {} };
}

/** Writes the whole file or nothing: a power cut leaves the old one. */
function writeProgress(progress: Progress, file: string): void {
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, `${JSON.stringify(progress, null, 2)}\n`);
  renameSync(draft, file);
}

/**
 * Reads, lets `change` change, and writes, while no other terminal does. If the checkout
 * cannot be written to, the learner is told so and nothing is remembered: no verdict is lost.
 */
export function updateProgress(
  warn: (message: string) => void,
  change: (progress: Progress) => void,
  file = PROGRESS_FILE,
): void {
  let progress: Progress | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    withLock(`${file}.lock`, () => {
      progress = readProgress(warn, file);
      change(progress);
      writeProgress(progress, file);
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    warn(`your progress is not remembered: ${file} cannot be written (${code})`);
    // What follows from the change, such as the next hint, happens all the same.
    if (progress === undefined) change({ version: 1, lessons: {} });
  }
}

export function lessonProgress(progress: Progress, lesson: number): LessonProgress {
  progress.lessons[lesson] ??= { tasks: {} };
  return progress.lessons[lesson];
}

export function taskProgress(progress: Progress, lesson: number, task: number): TaskProgress {
  const { tasks } = lessonProgress(progress, lesson);
  tasks[task] ??= {};
  return tasks[task];
}

function isProgress(value: unknown): value is Progress {
  if (typeof value !== 'object' || value === null) return false;
  const { version, lessons } = value as Partial<Progress>;
  return (
    version === 1 &&
    isObject(lessons) &&
    Object.values(lessons).every(
      (lesson) =>
        isObject(lesson) && isObject(lesson.tasks) && Object.values(lesson.tasks).every(isObject),
    )
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function setAside(file: string): string {
  for (let n = 1; ; n++) {
    const aside = `${file}.damaged-${n}`;
    if (existsSync(aside)) continue;
    renameSync(file, aside);
    return aside;
  }
}
