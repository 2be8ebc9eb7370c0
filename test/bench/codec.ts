/**
 * npm run bench:codec: how fast messages are encoded and decoded, by our generated code and by
 * others in the same process. `-- --json FILE` writes the figures as data, `-- --quick` is rough.
 *
 * Rounds are interleaved (A B C A B C …), so that a slow moment of the machine hits all alike, and
 * each round gives one ratio to protobufjs: what counts is their median, with the lowest and the
 * highest beside it. What is counted is the CPU's time, garbage collection included: what else the
 * machine does meanwhile then counts for little.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type Contestant, loadCases } from './codec-cases.ts';

const { values: flags } = parseArgs({
  options: { json: { type: 'string' }, quick: { type: 'boolean', default: false } },
});
const ROUNDS = flags.quick ? 5 : 11;
const ROUND_MS = flags.quick ? 60 : 200;
const BASE = 'protobufjs';

interface Figure {
  case: string;
  direction: 'encode' | 'decode';
  contestant: string;
  perSecond: number;
  ratio: { median: number; lowest: number; highest: number };
}

const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

/** What was made is kept here, so that no compiler can leave the work out. */
export let kept: unknown;

/** Milliseconds that the CPU has worked for this process. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Runs for about `ms`, and returns how often in a second of the CPU's time. */
function measure(work: () => unknown, ms: number): number {
  const start = performance.now();
  const cpuStart = cpuTime();
  let runs = 0;
  let batch = 1;
  while (true) {
    for (let i = 0; i < batch; i++) kept = work();
    runs += batch;
    const elapsed = performance.now() - start;
    if (elapsed >= ms) return (runs / (cpuTime() - cpuStart)) * 1000;
    // The clock is asked about once a millisecond.
    batch = Math.max(1, Math.floor(runs / elapsed));
  }
}

function compare(
  name: string,
  direction: 'encode' | 'decode',
  contestants: readonly Contestant[],
): Figure[] {
  for (const contestant of contestants) measure(contestant[direction], ROUND_MS);
  const rounds: Map<string, number>[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const speeds = contestants.map((contestant): [string, number] => {
      globalThis.gc?.();
      return [contestant.name, measure(contestant[direction], ROUND_MS)];
    });
    rounds.push(new Map(speeds));
  }
  return contestants.map(({ name: contestant }) => {
    const ratios = rounds.map((round) => round.get(contestant)! / round.get(BASE)!);
    return {
      case: name,
      direction,
      contestant,
      perSecond: Math.round(median(rounds.map((round) => round.get(contestant)!))),
      ratio: {
        median: median(ratios),
        lowest: Math.min(...ratios),
        highest: Math.max(...ratios),
      },
    };
  });
}

const figures: Figure[] = [];
const { cases, versions } = await loadCases();
const machine = `node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`;
console.log(`${machine}\n${versions.join(', ')}\n${ROUNDS} rounds of ${ROUND_MS} ms each\n`);
console.log('ratio to protobufjs: median (lowest … highest), and times in a second of CPU time');
for (const { name, contestants } of cases) {
  for (const direction of ['encode', 'decode'] as const) {
    console.log(`\n${name}, ${direction}`);
    for (const figure of compare(name, direction, contestants)) {
      figures.push(figure);
      const { median, lowest, highest } = figure.ratio;
      const ratio = `${median.toFixed(2)} (${lowest.toFixed(2)} … ${highest.toFixed(2)})`;
      const speed = figure.perSecond.toLocaleString('en');
      console.log(`  ${figure.contestant.padEnd(18)} ${ratio.padEnd(22)} ${speed.padStart(12)}`);
    }
  }
}
if (flags.json) {
  writeFileSync(flags.json, JSON.stringify({ machine, versions, figures }, undefined, 2));
}
