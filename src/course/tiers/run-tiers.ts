import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { CANNOT_RUN, type Tier } from '#course/exercise/exercise';
import { ROOT } from '#course/paths';
import { terminalPaint, terminalWidth } from '#course/terminal';
import { visibleLine } from '#inspect/draw/visible';
import { wrap } from '#inspect/draw/wrap';
import { flagsOf } from './layers.ts';

/** What has become of a tier. */
export interface TierResult {
  name: string;
  title: string;
  /** `absent`: something is not on this machine. */
  state: 'passed' | 'failed' | 'absent';
  /** What it said last: the count, or what is missing. */
  said: string;
}

export interface TierOptions {
  /** Whose layers: `exercise-07`, `solution-33`. */
  conditions: readonly string[];
  /** It may fetch what it lacks. */
  install: boolean;
  signal: AbortSignal;
}

/** Runs tiers, one after the other, and shows what they say. */
export async function runTiers(
  tiers: readonly Tier[],
  options: TierOptions,
): Promise<TierResult[]> {
  const results: TierResult[] = [];
  const paint = terminalPaint();
  for (const tier of tiers) {
    options.signal.throwIfAborted();
    const { title, needs, name } = tier;
    console.log(`\n${paint.strong(title)} ${paint.faint(`(${needs})`)}`);
    const { code, last } = await runTier(tier, options);
    const state = code === 0 ? 'passed' : code === CANNOT_RUN ? 'absent' : 'failed';
    console.log(
      `  ${{ passed: paint.good('✓ passed'), failed: paint.bad('✗ not passed'), absent: '· not judged' }[state]}`,
    );
    results.push({ name, title, state, said: last });
  }
  return results;
}

/** One program, to its end. It hears by its channel if this process is gone. */
async function runTier(
  { program }: Tier,
  { conditions, install, signal }: TierOptions,
): Promise<{ code: number | null; last: string }> {
  const flags = [...flagsOf(conditions), '--import', 'tsx', program];
  const child = spawn(process.execPath, [...flags, ...(install ? ['--install'] : [])], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const stop = () => child.kill('SIGTERM');
  signal.addEventListener('abort', stop);
  let last = '';
  const lines = createInterface({ input: child.stdout as Readable });
  lines.on('line', (line) => {
    last = visibleLine(line);
    for (const part of wrap(last, terminalWidth() - 2)) console.log(`  ${part}`);
  });
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, last }));
    });
  } finally {
    signal.removeEventListener('abort', stop);
    signal.throwIfAborted();
  }
}
