import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Questions } from './worker.ts';

/** What a process answers. */
export interface Reply {
  answer?: unknown;
  error?: string;
}

/** A process of the benchmark as its parent sees it, whatever it is written in. */
export abstract class Bencher {
  protected readonly child: ChildProcess;
  readonly #what: string;

  /** @param what it is, for errors. */
  constructor(child: ChildProcess, what: string) {
    this.child = child;
    this.#what = what;
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** The next reply. @throws the signal's reason */
  protected abstract reply(signal: AbortSignal): Promise<Reply>;
  protected abstract send(name: keyof Questions, ask: object): void;

  /** @throws Error what the process says, or that it ended. */
  async ask<Name extends keyof Questions>(
    name: Name,
    ask: Questions[Name]['ask'],
  ): Promise<Questions[Name]['answer']> {
    const ended = new AbortController();
    const replied = this.reply(ended.signal);
    const exited = () => ended.abort(new Error(`${this.#what} ended`));
    this.child.once('exit', exited);
    this.send(name, ask);
    try {
      const { error, answer } = await replied;
      if (error) throw new Error(`${this.#what}: ${error}`);
      return answer as Questions[Name]['answer'];
    } finally {
      this.child.off('exit', exited);
    }
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await exited;
  }
}
