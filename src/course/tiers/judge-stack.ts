import { mkdirSync, writeFileSync } from 'node:fs';
import { conditionOf } from '#course/catalogue';
import type { Tier } from '#course/exercise/exercise';
import { loadExercises } from '#course/exercise/switch';
import type { Subject } from '#course/grading/grade';
import { conditionsOfPassed, gradeAll } from '#course/learner/grade-all';
import { STATE_FOLDER } from '#course/paths';
import { terminalWidth } from '#course/terminal';
import { fill } from '#inspect/draw/columns';
import { type Layer, loadLayers } from './layers.ts';
import { namesReachedBy } from './reach.ts';
import { runTiers, type TierResult } from './run-tiers.ts';

/** What the tiers have said last, for a page to show. */
export const TIERS_FILE = `${STATE_FOLDER}tiers.json`;

/** As `TIERS_FILE` has it. */
export interface Judged {
  when: string;
  /** Which layers were whose. */
  conditions: string[];
  results: TierResult[];
}

/** The conditions under which a subject's layers of all lessons carry the stack. */
export async function conditionsFor(subject: Subject, signal: AbortSignal): Promise<string[]> {
  if (subject === 'src') return [];
  if (subject === 'solution') {
    return (await loadExercises()).map(({ entry }) => conditionOf(entry, 'solution'));
  }
  return conditionsOfPassed(await gradeAll(undefined, signal));
}

/** Runs the tiers on a subject's layers, and keeps what they have said. */
export async function judgeStack(
  tiers: readonly Tier[],
  subject: Subject,
  { install, signal }: { install: boolean; signal: AbortSignal },
): Promise<boolean> {
  const conditions = await conditionsFor(subject, signal);
  console.log(`\n${drawEarnings(tiers, await loadLayers(new Set(conditions)))}`);
  const results = await runTiers(tiers, { conditions, install, signal });
  if (subject === 'exercise') {
    const judged: Judged = { when: new Date().toISOString(), conditions, results };
    mkdirSync(STATE_FOLDER, { recursive: true });
    writeFileSync(TIERS_FILE, `${JSON.stringify(judged, null, 2)}\n`);
  }
  const absent = results.filter(({ state }) => state === 'absent').map(({ name }) => name);
  if (absent.length > 0) {
    console.log(`\nNot judged, as something is not on this machine: ${absent.join(', ')}`);
  }
  return results.every(({ state }) => state !== 'failed');
}

/** A row for each exercise: whose its layers are, and before which judges they stand. */
export function drawEarnings(tiers: readonly Tier[], layers: readonly Layer[]): string {
  const reached = tiers.map(({ name, program, starts = [] }) => ({
    name,
    names: namesReachedBy([program, ...starts]),
  }));
  const borrowed = layers.filter(({ whose }) => whose === 'ours').length;
  const lessons = [...new Map(layers.map(({ entry }) => [entry.number, entry])).values()];
  const rows = lessons.map(({ number, title }) => {
    const own = layers.filter(({ entry }) => entry.number === number);
    const judges = reached.filter(({ names }) => own.some(({ name }) => names.has(name)));
    const whose = { yours: 'yours', solution: 'solved', ours: 'borrowed' }[own[0]!.whose];
    const earns = judges.map(({ name }) => name).join(', ') || 'none of these';
    return { number: String(number).padStart(2), title, whose, earns };
  });
  const room = terminalWidth() - 2 - 4 - 10;
  const earns = Math.min(Math.max(...rows.map((row) => row.earns.length)), Math.floor(room * 0.6));
  const lines = rows.map((row) =>
    `  ${row.number}  ${fill(row.title, room - earns - 2)}  ${row.whose.padEnd(8)}  ${fill(row.earns, earns)}`.trimEnd(),
  );
  const whose = `${layers.length} layers, ${borrowed} of them borrowed from us. Whose is what, and before which judges it stands:`;
  return [whose, ...lines].join('\n');
}
