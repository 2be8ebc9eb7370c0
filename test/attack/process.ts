import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Memory {
  rss: number;
  /** JavaScript objects and array buffers that are still reachable, in bytes. */
  held: number;
}

/** A process that runs one of our scripts, with a garbage collector that can be called. */
export class Process implements AsyncDisposable {
  readonly child: ChildProcess;
  readonly #exit: Promise<number | null>;

  constructor(script: string, args: readonly string[] = []) {
    this.child = fork(fileURLToPath(new URL(script, import.meta.url)), args, {
      execArgv: ['--expose-gc', '--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#exit = once(this.child, 'exit').then(([code]) => code as number | null);
  }

  /** The next thing it says. @throws Error if it ends instead. */
  async next<T>(): Promise<T> {
    const ended = this.#exit.then((code) => {
      throw new Error(`the process ended with ${code}`);
    });
    ended.catch(() => {});
    const [message] = (await Promise.race([once(this.child, 'message'), ended])) as [T];
    return message;
  }

  measure(): Promise<Memory> {
    const answer = this.next<Memory>();
    this.child.send('measure');
    return answer;
  }

  /** Ends it without a word to anybody: SIGKILL. */
  kill(): Promise<number | null> {
    this.child.kill('SIGKILL');
    return this.#exit;
  }

  get exited(): Promise<number | null> {
    return this.#exit;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
  }
}

/** A server of ours in its own process. @param port 0: a free one */
export async function startServer(port = 0): Promise<{ process: Process; port: number }> {
  const process = new Process('./server-process.ts', [String(port)]);
  const said = await process.next<{ port: number }>();
  return { process, port: said.port };
}
