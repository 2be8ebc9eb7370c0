import { type CatalogueEntry, findLesson, loadCatalogue, loadExercise } from '../catalogue.ts';
import { drawExercise, remember, restoreMissingFiles } from '../exercise/session.ts';
import { gradingJob, SUBJECTS, type Subject } from '../grading/grade.ts';
import { type Outcome, runJobs } from '../grading/run-jobs.ts';
import { isPassed, judge, type Verdict } from '../grading/verdict.ts';
import { nextExercise } from '../next.ts';
import { UserError } from '../user-error.ts';

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

function endIfInterrupted(error: unknown): never {
  if (error instanceof Error && error.name === 'AbortError') throw new UserError('stopped', 130);
  throw error;
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
