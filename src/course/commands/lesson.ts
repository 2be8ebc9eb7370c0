import { InvalidArgumentError } from 'commander';
import { type CatalogueEntry, findLesson, loadCatalogue, loadLesson } from '#course/catalogue';
import type { Lesson } from '#course/lesson/define-lesson';
import { interruptSignal, parserOf, runStory } from '#course/lesson/run-story';
import { terminalWidth } from '#course/terminal';
import { UserError } from '#course/user-error';
import { visibleBlock } from '#inspect/draw/visible';
import { wrap } from '#inspect/draw/wrap';

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
  if (flags.includes('--mine') || flags.includes('--layers')) {
    const { runOnMyLayers } = await import('../lesson/mine.ts');
    const others = args.filter((arg) => arg !== '--mine' && arg !== '--layers');
    process.exitCode = await runOnMyLayers(entry, others, flags.includes('--layers'));
    return;
  }
  if (end === undefined) await runStory(entry, loaded, flags);
  else await runEnd(entry, loaded, end, flags);
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
  const width = terminalWidth();
  const log = (text: string) => {
    for (const line of visibleBlock(text).split('\n')) {
      console.log(line.length <= width ? line : wrap(line, width - 2).join('\n  '));
    }
  };
  const options = { host, port, log };

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
      return new UserError(`'${host}' is not an address of this machine or network`, 1);
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
