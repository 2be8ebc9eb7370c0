import { readFileSync } from 'node:fs';
import type { CatalogueEntry } from '#course/catalogue';
import { drawVerdict } from '#course/grading/draw-verdict';
import { type Subject, subjectFolder } from '#course/grading/grade';
import type { Verdict } from '#course/grading/verdict';
import { ROOT } from '#course/paths';
import { taskProgress, updateProgress } from '#course/progress';
import { terminalPaint, terminalWidth } from '#course/terminal';
import { warn } from '#course/warn';
import type { Exercise } from './exercise.ts';

/** Writes down what passed; what passed once stays passed, and is marked while it fails again. */
export function remember(entry: CatalogueEntry, verdict: Verdict): void {
  updateProgress(warn, (progress) => {
    const now = new Date().toISOString();
    for (const { number, state } of verdict.tasks) {
      const task = taskProgress(progress, entry.number, number);
      if (state === 'passed') {
        task.passed ??= now;
        delete task.failed;
      } else if (state !== 'unknown' && task.passed !== undefined) {
        task.failed ??= now;
      }
    }
  });
}

export function drawExercise(
  entry: CatalogueEntry,
  exercise: Exercise,
  verdict: Verdict,
  subject: Subject,
): string {
  return drawVerdict(exercise, verdict, {
    title: `${entry.number} · ${entry.title}`,
    folder: subjectFolder(entry, subject),
    width: terminalWidth(),
    paint: terminalPaint(),
    readLines: readLinesOf,
  });
}

function readLinesOf(file: string): string[] | undefined {
  try {
    return readFileSync(`${ROOT}${file}`, 'utf8').split('\n');
  } catch {
    return undefined;
  }
}
