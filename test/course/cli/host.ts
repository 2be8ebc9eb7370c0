import { pathToFileURL } from 'node:url';

/**
 * A process that runs the course's commands one after another, each as if the program had been
 * started for it alone, and tells what each has printed and left behind. It is loaded once instead
 * of a hundred times. Its working folder is a sandbox, whose program it is.
 */
export interface Order {
  args: string[];
  env: NodeJS.ProcessEnv;
}

export type News =
  | { type: 'stdout' | 'stderr'; text: string }
  /** The command has done what it does; what it has left open may keep it from ending. */
  | { type: 'returned' }
  /** `left`: what would have kept a process of its own from ending. */
  | { type: 'ended'; code: number; left: string[] };

/** How long something may take to close that a command has begun to close, in ms. */
const CLOSING_MS = 5_000;

const program = pathToFileURL(`${process.cwd()}/src/course/program.ts`).href;
const { runProgram } = (await import(program)) as typeof import('#course/program');

const tell = (news: News) => process.send?.(news);

for (const name of ['stdout', 'stderr'] as const) {
  process[name].write = (text: string | Uint8Array) => {
    tell({ type: name, text: String(text) });
    return true;
  };
}

/** What keeps this process alive, apart from what it had before. */
function leftBeside(before: string[]): string[] {
  const rest = [...before];
  return process.getActiveResourcesInfo().filter((resource) => {
    const at = rest.indexOf(resource);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

async function obey({ args, env }: Order): Promise<void> {
  const environment = { ...process.env };
  const before = process.getActiveResourcesInfo();
  Object.assign(process.env, env);
  try {
    await runProgram(args);
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  }
  tell({ type: 'returned' });
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, environment);
  // A process that ends takes its listeners with it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeAllListeners(signal);
  for (const until = Date.now() + CLOSING_MS; leftBeside(before).length > 0; ) {
    if (Date.now() > until) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  const code = Number(process.exitCode ?? 0);
  process.exitCode = 0;
  tell({ type: 'ended', code, left: leftBeside(before) });
}

let last = Promise.resolve();
process.on('message', (order: Order | 'end') => {
  if (order === 'end') {
    // Now the process ends by itself, unless a command has left something behind.
    process.removeAllListeners('disconnect');
    process.disconnect();
  } else last = last.then(() => obey(order));
});
process.once('disconnect', () => process.exit(1));
