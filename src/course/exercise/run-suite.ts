import type { CatalogueEntry } from '../catalogue.ts';
import { gradingJob, type Subject } from '../grading/grade.ts';
import { type Outcome, runJobs } from '../grading/run-jobs.ts';
import { restoreMissingFiles } from './restore.ts';

/** Runs an exercise's suite once; files that are gone come back as skeletons first. */
export async function runSuite(
  entry: CatalogueEntry,
  subject: Subject,
  signal?: AbortSignal,
): Promise<Outcome> {
  const job = gradingJob(entry, subject);
  if (subject === 'exercise') await restoreMissingFiles(entry);
  const outcome = (await runJobs([job], signal)).get(job.name);
  if (outcome === undefined) throw new Error('the suite ended without an outcome');
  return outcome;
}
