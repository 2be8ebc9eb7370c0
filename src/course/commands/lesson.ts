import { Command, InvalidArgumentError } from 'commander';
import { wrap } from '#inspect/wrap';
import { type CatalogueEntry, findLesson, loadCatalogue, loadLesson } from '../catalogue.ts';
import type { Lesson } from '../lesson/define-lesson.ts';
import { createStage } from '../lesson/stage.ts';
import { lessonProgress, updateProgress } from '../progress.ts';
import { closeInput, openInput, terminalPaint, terminalWidth } from '../terminal.ts';
import { UserError } from '../user-error.ts';
import { warn } from '../warn.ts';

/**
 * `npm run lesson`: the list; `npm run lesson N`: the story; `npm run lesson N server|client`: one
 * end in a terminal of its own. Flags stand behind `--`.
 */
export async function lesson(args: string[]): Promise<void> {
  const catalogue = await loadCatalogue();
  const firstFlag = args.findIndex((arg) => arg.startsWith('-'));
  const [wanted, end, ...more] = firstFlag < 0 ? args : args.slice(0, firstFlag);
  const flags = firstFlag < 0 ? [] : args.slice(firstFlag);

  if (wanted === undefined) {
    await (await import('./list.ts')).list(catalogue, flags);
    return;
  }
  const entry = findLesson(catalogue, wanted);
  if (more.length > 0 || (end !== undefined && end !== 'server' && end !== 'client')) {
    throw new UserError(`a lesson has two ends, server and client; '${more[0] ?? end}' is neither`);
  }
  const loaded = await loadLesson(entry);
  if (flags.includes('--mine')) {
    const { runOnMyLayers } = await import('../lesson/mine.ts');
    const others = args.filter((arg) => arg !== '--mine');
    process.exitCode = await runOnMyLayers(catalogue, others);
    return;
  }
  if (end === undefined) await runStory(entry, loaded, flags);
  else await runEnd(entry, loaded, end, flags);
}

/** An argument parser that stops with a line, never with a stack trace. */
function parserOf(name: string, about: string): Command {
  return new Command(name).description(about).exitOverride().allowExcessArguments(false);
}

async function runStory(entry: CatalogueEntry, loaded: Lesson, flags: string[]): Promise<void> {
  const parser = parserOf(`npm run lesson ${entry.number} --`, `${entry.title}. ${entry.question}`)
    .option('--step', 'wait for Enter between the scenes')
    .option('--no-wire', 'do not draw the bytes')
    .option('--mine', 'run on your own layers, as far as they pass');
  for (const { flag, about } of loaded.experiments) parser.option(flag, `break it: ${about}`);
  parser.addHelpText(
    'after',
    `\nEach end in a terminal of its own:\n  npm run lesson ${entry.number} server\n  npm run lesson ${entry.number} client`,
  );
  parser.parse(flags, { from: 'user' });
  const { step, wire, ...experiments } = parser.opts<{ step?: boolean; wire: boolean }>();

  const interrupted = interruptSignal();
  const stage = createStage({
    write: (text) => process.stdout.write(text),
    paint: terminalPaint(),
    width: terminalWidth(),
    wire,
    pause: step ? () => waitForEnter(interrupted) : undefined,
    signal: interrupted,
  });
  console.log(stage.paint.strong(`Lesson ${entry.number} · ${entry.title}`));
  console.log(stage.paint.faint(entry.question));
  try {
    await loaded.run(stage, { experiments });
  } catch (error) {
    throw interrupted.aborted ? new UserError('\nstopped', 130) : error;
  }
  updateProgress(warn, (progress) => {
    lessonProgress(progress, entry.number).run = new Date().toISOString();
  });
  sayWhatNow(entry, loaded);
}

function sayWhatNow(entry: CatalogueEntry, loaded: Lesson): void {
  const commands = loaded.experiments.map(
    ({ flag, example = flag }) => `  npm run lesson ${entry.number} -- ${example}`,
  );
  const column = Math.max(...commands.map((command) => command.length)) + 3;
  console.log('\nBreak it:');
  for (const [i, command] of commands.entries()) {
    const [first = '', ...rest] = wrap(
      loaded.experiments[i]?.about ?? '',
      terminalWidth() - column,
    );
    console.log(`${command.padEnd(column)}${first}`);
    for (const line of rest) console.log(`${' '.repeat(column)}${line}`);
  }
  console.log(`Read it:   npm start, then lesson ${entry.number}`);
  console.log(`Build it:  npm run exercise ${entry.number}`);
}

async function runEnd(
  entry: CatalogueEntry,
  loaded: Lesson,
  end: 'server' | 'client',
  flags: string[],
): Promise<void> {
  const parser = parserOf(
    `npm run lesson ${entry.number} ${end} --`,
    `The ${end} of lesson ${entry.number}.`,
  )
    .option('--host <host>', `where the server ${end === 'server' ? 'listens' : 'is'}`, '127.0.0.1')
    .option('--port <port>', 'its port', parsePort, loaded.port)
    .option('--mine', 'run on your own layers, as far as they pass');
  parser.parse(flags, { from: 'user' });
  const { host, port } = parser.opts<{ host: string; port: number }>();
  const signal = interruptSignal();
  const options = { host, port, log: (line: string) => console.log(line) };

  if (end === 'client') {
    await loaded.runClient({ ...options, signal }).catch((error) => {
      throw signal.aborted ? new UserError('stopped', 130) : explain(entry, error, host, port);
    });
    return;
  }
  const server = await loaded.startServer(options).catch((error) => {
    throw explain(entry, error, host, port);
  });
  console.log(`listening on ${server.host}:${server.port}; Ctrl-C ends it`);
  console.log(
    `in another terminal: npm run lesson ${entry.number} client${port === loaded.port ? '' : ` -- --port ${server.port}`}`,
  );
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  await server.close();
  console.log('\nclosed');
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new InvalidArgumentError('a port is a number from 0 to 65535.');
  }
  return port;
}

/** What the system's error code means for somebody who typed a command. */
function explain(
  entry: CatalogueEntry,
  error: NodeJS.ErrnoException,
  host: string,
  port: number,
): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new UserError(
        `port ${port} is in use; choose another: npm run lesson ${entry.number} server -- --port ${port + 100}`,
        1,
      );
    case 'EACCES':
      return new UserError(`port ${port} is not yours to take; choose one above 1023`, 1);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new UserError(`'${host}' is no address of this machine or network`, 1);
    case 'ECONNREFUSED':
      return new UserError(
        `no server at ${host}:${port}; start one: npm run lesson ${entry.number} server`,
        1,
      );
    case 'ECONNRESET':
    case 'ETIMEDOUT':
      return new UserError(`the connection to ${host}:${port} broke (${error.code})`, 1);
    default:
      return error;
  }
}

function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort());
  return controller.signal;
}

/** Resolves with the next line on standard input, or its end. */
function waitForEnter(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      process.stdin.off('end', go);
      closeInput(go);
      signal.removeEventListener('abort', go);
      resolve();
    };
    if (process.stdin.readableEnded || signal.aborted) return resolve();
    process.stdout.write('\n  Enter to go on ');
    process.stdin.on('end', go);
    openInput(go);
    signal.addEventListener('abort', go);
  });
}
