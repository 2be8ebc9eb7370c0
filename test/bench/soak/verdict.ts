import { medianOf } from '../statistics.ts';
import type { Held } from './end.ts';
import { behindWarmUp, growthPerMinute } from './trend.ts';

export const KIB = 1024;
const MIB = 1024 * KIB;

/** What is measured of a process, and by how much each may grow in a minute, in bytes. */
export const MOST_PER_MINUTE = {
  /**
   * What V8 still learns about running code is below it. Of the 450 short streams of a minute none
   * can leave behind more than 150 bytes, and of the 7,000 messages of the long ones none 10.
   */
  heap: 64 * KIB,
  /** Buffers come and go with what is on its way: grpc-js's client has two MiB more or less. */
  outside: 512 * KIB,
  /** V8 gives back late what it does not need. This finds what lies outside of JavaScript. */
  resident: 1 * MIB,
} as const;
type Measure = keyof typeof MOST_PER_MINUTE;
const MEASURES = Object.keys(MOST_PER_MINUTE) as Measure[];

/** A process with what it has held, in the order of time. */
export interface Row {
  name: string;
  samples: (Held & { minutes: number })[];
}

/** The newest sample of each process in a line: heap, outside and resident, in MiB. */
export function describeSample(rows: readonly Row[]): string {
  const last = rows.map(({ name, samples }) => ({ name, held: samples.at(-1)! }));
  const cells = last.map(({ name, held }) => {
    const figures = [held.heap, held.outside].map((bytes) => (bytes / MIB).toFixed(2));
    return `${name} ${figures.join(' + ')} (${(held.resident / MIB).toFixed(0)})`;
  });
  return `${last[0]!.held.minutes.toFixed(1).padStart(5)} min   ${cells.join('   ')}`;
}

/** The table at the end, and whether all of it is flat. */
export function judge(rows: readonly Row[]): { text: string; isFlat: boolean } {
  const lines = rows.map(({ name, samples }) => {
    const { streams, messages, cpuMs, minutes } = samples.at(-1)!;
    const measured = MEASURES.map((measure) => {
      const values = samples.map((held) => ({ minutes: held.minutes, value: held[measure] }));
      const growth = growthPerMinute(values);
      return {
        cells: [
          `${(medianOf(behindWarmUp(values).map(({ value }) => value)) / MIB).toFixed(1)} MiB`,
          `${growth < 0 ? '' : '+'}${(growth / KIB).toFixed(1)}`,
        ],
        isFlat: growth <= MOST_PER_MINUTE[measure],
      };
    });
    const isFlat = measured.every((one) => one.isFlat);
    const cells = [
      name,
      streams.toLocaleString('en'),
      messages === 0 ? '' : messages.toLocaleString('en'),
      ...measured.flatMap((one) => one.cells),
      `${((100 * cpuMs) / (minutes * 60_000)).toFixed(1)} %`,
      isFlat ? 'flat' : 'GROWS',
    ];
    return { cells, isFlat };
  });
  const head = [
    '',
    'short streams',
    'in long ones',
    ...MEASURES.flatMap((measure) => [measure, 'KiB a minute']),
    'CPU',
    '',
  ];
  const isFlat = lines.every((line) => line.isFlat);
  const most = MEASURES.map((measure) => `${measure} ${MOST_PER_MINUTE[measure] / KIB}`).join(', ');
  const verdict = isFlat ? 'Memory is flat' : 'Memory grows';
  const limits = `At most so many KiB a minute would be flat: ${most}.`;
  const drawn = table([head, ...lines.map(({ cells }) => cells)]);
  return { text: `${drawn}\n\n${verdict}. ${limits}`, isFlat };
}

function table(rows: readonly string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const drawn = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)));
  return rows.map((row) => drawn(row).join('  ').trimEnd()).join('\n');
}
