import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Given, runProgram, TIMEOUT_MS } from '../kit/run-program.ts';

/** A server of the article, on a port that the system chooses: it says which. */
export interface GoServer {
  port: number;
  /** What it has logged, a line each, without the time before it. */
  log: readonly string[];
  /**
   * Resolves when a line of its log is this text, or fits: one from the line `from` on, before or
   * within some seconds.
   */
  logged(line: string | RegExp, from?: number): Promise<void>;
  stop(): Promise<void>;
}

/** A line of Go's `log`, without the time. */
const withoutTime = (line: string) => line.replace(/^\d{4}\/\S+ \S+ /, '');

export async function startGoServer(program: string, given: Given = {}): Promise<GoServer> {
  const { flags = [], env = {}, input = '' } = given;
  const child: ChildProcess = spawn(program, ['-port=0', ...flags], {
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
  child.stdin!.on('error', () => {}).end(input);
  const log: string[] = [];
  const looking = new Set<() => void>();
  const port = await new Promise<number>((found, missing) => {
    child.once('error', missing);
    child.once('exit', () => missing(new Error(`the server ended: ${log.join('\n')}`)));
    createInterface({ input: child.stderr! }).on('line', (line) => {
      log.push(withoutTime(line));
      for (const look of looking) look();
      const listening = /listening at .*:(\d+)$/.exec(line);
      if (listening) found(Number(listening[1]));
    });
  });
  return {
    port,
    log,
    logged(wanted, from = 0) {
      const fits = (line: string) =>
        typeof wanted === 'string' ? line === wanted : wanted.test(line);
      return new Promise((found, missing) => {
        const end = (settle: () => void) => {
          clearTimeout(timer);
          looking.delete(look);
          settle();
        };
        const look = () => log.slice(from).some(fits) && end(found);
        const said = () =>
          new Error(`it did not log ${`${wanted}`.slice(0, 80)}, but ${log.at(-1)}`);
        const timer = setTimeout(() => end(() => missing(said())), TIMEOUT_MS);
        looking.add(look);
        look();
      });
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

/** Runs a client of the article to its end; @returns what it said, a line each, without the time. */
export async function runGoClient(program: string, port: number, ...given: (string | Given)[]) {
  const all = given.map((one) => (typeof one === 'string' ? { flags: [one] } : one));
  const flags = all.flatMap((one) => one.flags ?? []);
  const { code, output } = await runProgram(
    program,
    [`-addr=127.0.0.1:${port}`, ...flags],
    Object.assign({}, ...all),
  );
  return { code, lines: output.trimEnd().split('\n').map(withoutTime) };
}
