import { execFile } from 'node:child_process';

/** How a program of somebody else ended. */
export interface Ended {
  /** `undefined`: there is no such program, or it took too long. */
  code: number | undefined;
  /** What it said on both outputs. */
  output: string;
  stdout: string;
}

/** Runs a program, and waits for it no longer than that. Never rejects. */
export function command(program: string, args: string[], timeout = 30_000): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { timeout, killSignal: 'SIGKILL' as const, maxBuffer: 1e7 };
    execFile(program, args, options, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`;
      if (!error) return resolve({ code: 0, output, stdout });
      resolve({ code: typeof error.code === 'number' ? error.code : undefined, output, stdout });
    });
  });
}

/** The line in which a program says what is wrong. */
export function complaint({ output }: Ended): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return (lines.findLast((line) => /error|cannot|denied/i.test(line)) ?? lines.at(-1) ?? '').trim();
}
