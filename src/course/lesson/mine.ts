import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type CatalogueEntry, conditionOf, loadExercise } from '../catalogue.ts';
import { restoreMissingFiles } from '../exercise/restore.ts';
import { gradingJob } from '../grading/grade.ts';
import { runJobs } from '../grading/run-jobs.ts';
import { isPassed, judge } from '../grading/verdict.ts';
import { ROOT } from '../paths.ts';

/** A layer that a learner can replace: its name in the package's imports, and its exercise. */
interface Layer {
  name: string;
  entry: CatalogueEntry;
}

/**
 * `npm run lesson N -- --mine`: the same program once more, with every layer of the learner's that
 * passes now in the place of ours. Says which is which, and resolves with the exit code.
 */
export async function runOnMyLayers(catalogue: CatalogueEntry[], args: string[]): Promise<number> {
  const written = catalogue.filter((entry) => entry.written);
  const passing = await findPassing(written);
  const layers = replaceableLayers(written);
  const width = Math.max(...layers.map(({ name }) => name.length));
  for (const { name, entry } of layers) {
    const whose = passing.has(entry)
      ? 'yours'
      : `borrowed (exercise ${entry.number} does not pass)`;
    console.log(`  ${name.padEnd(width)} ${whose}`);
  }
  console.log();
  const conditions = [...passing].map((entry) => `--conditions=${conditionOf(entry, 'exercise')}`);
  const program = ['--import', 'tsx', 'src/course/main.ts', 'lesson', ...args];
  const child = spawn(process.execPath, [...conditions, ...program], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  // Ctrl-C reaches the child by itself; this process only waits to hear how it ended.
  process.on('SIGINT', () => {});
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** The lessons whose exercise passes as it is now, not as it once was. */
async function findPassing(written: CatalogueEntry[]): Promise<Set<CatalogueEntry>> {
  for (const entry of written) await restoreMissingFiles(entry);
  const jobs = written.map((entry) => ({ entry, job: gradingJob(entry, 'exercise') }));
  const outcomes = await runJobs(jobs.map(({ job }) => job));
  const passing = new Set<CatalogueEntry>();
  for (const { entry, job } of jobs) {
    const outcome = outcomes.get(job.name);
    if (outcome && isPassed(judge(await loadExercise(entry), outcome))) passing.add(entry);
  }
  return passing;
}

/** Every import of package.json that has a condition of a lesson that is written. */
function replaceableLayers(written: CatalogueEntry[]): Layer[] {
  const { imports } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
    imports: Record<string, string | Record<string, string>>;
  };
  return Object.entries(imports).flatMap(([name, target]) => {
    const entry = written.find((one) => {
      const replacement =
        typeof target === 'string' ? target : target[conditionOf(one, 'exercise')];
      return replacement?.startsWith('./exercises/');
    });
    return entry === undefined ? [] : [{ name, entry }];
  });
}
