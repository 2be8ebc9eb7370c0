import { fstatSync } from 'node:fs';
import { type CatalogueEntry, loadExercise } from '#course/catalogue';
import { nextHint } from '#course/exercise/next-hint';
import { restoreMissingFiles } from '#course/exercise/restore';
import { drawExercise, remember } from '#course/exercise/session';
import { gradingJob } from '#course/grading/grade';
import { type Runner, startRunner } from '#course/grading/run-jobs';
import { firstOpenTask, isPassed, judge, type Verdict } from '#course/grading/verdict';
import { refuseForeignImports } from '#course/learner/foreign-imports';
import { watchFiles } from '#course/learner/watch-files';
import { ROOT } from '#course/paths';
import { closeInput, openInput, terminalPaint, terminalWidth } from '#course/terminal';

/** How often a watch looks whether the process that started it is still there, in ms. */
const PARENT_LOOK_MS = 1_000;

/**
 * `npm run exercise N -- --watch`: a verdict on every save. The suite's process stays and runs
 * again by itself; one that hung or died is replaced at the next save, and one whose file was gone
 * for a moment when it is back: vitest does not look for it any more.
 *
 * @param types look for type errors too
 */
export async function watch(
  first: CatalogueEntry,
  catalogue: CatalogueEntry[],
  types: boolean,
): Promise<void> {
  let entry = first;
  for (;;) {
    await restoreMissingFiles(entry);
    const pressed = await watchOne(entry, types);
    const next = catalogue.find(({ number, written }) => number > entry.number && written);
    if (pressed === 'quit' || next === undefined) return;
    entry = next;
  }
}

/** Watches one exercise until a key says otherwise. */
async function watchOne(entry: CatalogueEntry, types: boolean): Promise<'quit' | 'next'> {
  const paint = terminalPaint();
  const exercise = await loadExercise(entry);
  const job = gradingJob(entry, 'exercise');
  let verdict: Verdict | undefined;
  let runner: Runner | undefined;

  function start(): void {
    const started = startRunner([job], 'watch', (outcomes) => {
      const outcome = outcomes.get(job.name);
      if (outcome === undefined || runner !== started) return;
      show(judge(exercise, outcome));
    });
    runner = started;
    void started.ended.then(() => {
      if (runner === started) runner = undefined;
    });
  }

  function show(latest: Verdict): void {
    try {
      refuseForeignImports(entry, exercise);
    } catch (error) {
      console.log(`\n${(error as Error).message}`);
      return;
    }
    verdict = latest;
    remember(entry, latest);
    draw(latest);
    // The verdict is on the screen first: the compiler is slow.
    if (types) setImmediate(() => sayTypeErrors(latest));
  }

  async function sayTypeErrors(latest: Verdict): Promise<void> {
    const { drawTypeErrors, findTypeErrors } = await import('#course/learner/type-errors');
    if (latest !== verdict) return;
    const text = drawTypeErrors(findTypeErrors(entry, exercise), terminalWidth());
    if (text !== '') console.log(text);
  }

  function draw(latest: Verdict): void {
    if (process.stdout.isTTY) process.stdout.write('\x1b[2J\x1b[H');
    console.log(drawExercise(entry, exercise, latest, 'exercise'));
    const keys = isPassed(latest)
      ? 'n next exercise · q quit'
      : 'h hint · n next exercise · q quit';
    console.log(`\n${paint.faint(`watching exercises/${entry.folder} · ${keys}`)}`);
  }

  const files = exercise.pieces.map(({ file }) => file);
  const watcher = watchFiles(`${ROOT}exercises/${entry.folder}`, files, {
    // A suite's process that lives notices by itself.
    changed: () => runner ?? start(),
    gone: (file) => console.log(paint.faint(`\n${file} is gone; it is graded when it is back`)),
    back() {
      runner?.stop();
      start();
    },
  });
  console.log(paint.faint(`grading exercises/${entry.folder} …`));
  start();

  const pressed = await readKeys((key) => {
    const number = verdict && firstOpenTask(verdict);
    if (key === 'h' && number !== undefined) {
      console.log(`\n${nextHint(entry.number, number, exercise.tasks[number - 1])}`);
    }
  });
  watcher.close();
  const last: Runner | undefined = runner;
  last?.stop();
  await last?.ended;
  return pressed;
}

/**
 * Resolves when `q`, Ctrl-C or `n` is pressed, a signal comes, or the terminal or the parent is gone;
 * other keys go to `onKey`.
 */
function readKeys(onKey: (key: string) => void): Promise<'quit' | 'next'> {
  return new Promise((resolve) => {
    const { stdin, ppid } = process;
    const quit = () => finish('quit');
    // Not every system says by a signal or by the input that the parent is gone.
    const look = setInterval(() => process.ppid !== ppid && quit(), PARENT_LOOK_MS);
    const finish = (how: 'quit' | 'next') => {
      clearInterval(look);
      if (stdin.isTTY) stdin.setRawMode(false);
      closeInput(read);
      stdin.off('end', quit).off('error', quit);
      for (const signal of ENDING) process.off(signal, quit);
      resolve(how);
    };
    const read = (data: Buffer) => {
      for (const key of data.toString()) {
        if (key === 'q' || key === '\x03') return finish('quit');
        if (key === 'n') return finish('next');
        onKey(key);
      }
    };
    for (const signal of ENDING) process.on(signal, quit);
    if (stdin.isTTY) stdin.setRawMode(true);
    if (hasOtherEnd()) stdin.on('end', quit).on('error', quit);
    openInput(read);
  });
}

/** Ctrl-C; a polite request; the terminal was closed. */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Whether somebody holds the other end of the input. Nobody does of a file or of `/dev/null`. */
function hasOtherEnd(): boolean {
  const input = fstatSync(0);
  return process.stdin.isTTY || input.isFIFO() || input.isSocket();
}
