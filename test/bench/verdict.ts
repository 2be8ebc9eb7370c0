import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * `npm run bench:verdict [-- rounds]`: how long a learner waits for a verdict, against a bare vitest
 * run of the same suite. The two take turns, so that what else the machine does hits both alike.
 */
const ROUNDS = Number(process.argv[2] ?? 15);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const VITEST = fileURLToPath(new URL('vitest.mjs', import.meta.resolve('vitest/package.json')));

const COMMANDS = {
  verdict: ['--import', 'tsx', 'src/course/main.ts', 'exercise', '3', '--subject', 'solution'],
  bare: [VITEST, 'run', 'test/graded/03-framing.test.ts'],
};

function measure(args: string[]): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`);
  return performance.now() - started;
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

const times: Record<keyof typeof COMMANDS, number[]> = { verdict: [], bare: [] };
for (let round = -1; round < ROUNDS; round++) {
  // The first round only fills the caches.
  for (const name of ['verdict', 'bare'] as const) {
    const ms = measure(COMMANDS[name]);
    if (round >= 0) times[name].push(ms);
  }
}
const ratios = times.verdict.map((ms, i) => ms / (times.bare[i] ?? Number.NaN));
console.log(`rounds   ${ROUNDS}`);
console.log(`verdict  ${median(times.verdict).toFixed(0)} ms`);
console.log(`bare     ${median(times.bare).toFixed(0)} ms`);
console.log(`ratio    ${median(ratios).toFixed(2)} (median of the rounds; the bar is 1.30)`);
