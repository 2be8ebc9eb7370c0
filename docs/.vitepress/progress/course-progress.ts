/**
 * What `npm run exercise` recorded (`.course/progress.json`), as far as the site needs it. The file
 * is another program's, perhaps an older one's: whatever does not have this shape is passed over.
 */
export interface CourseProgress {
  /** By lesson number. */
  lessons: Record<string, LessonProgress>;
}

export interface LessonProgress {
  /** When the lesson was last run to its end. */
  run?: string;
  /** Tasks passed, by their number, with the time. */
  tasks: Record<string, string>;
}

/** What the page tells the dev server: tasks of an exercise that passed in it. */
export interface PassedInPage {
  lesson: number;
  tasks: number[];
}

/** Where the dev server answers with the file, and takes what passed in the page. */
export const PROGRESS_PATH = '/__course/progress.json';

/** Reads any JSON value. `undefined` if it is not progress of a version that we know. */
export function parseProgress(value: unknown): CourseProgress | undefined {
  if (!isRecord(value) || value.version !== 1 || !isRecord(value.lessons)) return undefined;
  const lessons: Record<string, LessonProgress> = {};
  for (const [number, lesson] of Object.entries(value.lessons)) {
    if (!isRecord(lesson) || !isRecord(lesson.tasks)) continue;
    const tasks: Record<string, string> = {};
    for (const [task, entry] of Object.entries(lesson.tasks)) {
      if (isRecord(entry) && typeof entry.passed === 'string') tasks[task] = entry.passed;
    }
    lessons[number] = { tasks, ...(typeof lesson.run === 'string' && { run: lesson.run }) };
  }
  return { lessons };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
