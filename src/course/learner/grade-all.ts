import { type CatalogueEntry, conditionOf } from '#course/catalogue';
import type { Exercise } from '#course/exercise/exercise';
import { readExerciseFile } from '#course/exercise/files';
import { restoreMissingFiles } from '#course/exercise/restore';
import { remember } from '#course/exercise/session';
import { loadExercises, type PlacedExercise } from '#course/exercise/switch';
import { gradingJob } from '#course/grading/grade';
import { runJobs } from '#course/grading/run-jobs';
import { isPassed, judge, type Verdict } from '#course/grading/verdict';
import { UserError } from '#course/user-error';
import { refuseForeignImports } from './foreign-imports.ts';

/** An exercise as it is now, not as it once was. */
export interface Graded {
  entry: CatalogueEntry;
  exercise: Exercise;
  verdict: Verdict;
  /** Why nothing was graded: the files import what they may not. */
  refused?: string;
}

/**
 * Grades the learner's exercises, in a lesson or in all that are written. Of one that is untouched
 * the verdict is known.
 */
export async function gradeAll(only?: CatalogueEntry, signal?: AbortSignal): Promise<Graded[]> {
  const exercises = (await loadExercises()).filter(
    ({ entry }) => only === undefined || entry.number === only.number,
  );
  for (const { entry } of exercises) await restoreMissingFiles(entry);
  const graded = exercises.map((placed) => ({
    ...placed,
    verdict: untouched(placed.exercise),
    refused: refusalOf(placed),
    job: gradingJob(placed.entry, 'exercise'),
  }));
  const toRun = graded.filter((one) => one.refused === undefined && isTouched(one));
  const outcomes = await runJobs(
    toRun.map(({ job }) => job),
    signal,
  );
  for (const one of toRun) {
    const outcome = outcomes.get(one.job.name);
    if (outcome === undefined) throw new Error(`${one.job.name} ended without an outcome`);
    one.verdict = judge(one.exercise, outcome);
    remember(one.entry, one.verdict);
  }
  return graded;
}

/** The conditions under which those layers carry the stack whose exercise passes now. */
export function conditionsOfPassed(graded: readonly Graded[]): string[] {
  return graded
    .filter(({ verdict }) => isPassed(verdict))
    .map(({ entry }) => conditionOf(entry, 'exercise'));
}

/** The verdict on an exercise of which nothing is written yet: it is known without a run. */
export function untouched({ tasks }: Exercise): Verdict {
  return { tasks: tasks.map((_, index) => ({ number: index + 1, state: 'not-yet' })) };
}

function refusalOf({ entry, exercise }: PlacedExercise): string | undefined {
  try {
    refuseForeignImports(entry, exercise);
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

/** Whether any file of the exercise differs from its skeleton. */
export function isTouched({ entry, exercise }: PlacedExercise): boolean {
  return exercise.pieces.some((piece) => {
    const { mine, skeleton } = readExerciseFile(entry.folder, piece);
    return mine !== skeleton;
  });
}
