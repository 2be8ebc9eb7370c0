import { Command } from 'commander';
import type { CatalogueEntry } from '#course/catalogue';
import { lessonProgress, updateProgress } from '#course/progress';
import { terminalPaint, terminalWidth, waitForKey } from '#course/terminal';
import { UserError } from '#course/user-error';
import { warn } from '#course/warn';
import { wrap } from '#inspect/draw/wrap';
import { aboutOf, type Lesson } from './define-lesson.ts';
import { createStage, StoryOver } from './stage.ts';

/** An argument parser that stops with a line, never with a stack trace. */
export function parserOf(name: string, about: string): Command {
  return new Command(name).description(about).exitOverride().allowExcessArguments(false);
}

/** How long a story may take to close its connections when it is stopped, in ms. */
const STOPPING_MS = 1_000;

interface StoryFlags {
  step?: boolean;
  wire: boolean;
  /** The number of one scene; `true` without a number. */
  scene?: string | true;
}

/** `npm run lesson N`: the story, scene by scene. */
export async function runStory(
  entry: CatalogueEntry,
  loaded: Lesson,
  flags: string[],
): Promise<void> {
  const parser = parserOf(`npm run lesson ${entry.number} --`, `${entry.title}. ${entry.question}`)
    .option('--step', 'wait for Enter between the scenes, as on a terminal')
    .option('--no-step', 'run through, as in a pipe')
    .option('--scene [number]', 'one scene alone; without a number, a list of them')
    .option('--no-wire', 'do not draw the bytes')
    .option('--mine', 'run on your own layers, as far as they pass')
    .option('--layers', 'with --mine: name every layer, and whose it is');
  for (const experiment of loaded.experiments) {
    parser.option(experiment.flag, `break it: ${aboutOf(experiment)}`);
  }
  parser.addHelpText(
    'after',
    `\nEach end in a terminal of its own:\n  npm run lesson ${entry.number} server\n  npm run lesson ${entry.number} client`,
  );
  parser.parse(flags, { from: 'user' });
  const { step, wire, scene, ...experiments } = parser.opts<StoryFlags>();

  const only = parseScene(scene);
  const isWatched = process.stdin.isTTY && process.stdout.isTTY;
  const interrupted = interruptSignal();
  const paint = terminalPaint();
  let hasHead = false;
  /** Said before the first scene, and not before a flag's value is refused. */
  const head = () => {
    if (hasHead) return;
    hasHead = true;
    console.log(paint.strong(`Lesson ${entry.number} · ${entry.title}`));
    console.log(paint.faint(entry.question));
  };
  const stage = createStage({
    write(text) {
      head();
      process.stdout.write(text);
    },
    paint,
    width: terminalWidth(),
    wire,
    pause:
      (step ?? isWatched) && only === undefined
        ? (next) => askToGoOn(next, interrupted)
        : undefined,
    only,
    signal: interrupted,
  });
  const run = loaded.run(stage, { experiments }).then(
    () => true,
    (error) => {
      if (interrupted.aborted) throw stopped();
      if (error instanceof StoryOver) return false;
      throw error;
    },
  );
  const isOver = await Promise.race([run, endWith(interrupted)]);
  if (only === 0) head();
  if (only !== undefined) return sayScenes(stage.scenes, only, isOver);
  if (!isOver) {
    const next = stage.scenes.length + 1;
    console.log(`\nOn from here:  npm run lesson ${entry.number} -- --scene ${next}`);
    return;
  }
  updateProgress(warn, (progress) => {
    lessonProgress(progress, entry.number).run = new Date().toISOString();
  });
  sayWhatNow(entry, loaded);
}

/** Said on a line of its own: a terminal has written ^C. */
function stopped(): UserError {
  console.error();
  return new UserError('stopped', 130);
}

/** A story that does not end by itself when it is stopped is left where it is. */
function endWith(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(stopped());
    signal.addEventListener('abort', () => setTimeout(end, STOPPING_MS).unref());
  });
}

/** `--scene 2` → 2; `--scene` → 0, which is not a scene. */
function parseScene(scene: string | true | undefined): number | undefined {
  if (scene === undefined) return undefined;
  if (scene === true) return 0;
  if (/^[1-9]\d*$/.test(scene)) return Number(scene);
  throw new UserError(`--scene takes the number of a scene, 1 or more, not '${scene}'`);
}

/** Lists the scenes if that was asked for, or if there is none of this number. */
function sayScenes(scenes: readonly string[], only: number, isOver: boolean): void {
  if (only > 0 && (only <= scenes.length || !isOver)) return;
  const list = scenes.map((title, index) => `  ${index + 1} · ${title}`).join('\n');
  if (only > 0) throw new UserError(`there is no scene ${only}; the scenes are:\n${list}`);
  console.log(`\n${list}`);
}

function sayWhatNow(entry: CatalogueEntry, { experiments }: Lesson): void {
  const flags = experiments.map(({ flag, example = flag }) => `  ${example}`);
  const column = Math.max(...flags.map((flag) => flag.length)) + 3;
  console.log(`\nBreak it:  npm run lesson ${entry.number} --, and one of`);
  for (const [i, flag] of flags.entries()) {
    const [first = '', ...rest] = wrap(aboutOf(experiments[i]!), terminalWidth() - column);
    console.log(`${flag.padEnd(column)}${first}`);
    for (const line of rest) console.log(`${' '.repeat(column)}${line}`);
  }
  console.log(`Read it:   npm start, then lesson ${entry.number}`);
  console.log(`Build it:  npm run exercise ${entry.number}`);
}

/** Asks before the next scene; `false` if the learner has seen enough. */
async function askToGoOn(next: string, signal: AbortSignal): Promise<boolean> {
  process.stdout.write(`\n  Enter to go on to ${next}; q ends it `);
  const goesOn = await waitForKey(signal);
  console.log();
  return goesOn;
}

/** Aborted by Ctrl-C, or by a polite request to end. */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort());
  return controller.signal;
}
