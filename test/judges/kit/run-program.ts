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
 * @param env is added to our own environment
 */
export async function runProgram(
  program: string,
  args: string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIMEOUT_MS,
    env: { ...process.env, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const [code] = await once(child, 'close');
  return { code, output };
}
