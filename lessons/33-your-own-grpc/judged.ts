import { existsSync, readFileSync } from 'node:fs';
import { loadCatalogue, loadExercise } from '#course/catalogue';
import type { Tier } from '#course/exercise/exercise';
import { type Judged, TIERS_FILE } from '#course/tiers/judge-stack';

/** A capability: what a judge says of the stack. */
export interface Earned {
  tier: Tier;
  /** `passed`, `failed`, `absent`; `open`: not judged yet. */
  state: 'passed' | 'failed' | 'absent' | 'open';
  said: string;
}

/** This lesson's judges, and what they said when they were last asked about the learner's layers. */
export async function loadEarned(): Promise<{ earned: Earned[]; when: string | undefined }> {
  const entry = (await loadCatalogue()).find(({ number }) => number === 33);
  const { tiers = [] } = entry === undefined ? {} : await loadExercise(entry);
  const judged = readJudged();
  const earned = tiers.map((tier): Earned => {
    const result = judged?.results.find(({ name }) => name === tier.name);
    return { tier, state: result?.state ?? 'open', said: result?.said ?? 'not judged yet' };
  });
  return { earned, when: judged && whenAndWhose(judged) };
}

/** The day, and the lessons whose layers were the learner's then: they may have changed since. */
function whenAndWhose({ when, conditions }: Judged): string {
  const lessons = conditions
    .filter((condition) => condition.startsWith('exercise-'))
    .map((condition) => Number(condition.slice('exercise-'.length)));
  return `${when.slice(0, 10)}; your layers then: those of ${lessons.join(', ') || 'no lesson'}`;
}

function readJudged(): Judged | undefined {
  if (!existsSync(TIERS_FILE)) return undefined;
  try {
    return JSON.parse(readFileSync(TIERS_FILE, 'utf8')) as Judged;
  } catch {
    return undefined; // Half written: it is written anew by the next run.
  }
}
