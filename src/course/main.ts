import { Command, CommanderError } from 'commander';
import { UserError } from './user-error.ts';

/**
 * The course's program: `npm run lesson`, `exercise`, `hint`, … are its subcommands. Each command's
 * own module is loaded only when it is asked for, so that a verdict does not wait for the rest.
 */
const program = new Command('npm run').exitOverride().showHelpAfterError(false);

program
  .command('lesson')
  .description('list the lessons, run one, or run one of its ends (server, client)')
  .helpOption(false)
  .allowUnknownOption()
  .allowExcessArguments()
  // Each lesson has flags of its own, so the command parses what follows once it knows the lesson.
  .action(async () => (await import('./commands/lesson.ts')).lesson(process.argv.slice(3)));

program
  .command('exercise [lesson]')
  .description('grade an exercise; without a lesson, the next unfinished one')
  .option('--watch', 'grade again on every save; keys for hint, next and quit')
  .option('--subject <subject>', 'what to grade: exercise (yours), solution or src', 'exercise')
  .action(async (lesson, options) =>
    (await import('./commands/exercise.ts')).exercise(lesson, options),
  );

program
  .command('hint [lesson]')
  .description('the next hint for the first task that does not pass')
  .action(async (lesson) => (await import('./commands/hint.ts')).hint(lesson));

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
  .action(async (lesson, options) => (await import('./commands/reset.ts')).reset(lesson, options));

program
  .command('progress')
  .description('what you have done, and what is next')
  .action(async () => (await import('./commands/progress.ts')).progress());

program
  .command('doctor')
  .description('look whether this machine has what the course needs')
  .action(async () => (await import('./commands/doctor.ts')).doctor());

program
  .command('skeletons')
  .description('(maintainers) derive exercises/ from solutions/')
  .option('--check', 'write nothing; fail where a skeleton is not the derived one')
  .action(async (options) => (await import('./commands/skeletons.ts')).skeletons(options));

program
  .command('record')
  .description('(maintainers) record the traces that the pages show')
  .action(async () => (await import('./commands/record.ts')).record());

// `npm run lesson 3 | head`: who reads may stop reading.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  process.exitCode = 0;
  await program.parseAsync();
} catch (error) {
  if (error instanceof UserError) {
    console.error(`${error.message}`);
    process.exitCode = error.exitCode;
  } else if (error instanceof CommanderError) {
    // The parser has said what is wrong, or shown the help that was asked for.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    throw error;
  }
}
