import { drawTable } from '../10-hello-grpc/compare.ts';
import type { Deployed } from './deploy.ts';
import { CALLERS } from './load.ts';

/** A row: how many of each kind of caller's calls were lost. */
export function drawDeployed(results: readonly (readonly [string, Deployed])[]): string {
  const rows = [['the end', 'calls', ...CALLERS, 'lost', 'last word']];
  for (const [name, { calls, tally, lost, said }] of results) {
    const each = CALLERS.map((caller) => String(tally[caller].lost.length));
    rows.push([name, String(calls), ...each, String(lost), said || '–']);
  }
  return drawTable(rows);
}
