import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Bencher, type Reply } from '../bencher.ts';
import { shapeNamed } from '../shapes.ts';

/** A program of another language that answers what a worker answers: a line of JSON for each. */
export class CompiledProcess extends Bencher {
  readonly #lines = createInterface({ input: this.child.stdout! });

  constructor(program: string, what: string) {
    super(spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] }), what);
  }

  protected async reply(signal: AbortSignal): Promise<Reply> {
    const [line] = await once(this.#lines, 'line', { signal });
    return JSON.parse(line);
  }

  /** Shapes have a name for workers; to others they are described. */
  protected send(name: string, { shape, ...rest }: { shape?: string }): void {
    const load = shape === undefined ? {} : shapeNamed(shape).load;
    this.child.stdin!.write(`${JSON.stringify({ name, ...rest, ...load })}\n`);
  }
}
