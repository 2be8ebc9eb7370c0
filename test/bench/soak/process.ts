import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Begin, Held, Question, Reply } from './end.ts';

const END = join(import.meta.dirname, 'end.ts');

/** A process of the soak, as its parent sees it. */
export class SoakProcess {
  readonly name: string;
  readonly #child: ChildProcess;
  #failure: Error | undefined;
  /** Settles the question that waits for its answer. */
  #settle: (reply: Reply) => void = () => {};

  constructor(name: string) {
    this.name = name;
    this.#child = fork(END, { execArgv: ['--expose-gc', '--import', 'tsx'] });
    this.#child.on('message', (reply: Reply) => this.#hear(reply));
    this.#child.on('exit', (code, signal) => this.#hear({ error: `it ended: ${signal ?? code}` }));
  }

  /** @returns the port */
  async begin(begin: Begin): Promise<number> {
    return (await this.#ask({ begin })) as number;
  }

  async held(): Promise<Held> {
    return (await this.#ask('held')) as Held;
  }

  /** Lets the short streams of a client rest; resolves when the last that had begun is over. */
  async rest(): Promise<void> {
    await this.#ask('rest');
  }

  async goOn(): Promise<void> {
    await this.#ask('go on');
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill();
    await ended;
  }

  /** A stream may go wrong at any moment: then the next question is answered with it. */
  #hear(reply: Reply): void {
    if (reply.error !== undefined) this.#failure ??= new Error(`${this.name}: ${reply.error}`);
    this.#settle(reply);
  }

  /** @throws Error what the process says has gone wrong, before or now; or that it has ended */
  #ask(question: Question): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#settle = ({ answer }) => (this.#failure ? reject(this.#failure) : resolve(answer));
      if (this.#failure) reject(this.#failure);
      else this.#child.send(question);
    });
  }
}
