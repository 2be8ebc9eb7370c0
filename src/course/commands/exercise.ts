import { readFileSync } from 'node:fs';
import { type CatalogueEntry, findLesson, loadCatalogue, loadExercise } from '../catalogue.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { readExerciseFile, writeSkeleton } from '../exercise/files.ts';
import { drawVerdict } from '../grading/draw-verdict.ts';
import { gradingJob, SUBJECTS, type Subject, subjectFolder } from '../grading/grade.ts';
import { type Outcome, runJobs } from '../grading/run-jobs.ts';
import { isPassed, judge, type Verdict } from '../grading/verdict.ts';
import { nextExercise } from '../next.ts';
import { ROOT } from '../paths.ts';
import { taskProgress, updateProgress } from '../progress.ts';
import { terminalPaint, terminalWidth } from '../terminal.ts';
import { UserError } from '../user-error.ts';
import { warn } from '../warn.ts';

export interface ExerciseOptions {
  watch?: boolean;
  subject: string;
}

/** `npm run exercise [N]`: grades, says what is wrong, remembers what is right. */
export async function exercise(
  wanted: string | undefined,
  options: ExerciseOptions,
): Promise<void> {
  const subject = parseSubject(options.subject);
  const catalogue = await loadCatalogue();
  const entry =
    wanted === undefined ? await nextExercise(catalogue) : findLesson(catalogue, wanted);
  if (options.watch) return (await import('./watch.ts')).watch(entry, catalogue);

  // The suite is the slow part: it starts first, and the rest is done while it runs.
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  const running = prepareAndRun(entry, subject, interrupted.signal);
  const asked = await loadExercise(entry);
  const verdict = judge(asked, await running.catch((error) => endIfInterrupted(error)));

  if (subject === 'exercise') remember(entry, verdict);
  console.log(drawExercise(entry, asked, verdict, subject));
  console.log(`\n${await whatNext(entry, catalogue, verdict, subject)}`);
  process.exitCode = isPassed(verdict) ? 0 : 1;
}

function parseSubject(text: string): Subject {
  const subject = SUBJECTS.find((candidate) => candidate === text);
  if (subject === undefined) {
    throw new UserError(`--subject is one of ${SUBJECTS.join(', ')}, not '${text}'`);
  }
  return subject;
}

async function prepareAndRun(
  entry: CatalogueEntry,
  subject: Subject,
  signal: AbortSignal,
): Promise<Outcome> {
  const job = gradingJob(entry, subject);
  if (subject === 'exercise') await restoreMissingFiles(entry);
  const outcome = (await runJobs([job], signal)).get(job.name);
  if (outcome === undefined) throw new Error('the suite ended without an outcome');
  return outcome;
}

/** A file of the exercise that was deleted comes back as its skeleton. */
export async function restoreMissingFiles(entry: CatalogueEntry): Promise<void> {
  for (const file of (await loadExercise(entry)).files) {
    const exerciseFile = readExerciseFile(entry.folder, file);
    if (exerciseFile.mine !== undefined) continue;
    writeSkeleton(exerciseFile);
    warn(`exercises/${exerciseFile.path} was not there; the skeleton is back`);
  }
}

function endIfInterrupted(error: unknown): never {
  if (error instanceof Error && error.name === 'AbortError') throw new UserError('stopped', 130);
  throw error;
}

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

/** The line below a verdict: the command that one most likely wants now. */
async function whatNext(
  entry: CatalogueEntry,
  catalogue: CatalogueEntry[],
  verdict: Verdict,
  subject: Subject,
): Promise<string> {
  if (subject !== 'exercise') return `(this was ${subject}, not your exercise)`;
  if (!isPassed(verdict)) {
    return `Stuck?  npm run hint ${entry.number}      On every save:  npm run exercise ${entry.number} -- --watch`;
  }
  const next = catalogue.find(({ number, written }) => number > entry.number && written);
  const onward = next
    ? `Next:  npm run lesson ${next.number}`
    : 'That was the last one that is written.';
  return `All tasks pass.  Compare:  npm run solution ${entry.number}      ${onward}`;
}
