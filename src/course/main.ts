import { runProgram, tellLearner } from './program.ts';

/** How long a command that failed may take to close what it has opened, in ms. */
const CLOSING_MS = 500;

// `npm run lesson 3 | head`: who reads may stop reading (EPIPE). A terminal may be closed (EIO).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
  process.exit();
});

// Whoever started this with a channel to it, a lesson or a test, is gone: nobody waits for it any more.
process.once('disconnect', () => process.exit());
// Listening alone does not keep the process alive.
process.channel?.unref();

// `lesson N -- --mine`: the learner's code may also throw where nobody waits for it.
if (process.execArgv.some((flag) => flag.startsWith('--conditions=exercise-'))) {
  process.once('uncaughtException', async (error) => {
    await tellLearner(error).catch(() => console.error(error));
    process.exit(1);
  });
}

await runProgram(process.argv.slice(2));

// What a command that failed has left open, such as a connection, keeps nobody waiting.
if (process.exitCode) setTimeout(() => process.exit(), CLOSING_MS).unref();
