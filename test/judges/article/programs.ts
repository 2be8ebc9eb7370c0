import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** What a program said, and how it ended. */
export interface Ended {
  code: number | null;
  output: string;
}

/** Longer than any of the article's programs has reason to take, in ms. */
const TIMEOUT_MS = 20_000;

export async function runProgram(program: string, args: string[]): Promise<Ended> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: TIMEOUT_MS });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const [code] = await once(child, 'close');
  return { code, output };
}

/** The article's server, on a port that the system chooses: it says which. */
export interface GoServer {
  port: number;
  /** Resolves when it has logged this, apart from the time: before, or within some seconds. */
  logged(text: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startGoServer(program: string): Promise<GoServer> {
  const child: ChildProcess = spawn(program, ['-port=0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const log: string[] = [];
  const looking = new Set<() => void>();
  const port = await new Promise<number>((found, missing) => {
    child.once('error', missing);
    child.once('exit', () => missing(new Error(`the server ended: ${log.join('\n')}`)));
    createInterface({ input: child.stderr! }).on('line', (line) => {
      log.push(line.replace(/^\S+ \S+ /, ''));
      for (const look of looking) look();
      const listening = /listening at .*:(\d+)$/.exec(line);
      if (listening) found(Number(listening[1]));
    });
  });
  return {
    port,
    logged(text) {
      return new Promise((found, missing) => {
        const end = (settle: () => void) => {
          clearTimeout(timer);
          looking.delete(look);
          settle();
        };
        const look = () => log.includes(text) && end(found);
        const said = () => new Error(`it did not log ${text.slice(0, 80)}, but ${log.at(-1)}`);
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
