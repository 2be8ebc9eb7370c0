import { Command, CommanderError } from 'commander';
import { visible, visibleBlock } from '#inspect/draw/visible';
import { UserError } from './user-error.ts';

/**
 * Runs one of the course's commands: `['exercise', '3', '--watch']`. What goes wrong is told on
 * standard error; `process.exitCode` says how it went.
 */
export async function runProgram(args: string[]): Promise<void> {
  try {
    process.exitCode = 0;
    await createProgram(args).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof UserError) {
      console.error(visibleBlock(error.message));
      process.exitCode = error.exitCode;
    } else if (error instanceof CommanderError) {
      // The parser has said what is wrong, or shown the help that was asked for.
      process.exitCode = error.exitCode === 0 ? 0 : 2;
    } else {
      await tellLearner(error);
    }
  }
}

/**
 * Tells an error of the learner's code, or of a folder that cannot be written to.
 * @throws the error if it is neither
 */
export async function tellLearner(error: unknown): Promise<void> {
  const { tellLearnerError, tellUnwritable } = await import('#course/learner/learner-error');
  const told = tellLearnerError(error) ?? tellUnwritable(error);
  if (told === undefined) throw harmless(error);
  console.error(visibleBlock(told));
  process.exitCode = 1;
}

/** The same error. Node prints it with its stack, and a peer may have written its message. */
function harmless(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? visible(error) : error;
  // Defined, not assigned: a DOMException, such as that of `atob`, lets nobody write its message.
  const message = { value: visibleBlock(error.message), configurable: true, writable: true };
  const stack = { ...message, value: visibleBlock(error.stack ?? '') };
  Object.defineProperties(error, { message, stack });
  error.cause &&= harmless(error.cause);
  return error;
}

/**
 * `npm run lesson`, `exercise`, `hint`, … are its subcommands. Each command's own module is loaded
 * only when it is asked for, so that a verdict does not wait for the rest.
 */
function createProgram(args: string[]): Command {
  const program = new Command('npm run').exitOverride().showHelpAfterError(false);

  program
    .command('lesson')
    .description('list the lessons, run one, or run one of its ends (server, client)')
    .helpOption(false)
    .allowUnknownOption()
    .allowExcessArguments()
    // Each lesson has flags of its own, so the command parses what follows once it knows the lesson.
    .action(async () => (await import('./commands/lesson.ts')).lesson(args.slice(1)));

  program
    .command('exercise [lesson]')
    .description('grade an exercise; without a lesson, the next unfinished one')
    .option('--watch', 'grade again on every save; keys for hint, next and quit')
    .option('--all', 'every exercise, a row each')
    .option('--json', 'for programs: a line of JSON for each task')
    .option('--no-types', 'do not look for type errors')
    .option('--install', 'fetch the programs of others that judge it, where an exercise has such')
    .option('--subject <subject>', 'what to grade: exercise (yours), solution or src', 'exercise')
    .action(async (lesson, options) =>
      (await import('./commands/exercise.ts')).exercise(lesson, options),
    );

  program
    .command('hint [lesson] [task]')
    .description(
      'the next hint for the first task that does not pass, or for the one that is named',
    )
    .action(async (lesson, task) => (await import('./commands/hint.ts')).hint(lesson, task));

  program
    .command('solution [lesson]')
    .description('compare your files with ours, once you have passed')
    .option('--spoil', 'also before you have passed')
    .action(async (lesson, options) =>
      (await import('./commands/solution.ts')).solution(lesson, options),
    );

  program
    .command('reset [lesson]')
    .description('put the skeleton back; your text is kept aside')
    .option('--yes', 'do not ask')
    .action(async (lesson, options) =>
      (await import('./commands/reset.ts')).reset(lesson, options),
    );

  program
    .command('progress')
    .description('what you have done, and what is next')
    .option('--export <file>', 'write it to a file, for a teacher; - is the terminal')
    .option('--table <files...>', 'a table of such files, a row for each learner')
    .action(async (options) => (await import('./commands/progress.ts')).progress(options));

  program
    .command('doctor')
    .description('look whether this machine has what the course needs')
    .action(async () => (await import('./commands/doctor.ts')).doctor());

  program
    .command('skeletons')
    .description('(maintainers) derive solutions, skeletons and the switch in package.json')
    .option('--check', 'write nothing; fail if anything is not as derived')
    .action(async (options) => (await import('./commands/skeletons.ts')).skeletons(options));

  program
    .command('record')
    .argument('[lesson]', 'its number or name; all if left out')
    .description('(maintainers) record the traces that the pages show')
    .action(async (lesson) => (await import('./commands/record.ts')).record(lesson));

  return program;
}
