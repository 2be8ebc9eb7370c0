import { type CatalogueEntry, findLesson, loadCatalogue, loadExercise } from '../catalogue.ts';
import { runSuite } from '../exercise/run-suite.ts';
import { hasSrcPieces } from '../exercise/src-pieces.ts';
import { SUBJECTS, type Subject } from '../grading/grade.ts';
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
  if (subject === 'src' && !hasSrcPieces(entry)) {
    throw new UserError(
      `exercise ${entry.number} is about a library that is not ours: there is no piece of src/ to judge`,
    );
  }
  if (options.watch) return (await import('./watch.ts')).watch(entry, catalogue);

  // The suite is the slow part: it starts first, and the rest is loaded while it runs.
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  const running = runSuite(entry, subject, interrupted.signal);
  const { isPassed, judge } = await import('../grading/verdict.ts');
  const { drawExercise, remember } = await import('../exercise/session.ts');
  const asked = await loadExercise(entry);
  const verdict = judge(asked, await running.catch((error) => endIfInterrupted(error)));

  if (subject === 'exercise') remember(entry, verdict);
  console.log(drawExercise(entry, asked, verdict, subject));
  const passed = isPassed(verdict);
  console.log(`\n${whatNext(entry, catalogue, passed, subject)}`);
  process.exitCode = passed ? 0 : 1;
}

function parseSubject(text: string): Subject {
  const subject = SUBJECTS.find((candidate) => candidate === text);
  if (subject === undefined) {
    throw new UserError(`--subject is one of ${SUBJECTS.join(', ')}, not '${text}'`);
  }
  return subject;
}

function endIfInterrupted(error: unknown): never {
  if (error instanceof Error && error.name === 'AbortError') throw new UserError('stopped', 130);
  throw error;
}

/** The line below a verdict: the command that one most likely wants now. */
function whatNext(
  entry: CatalogueEntry,
  catalogue: CatalogueEntry[],
  passed: boolean,
  subject: Subject,
): string {
  if (subject !== 'exercise') return `(this was ${subject}, not your exercise)`;
  if (!passed) {
    return `Stuck?  npm run hint ${entry.number}      On every save:  npm run exercise ${entry.number} -- --watch`;
  }
  const next = catalogue.find(({ number, written }) => number > entry.number && written);
  const onward = next
    ? `Next:  npm run lesson ${next.number}`
    : 'That was the last one that is written.';
  return `All tasks pass.  Compare:  npm run solution ${entry.number}      ${onward}`;
}
