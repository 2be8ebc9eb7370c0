import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Stage } from '#course/lesson/stage';
import { freePort } from '#transport/free-port';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { bundle } from './oci/bundle.ts';
import { ENVIRONMENT, withFiles } from './run/as-process.ts';
import { command } from './run/command.ts';

/** How long the platform waits between SIGTERM and SIGKILL here; `docker stop` waits ten seconds. */
const STOP_MS = 1_000;

/** A number space for processes of its own, in which the first one is process 1. */
const NAMESPACE = ['--pid', '--fork', '--kill-child'];

/** `--pid1`: who hears SIGTERM, as process 1. */
export async function showPid1(stage: Stage): Promise<void> {
  await stage.scene('Process 1, and SIGTERM');
  stage.say(
    'In a container the program is process 1, the one that the kernel treats as the first process of a system: a signal for which it has no handler does nothing to it. Four ways to start a program, each as process 1; SIGTERM, and a second later SIGKILL:',
  );
  const flags = await namespaceFlags();
  if (flags === undefined) {
    stage.step(
      'here',
      'this system gives no number space of its own (unshare): so as ordinary processes',
    );
  }
  const programs = await bundle('server');
  const entries = [...programs].map(([path, bytes]) => ({ path, bytes }));
  await withFiles(entries, async (folder) => {
    const server = `'${process.execPath}' '${join(folder, 'server.cjs')}'`;
    const deaf = "console.log('listening, and deaf'); setInterval(() => {}, 1000)";
    const ways: [string, string, ...string[]][] = [
      ['["node", "server.cjs"]', process.execPath, join(folder, 'server.cjs')],
      ['sh -c "node server.cjs"', 'sh', '-c', server],
      ['sh -c "prepare && node …; …"', 'sh', '-c', `true && ${server}; echo it is over`],
      ['node without a handler', process.execPath, '-e', deaf],
    ];
    const rows = [['started as', 'process 1', 'last word', 'ended by']];
    for (const [name, ...argv] of ways) rows.push([name, ...(await stop(argv, flags))]);
    stage.print(drawTable(rows));
  });
  stage.say(
    'The first one drains. The second is what the shell form of a Dockerfile becomes: some shells step aside for the last program of their line, and others stay. A shell that stays is process 1, has no handler for SIGTERM, and passes it to nobody: the server learns nothing, and is killed in the middle of its calls. The fourth shows that it is the same without a shell if nobody has written a handler.',
  );
  stage.say(
    'So: the form with brackets, which needs no shell, and a handler. (`docker run --init` puts a small process 1 in front, which passes signals on; the handler is needed all the same, or calls are lost.)',
  );
}

async function namespaceFlags(): Promise<string[] | undefined> {
  for (const flags of [NAMESPACE, ['--user', '--map-root-user', ...NAMESPACE]]) {
    const { code } = await command('unshare', [...flags, 'true'], 5_000);
    if (code === 0) return flags;
  }
  return undefined;
}

/** Starts a program, waits until it listens, tells it to end, and sees what comes of it. */
async function stop(argv: string[], flags: string[] | undefined): Promise<string[]> {
  const [program = '', ...args] = flags === undefined ? argv : ['unshare', ...flags, ...argv];
  const env = { ...ENVIRONMENT, SHOP_HOST: '127.0.0.1', SHOP_PORT: String(await freePort()) };
  const child = spawn(program, args, {
    env: { ...env, PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'ignore'],
    // So that a program whose shell has died is found and ended, too.
    detached: true,
  });
  const [exited, closed] = [once(child, 'exit'), once(child, 'close')];
  let last = '';
  try {
    await new Promise<void>((resolve, reject) => {
      closed.then(() => reject(new Error('it did not start')), reject);
      createInterface({ input: child.stdout! }).on('line', (line) => {
        last = line;
        if (line.startsWith('listening')) resolve();
      });
    });
    const first = flags === undefined ? child.pid! : childOf(child);
    const name = readName(first);
    process.kill(first, 'SIGTERM');
    const isOver = await Promise.race([exited.then(() => true), later(STOP_MS)]);
    if (!isOver) process.kill(first, 'SIGKILL');
    await exited;
    endGroup(child);
    await closed;
    const word = last.startsWith('listening') ? '–' : last;
    return [name, word, isOver ? 'SIGTERM' : 'SIGKILL'];
  } finally {
    endGroup(child);
  }
}

/** Ends whatever a program has started and left behind. */
function endGroup({ pid }: ChildProcess): void {
  try {
    process.kill(-pid!, 'SIGKILL');
  } catch {
    // Nobody is left.
  }
}

/** The process that `unshare` has started: 1 in its own number space, another number in ours. */
function childOf({ pid }: ChildProcess): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]);
}

/** What a process is called: `node`, `sh`. */
function readName(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return '?';
  }
}

function later(milliseconds: number): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), milliseconds).unref();
  });
}
