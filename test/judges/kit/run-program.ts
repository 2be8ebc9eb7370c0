import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What a program said, and how it ended. */
export interface Ended {
  code: number | null;
  output: string;
}

/** Longer than any program of a judge has reason to take, in ms. */
export const TIMEOUT_MS = 20_000;

/**
 * Runs another team's program to its end. Its two outputs come as one text.
 * @param input what it reads from its standard input
 */
export async function runProgram(program: string, args: string[], input = ''): Promise<Ended> {
  const child = spawn(program, args, { stdio: 'pipe', timeout: TIMEOUT_MS });
  // A program that ends before it has read all of it says so by itself.
  child.stdin.on('error', () => {}).end(input);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const [code] = await once(child, 'close');
  return { code, output };
}
