import { findLesson, loadCatalogue, loadExercise } from '../catalogue.ts';
import { nextHint } from '../exercise/next-hint.ts';
import { restoreMissingFiles } from '../exercise/restore.ts';
import { remember } from '../exercise/session.ts';
import { gradingJob } from '../grading/grade.ts';
import { runJobs } from '../grading/run-jobs.ts';
import { firstOpenTask, judge } from '../grading/verdict.ts';
import { nextExercise } from '../next.ts';

/** `npm run hint [N]`: one hint more for the first task that does not pass now, three at most. */
export async function hint(wanted: string | undefined): Promise<void> {
  const catalogue = await loadCatalogue();
  const entry =
    wanted === undefined ? await nextExercise(catalogue) : findLesson(catalogue, wanted);
  const exercise = await loadExercise(entry);
  await restoreMissingFiles(entry);
  const job = gradingJob(entry, 'exercise');
  const outcome = (await runJobs([job])).get(job.name);
  if (outcome === undefined) throw new Error('the suite ended without an outcome');
  const verdict = judge(exercise, outcome);
  remember(entry, verdict);

  const number = firstOpenTask(verdict);
  if (number === undefined) {
    console.log(
      `Every task of exercise ${entry.number} passes. Compare: npm run solution ${entry.number}`,
    );
    return;
  }
  console.log(nextHint(entry.number, number, exercise.tasks[number - 1]));
}
