import type { Case } from '../kit/cases.ts';
import { type Ended, runProgram } from '../kit/run-program.ts';

/** What a tool must end with, and say. */
export interface Wanted {
  code: number;
  /** Each must match what it printed. */
  says?: readonly (string | RegExp)[];
}

/** A case that runs a tool once. */
export function runs(name: string, tool: string, args: string[], wanted: Wanted): Case {
  return { name, run: async () => check(await runProgram(tool, args), wanted) };
}

function check({ code, output }: Ended, { code: expected, says = [] }: Wanted): void {
  const missing = says.filter((text) =>
    typeof text === 'string' ? !output.includes(text) : !text.test(output),
  );
  if (code === expected && missing.length === 0) return;
  throw new Error(
    `exit code ${code}, expected ${expected}; not said: ${missing.join(' · ') || '–'}\n${output.slice(0, 2_000)}`,
  );
}
