import { drawTable } from '../10-hello-grpc/compare.ts';
import { CALLERS } from './load.ts';
import type { Rollout } from './rollout.ts';

/** A row for each update: how many of each kind of caller's calls were lost, and who has whom after it. */
export function drawRollouts(rows: readonly (readonly [string, Rollout])[]): string {
  const table = [['without', 'calls', ...CALLERS, 'lost', 'killed', 'connections']];
  for (const [name, { calls, lost, tally, killed, connections }] of rows) {
    const each = CALLERS.map((caller) => String(tally[caller].lost.length));
    table.push([name, String(calls), ...each, String(lost), String(killed), connections.join(' ')]);
  }
  return drawTable(table);
}
