import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Results } from '../../test/bench/results.ts';

/**
 * What the page shows of the bench's figures. The whole file holds every round of every peer,
 * hundreds of kilobytes, and would otherwise be part of the page's script.
 */
export interface BenchSummary {
  made: Pick<Results['made'], 'date' | 'node' | 'effort'>;
  /** `ratio`: the median, to grpc-js. */
  servers: { shape: string; contestant: string; ratio: number; perSecond: number }[];
}

const FILE = fileURLToPath(new URL('../public/bench/figures.json', import.meta.url));

/**
 * @throws Error if a part that the page shows was left out when the figures were made: an empty
 *   table looks as if nothing had been measured
 */
export function summarize({ made, servers }: Results): BenchSummary {
  if (servers.length === 0) throw new Error(`${FILE}: made without h2load, so the page has a hole`);
  return {
    made: { date: made.date, node: made.node, effort: made.effort },
    servers: servers.map(({ shape, contestant, ratio, perSecond }) => ({
      shape,
      contestant,
      ratio: ratio.median,
      perSecond,
    })),
  };
}

export default {
  watch: ['../public/bench/figures.json'],
  load: (): BenchSummary => summarize(JSON.parse(readFileSync(FILE, 'utf8'))),
};

declare const data: BenchSummary;

export { data };
