import { readFileSync } from 'node:fs';
import type { CatalogueEntry } from '../catalogue.ts';
import { drawVerdict } from '../grading/draw-verdict.ts';
import { type Subject, subjectFolder } from '../grading/grade.ts';
import type { Verdict } from '../grading/verdict.ts';
import { ROOT } from '../paths.ts';
import { taskProgress, updateProgress } from '../progress.ts';
import { terminalPaint, terminalWidth } from '../terminal.ts';
import { warn } from '../warn.ts';
import type { Exercise } from './exercise.ts';

/** Writes down what passed; what passed once stays passed. */
export function remember(entry: CatalogueEntry, verdict: Verdict): void {
  updateProgress(warn, (progress) => {
    for (const { number, state } of verdict.tasks) {
      if (state !== 'passed') continue;
      taskProgress(progress, entry.number, number).passed ??= new Date().toISOString();
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
