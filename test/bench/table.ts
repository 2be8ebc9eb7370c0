/** Figures as text. */
import type { Bar } from './bars.ts';
import type { MemoryFigure } from './memory.ts';
import type { Made } from './results.ts';
import type { Figure } from './rounds.ts';
import { digits, ratioText } from './statistics.ts';

/** One shape: who, how many times the base with its spread, how many a second, what CPU. */
export function figuresTable(figures: readonly Figure[], base: string): string {
  const cpu = figures.some((figure) => figure.cpuMsPer10k !== undefined);
  const title = `${figures[0]!.shape}\n`;
  const head = row(
    '',
    `ratio to ${base}`,
    'a second',
    cpu ? 'CPU ms/10,000' : '',
    cpu ? 'less CPU' : '',
  );
  const rows = figures.map(({ contestant, ratio, perSecond, cpuMsPer10k, cpuRatio }) =>
    row(
      contestant,
      ratioText(ratio),
      perSecond.toLocaleString('en'),
      cpuMsPer10k === undefined ? '' : cpuMsPer10k.toLocaleString('en'),
      cpuRatio === undefined ? '' : ratioText(cpuRatio),
    ),
  );
  return title + [head, ...rows].join('\n');
}

export function memoryTable(figures: readonly MemoryFigure[]): string {
  const head = row('', 'contestant', 'live bytes', 'resident');
  const rows = figures.map(({ what, end, contestant, live, resident }) =>
    row(`${what}, ${end}`, contestant, live.toLocaleString('en'), resident.toLocaleString('en')),
  );
  return [head, ...rows].join('\n');
}

export function barsTable(bars: readonly Bar[]): string {
  return bars
    .map(({ what, bar, reached }) => {
      const sign = reached >= bar ? '✓' : '✗';
      return `${sign} ${what.padEnd(66)} ${digits(reached).padStart(6)}   bar ${bar}`;
    })
    .join('\n');
}

export function madeText({
  date,
  commit,
  node,
  cpu,
  system,
  load,
  versions,
  effort,
}: Made): string {
  const packages = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `${date}, commit ${commit}, Node ${node}, ${cpu}, ${system}`,
    packages.join(', '),
    `${effort.rounds} interleaved rounds of ${effort.ms} ms each; load average ${load.map(digits).join(' → ')}`,
  ].join('\n');
}

function row(name: string, second: string, third: string, fourth: string, fifth = ''): string {
  return `  ${name.padEnd(26)} ${second.padEnd(24)} ${third.padStart(12)} ${fourth.padStart(14)}   ${fifth}`.trimEnd();
}
