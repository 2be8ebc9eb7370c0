import { type CatalogueEntry, findLesson, loadCatalogue, loadExercise } from '#course/catalogue';
import type { Exercise, Tier } from '#course/exercise/exercise';
import { runSuite } from '#course/exercise/run-suite';
import { hasSrcPieces } from '#course/exercise/switch';
import { SUBJECTS, type Subject } from '#course/grading/grade';
import { nextExercise } from '#course/next';
import { terminalWidth } from '#course/terminal';
import { UserError } from '#course/user-error';

export interface ExerciseOptions {
  watch?: boolean;
  all?: boolean;
  json?: boolean;
  types?: boolean;
  /** Tiers may fetch what they lack. */
  install?: boolean;
  subject: string;
}

/** `npm run exercise [N]`: grades, says what is wrong, remembers what is right. */
export async function exercise(
  wanted: string | undefined,
  options: ExerciseOptions,
): Promise<void> {
  const subject = parseSubject(options.subject);
  if (options.all) return gradeOften(undefined, options);
  const catalogue = await loadCatalogue();
  const entry =
    wanted === undefined ? await nextExercise(catalogue) : findLesson(catalogue, wanted);
  if (subject === 'src' && !hasSrcPieces(await loadExercise(entry))) {
    throw new UserError(
      `exercise ${entry.number} is about a library that is not ours: there is no piece of src/ to judge`,
    );
  }
  if (options.json) return gradeOften(entry, options);
  if (options.watch) {
    return (await import('./watch.ts')).watch(entry, catalogue, options.types ?? true);
  }

  // The suite is the slow part: it starts first, and the rest is loaded while it runs.
  const running = runSuite(entry, subject, interruptSignal());
  // What fails before the rest is loaded is told below, and is not a stray.
  running.catch(() => {});
  const { isPassed, judge } = await import('#course/grading/verdict');
  const { drawExercise, remember } = await import('#course/exercise/session');
  const asked = await loadExercise(entry);
  const verdict = judge(asked, await running.catch((error) => endIfInterrupted(error)));

  if (subject === 'exercise') remember(entry, verdict);
  process.exitCode = isPassed(verdict) ? 0 : 1;
  console.log(drawExercise(entry, asked, verdict, subject));
  if (asked.tiers !== undefined)
    await beyondTheTasks(asked.tiers, isPassed(verdict), subject, options);
  console.log(`\n${whatNext(entry, catalogue, isPassed(verdict), subject)}`);
  if (subject === 'exercise' && options.types) await sayTypeErrors(entry, asked);
}

/** Tiers are for a stack whose layers are joined; until then, what each layer would stand before. */
async function beyondTheTasks(
  tiers: readonly Tier[],
  passed: boolean,
  subject: Subject,
  { install = false }: ExerciseOptions,
): Promise<void> {
  const { conditionsFor, drawEarnings, judgeStack } = await import('#course/tiers/judge-stack');
  const { loadLayers } = await import('#course/tiers/layers');
  const signal = interruptSignal();
  try {
    if (passed) {
      if (!(await judgeStack(tiers, subject, { install, signal }))) process.exitCode = 1;
      return;
    }
    const conditions = new Set(await conditionsFor(subject, signal));
    console.log(`\n${drawEarnings(tiers, await loadLayers(conditions))}`);
    console.log('The judges begin when all tasks pass.');
  } catch (error) {
    endIfInterrupted(error);
  }
}

async function sayTypeErrors(entry: CatalogueEntry, asked: Exercise): Promise<void> {
  const { drawTypeErrors, findTypeErrors } = await import('#course/learner/type-errors');
  const text = drawTypeErrors(findTypeErrors(entry, asked), terminalWidth());
  if (text !== '') console.log(text);
}

/** `--all`: a row for each exercise. With `--json` a line for each task, of one exercise or of all. */
async function gradeOften(
  only: CatalogueEntry | undefined,
  { watch, subject, json }: ExerciseOptions,
): Promise<void> {
  if (watch || subject !== 'exercise') {
    throw new UserError('--all and --json grade yours, and once: not with --watch or --subject');
  }
  const { gradeAll } = await import('#course/learner/grade-all');
  const { drawRow, jsonLines } = await import('#course/learner/verdict-lines');
  const { isPassed } = await import('#course/grading/verdict');
  const graded = await gradeAll(only, interruptSignal()).catch((error) => endIfInterrupted(error));
  for (const one of graded) console.log(json ? jsonLines(one).join('\n') : drawRow(one));
  process.exitCode = graded.every(({ verdict }) => isPassed(verdict)) ? 0 : 1;
}

function interruptSignal(): AbortSignal {
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  return interrupted.signal;
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

/** The lines below a verdict: the commands that one most likely wants now. */
function whatNext(
  entry: CatalogueEntry,
  catalogue: CatalogueEntry[],
  passed: boolean,
  subject: Subject,
): string {
  if (subject !== 'exercise') return `(this was ${subject}, not your exercise)`;
  const { number } = entry;
  if (!passed) {
    return `Stuck?         npm run hint ${number}\nOn each save:  npm run exercise ${number} -- --watch`;
  }
  const next = catalogue.find((other) => other.number > number && other.written);
  const onward = next ? `Next:     npm run lesson ${next.number}` : 'That was the last lesson.';
  return `All tasks pass.\nCompare:  npm run solution ${number}\n${onward}`;
}
