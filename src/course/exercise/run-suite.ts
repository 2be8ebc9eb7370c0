import { type CatalogueEntry, loadExercise } from '#course/catalogue';
import { gradingJob, type Subject } from '#course/grading/grade';
import { type Outcome, runJobs } from '#course/grading/run-jobs';
import { refuseForeignImports } from '#course/learner/foreign-imports';
import { ODD_CHARACTER, ROOT } from '#course/paths';
import { UserError } from '#course/user-error';
import { restoreMissingFiles } from './restore.ts';

/** Runs an exercise's suite once; files that are gone come back as skeletons first. */
export async function runSuite(
  entry: CatalogueEntry,
  subject: Subject,
  signal?: AbortSignal,
): Promise<Outcome> {
  if (ODD_CHARACTER === '#') {
    throw new UserError(
      `nothing can be graded here: there is a # in the path ${ROOT}; move the folder`,
      1,
    );
  }
  const job = gradingJob(entry, subject);
  if (subject === 'exercise') {
    await restoreMissingFiles(entry);
    refuseForeignImports(entry, await loadExercise(entry));
  }
  const outcome = (await runJobs([job], signal)).get(job.name);
  if (outcome === undefined) throw new Error('the suite ended without an outcome');
  return outcome;
}
