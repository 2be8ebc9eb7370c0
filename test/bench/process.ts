import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { compileWorker } from './compile.ts';
import type { Questions } from './worker.ts';

const WORKER = await compileWorker();

/** A worker as its parent sees it. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #what: string;

  /** @param what it is, for errors. */
  constructor(what: string) {
    this.#what = what;
    this.#child = fork(WORKER, {
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
  }

  get pid(): number {
    return this.#child.pid!;
  }

  /** @throws Error what the worker threw, or that it ended. */
  async ask<Name extends keyof Questions>(
    name: Name,
    ask: Questions[Name]['ask'],
  ): Promise<Questions[Name]['answer']> {
    const ended = new AbortController();
    const answered = once(this.#child, 'message', { signal: ended.signal });
    const exited = () => ended.abort(new Error(`${this.#what} ended`));
    this.#child.once('exit', exited);
    this.#child.send({ name, ask });
    try {
      const [reply] = await answered;
      if (reply.error) throw new Error(`${this.#what}: ${reply.error}`);
      return reply.answer;
    } finally {
      this.#child.off('exit', exited);
    }
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await exited;
  }
}

export async function startServer(peer: string): Promise<{ server: WorkerProcess; port: number }> {
  const server = new WorkerProcess(`the server of ${peer}`);
  return { server, port: await server.ask('serve', { peer }) };
}

export async function startClient(
  peer: string,
  port: number,
  connections = 1,
): Promise<WorkerProcess> {
  const client = new WorkerProcess(`the client of ${peer}`);
  await client.ask('connect', { peer, port, connections });
  return client;
}
