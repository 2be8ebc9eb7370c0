import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ROOT, STATE_FOLDER } from '#course/paths';
import type { Job } from './job.ts';

/**
 * Many jobs in one process: to prove the graders takes hundreds, and a server for each would take
 * minutes. Each job gets an entry, a test file that does nothing but load its suite, with modules
 * of its own (`load-suite.ts`). It is JavaScript, which needs no compiler.
 */
const ENTRY = /\/batches\/[^/]+\/(\d+)\.test\.js$/;

const LOADER = fileURLToPath(new URL('load-suite.ts', import.meta.url));

/** How many jobs share a process: each keeps its results in memory until the process ends. */
const MAX_TOGETHER = 500;

/** Of the same size, as far as it goes, and so many that all workers have one to the end. */
export function inBatches(jobs: Job[], workers: number): Job[][] {
  const fewest = Math.ceil(jobs.length / MAX_TOGETHER);
  // Each process has to load the suites: what fits into one is not worth a second.
  const count = fewest <= 1 ? fewest : Math.ceil(fewest / workers) * workers;
  const size = Math.ceil(jobs.length / Math.max(count, 1));
  return Array.from({ length: count }, (_, i) => jobs.slice(i * size, (i + 1) * size));
}

/** The job whose entry this is. */
export function jobIn(path: string): number | undefined {
  const match = ENTRY.exec(path);
  return match === null ? undefined : Number(match[1]);
}

/**
 * Writes an entry for each job into a folder that `remove` removes.
 * @returns a pattern that finds them
 */
export function writeBatch(jobs: Job[]): { include: string; remove(): void } {
  mkdirSync(`${STATE_FOLDER}batches`, { recursive: true });
  const folder = `${mkdtempSync(`${STATE_FOLDER}batches/`)}/`;
  for (const [index, job] of jobs.entries()) {
    if (job.conditions !== undefined) throw new Error(`${job.name}: conditions need their own run`);
    const entry = `import { loadSuite } from '${LOADER}';\nawait loadSuite(${JSON.stringify(job)});\n`;
    writeFileSync(`${folder}${index}.test.js`, entry);
  }
  return {
    include: `${folder.slice(ROOT.length)}*.test.js`,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
