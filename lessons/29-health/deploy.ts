import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ROOT } from '#course/paths';
import { countOf, lostOf } from '../shop/callers.ts';
import { ASKS_EVERY_MS, Balancer } from './balancer.ts';
import type { Stack } from './both.ts';
import { Load } from './load.ts';
import { startShop } from './shop.ts';

/** How a server may end. */
export const WAYS = {
  'Ctrl-C': { way: 'ctrl-c', noticeMs: 0, signal: 'SIGINT' },
  'drain at once': { way: 'drain', noticeMs: 0, signal: 'SIGTERM' },
  'in order': { way: 'drain', noticeMs: 20 * ASKS_EVERY_MS, signal: 'SIGTERM' },
} as const;
export type Way = keyof typeof WAYS;

export interface Deployed {
  calls: number;
  lost: number;
  tally: Load['tally'];
  /** What the server said last: `drained`, `forced`, or nothing. */
  said: string;
  /** From the signal to the end of its process, in milliseconds. */
  took: number;
}

/** Calls before the signal, and after the process has gone. */
const BEFORE = 300;
const AFTER = 100;

/**
 * Two servers under load; one of them is told to end, with a real signal. What became of the calls?
 * @param notice in place of the way's own: milliseconds, or 'until all have noticed', which nobody
 *   knows but a test
 */
export async function deploy(
  stack: Stack,
  way: Way,
  notice: number | 'until all have noticed' = WAYS[way].noticeMs,
): Promise<Deployed> {
  const { signal, ...how } = WAYS[way];
  const noticeMs = typeof notice === 'number' ? notice : undefined;
  const leaving = await startLeaving(stack, how.way, noticeMs);
  const stays = await startShop({ work: () => new Promise((done) => setTimeout(done, 30)) });
  const ports = [leaving.port, stays.port];
  const balancer = new Balancer(ports);
  const load = new Load(ports, balancer);
  try {
    await load.more(BEFORE);
    const began = performance.now();
    leaving.kill(signal);
    if (noticeMs === undefined) {
      await balancer.hasNoticed(leaving.port);
      // Who has been given its address before has used it.
      await load.round();
      leaving.tell();
    }
    const said = await leaving.gone;
    const took = performance.now() - began;
    await load.more(AFTER);
    await load.stop();
    const { tally } = load;
    return { calls: countOf(tally), lost: lostOf(tally), tally, said, took };
  } finally {
    leaving.kill('SIGKILL');
    await load.stop();
    await balancer.close();
    await stays.close();
    await leaving.gone;
  }
}

interface Leaving {
  port: number;
  kill(signal: NodeJS.Signals): void;
  /** Everybody has noticed. */
  tell(): void;
  /** Resolves when the process has ended, with what it said of its end. */
  gone: Promise<string>;
}

function startLeaving(stack: Stack, way: string, noticeMs?: number): Promise<Leaving> {
  const program = fileURLToPath(new URL('leaving.ts', import.meta.url));
  // By its standard input it notices if we are gone.
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', program, stack, way, ...(noticeMs === undefined ? [] : [String(noticeMs)])],
    { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  let said = '';
  const gone = new Promise<string>((resolve) => child.once('close', () => resolve(said)));
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, port] = /^listening on 127\.0\.0\.1:(\d+)$/.exec(line) ?? [];
      const [, how] = /^ended: (\w+)$/.exec(line) ?? [];
      if (how) said = how;
      if (port) {
        resolve({
          port: Number(port),
          kill: (signal) => child.kill(signal),
          tell: () => child.stdin.write('\n'),
          gone,
        });
      }
    });
    void gone.then(() => reject(new Error('the server ended before it listened')));
  });
}
