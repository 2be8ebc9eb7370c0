import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { WholeLines } from './whole-lines.ts';

/** What a program said, and how it ended. */
export interface Ended {
  code: number | null;
  output: string;
}

/** Longer than any program of a judge has reason to take, in ms. */
export const TIMEOUT_MS = 20_000;

/** What a program gets beside its arguments: a secret is not an argument, which everybody sees. */
export interface Given {
  readonly flags?: readonly string[];
  /** Is added to our own environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** What it reads from its standard input. */
  readonly input?: string;
}

/** Runs another team's program to its end. The lines of its two outputs come as one text. */
export async function runProgram(
  program: string,
  args: string[],
  { env = {}, input = '' }: Pick<Given, 'env' | 'input'> = {},
): Promise<Ended> {
  const child = spawn(program, args, {
    stdio: 'pipe',
    timeout: TIMEOUT_MS,
    env: { ...process.env, ...env },
  });
  // A program that ends before it has read all of it says so by itself.
  child.stdin.on('error', () => {}).end(input);
  const lines = new WholeLines();
  lines.read(child.stdout);
  lines.read(child.stderr);
  const [code] = await once(child, 'close');
  return { code, output: lines.text };
}
