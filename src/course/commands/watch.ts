import { watch as watchFolder } from 'node:fs';
import { type CatalogueEntry, loadExercise } from '../catalogue.ts';
import { nextHint } from '../exercise/next-hint.ts';
import { restoreMissingFiles } from '../exercise/restore.ts';
import { drawExercise, remember } from '../exercise/session.ts';
import { gradingJob } from '../grading/grade.ts';
import { type Runner, startRunner } from '../grading/run-jobs.ts';
import { firstOpenTask, isPassed, judge, type Verdict } from '../grading/verdict.ts';
import { ROOT } from '../paths.ts';
import { closeInput, openInput, terminalPaint } from '../terminal.ts';

/** An editor writes a file in several steps; this many ms after the last one it is done. */
const SETTLE_MS = 50;

/**
 * `npm run exercise N -- --watch`: a verdict on every save. The suite's process stays and runs
 * again by itself; only one that hung or died is replaced, at the next save.
 */
export async function watch(first: CatalogueEntry, catalogue: CatalogueEntry[]): Promise<void> {
  let entry = first;
  for (;;) {
    await restoreMissingFiles(entry);
    const pressed = await watchOne(entry);
    const next = catalogue.find(({ number, written }) => number > entry.number && written);
    if (pressed === 'quit' || next === undefined) return;
    entry = next;
  }
}

/** Watches one exercise until a key says otherwise. */
async function watchOne(entry: CatalogueEntry): Promise<'quit' | 'next'> {
  const paint = terminalPaint();
  const exercise = await loadExercise(entry);
  const job = gradingJob(entry, 'exercise');
  let verdict: Verdict | undefined;
  let runner: Runner | undefined;

  function start(): void {
    const started = startRunner([job], 'watch', (outcomes) => {
      const outcome = outcomes.get(job.name);
      if (outcome === undefined) return;
      verdict = judge(exercise, outcome);
      remember(entry, verdict);
      draw(verdict);
    });
    runner = started;
    void started.ended.then(() => {
      if (runner === started) runner = undefined;
    });
  }

  function draw(latest: Verdict): void {
    if (process.stdout.isTTY) process.stdout.write('\x1b[2J\x1b[H');
    console.log(drawExercise(entry, exercise, latest, 'exercise'));
    const keys = isPassed(latest)
      ? 'n next exercise · q quit'
      : 'h hint · n next exercise · q quit';
    console.log(`\n${paint.faint(`watching exercises/${entry.folder} · ${keys}`)}`);
  }

  let settle: NodeJS.Timeout | undefined;
  const watcher = watchFolder(`${ROOT}exercises/${entry.folder}`, () => {
    clearTimeout(settle);
    settle = setTimeout(() => {
      if (runner === undefined) start();
    }, SETTLE_MS);
  });
  console.log(paint.faint(`grading exercises/${entry.folder} …`));
  start();

  const pressed = await readKeys((key) => {
    const number = verdict && firstOpenTask(verdict);
    if (key === 'h' && number !== undefined) {
      console.log(`\n${nextHint(entry.number, number, exercise.tasks[number - 1])}`);
    }
  });
  clearTimeout(settle);
  watcher.close();
  const last: Runner | undefined = runner;
  last?.stop();
  await last?.ended;
  return pressed;
}

/** Resolves when `q`, Ctrl-C or `n` is pressed, or a signal comes; other keys go to `onKey`. */
function readKeys(onKey: (key: string) => void): Promise<'quit' | 'next'> {
  return new Promise((resolve) => {
    const { stdin } = process;
    const finish = (how: 'quit' | 'next') => {
      if (stdin.isTTY) stdin.setRawMode(false);
      closeInput(read);
      process.off('SIGINT', quit).off('SIGTERM', quit);
      resolve(how);
    };
    const quit = () => finish('quit');
    const read = (data: Buffer) => {
      for (const key of data.toString()) {
        if (key === 'q' || key === '\x03') return finish('quit');
        if (key === 'n') return finish('next');
        onKey(key);
      }
    };
    process.on('SIGINT', quit).on('SIGTERM', quit);
    if (stdin.isTTY) stdin.setRawMode(true);
    openInput(read);
  });
}
