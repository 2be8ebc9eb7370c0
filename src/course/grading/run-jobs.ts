import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../paths.ts';
import { JOBS_VARIABLE, type Job, TEST_TIMEOUT_MS } from './job.ts';
import { createReportReader, type Report } from './report.ts';

/** How a job ended. */
export type Outcome =
  | Extract<Report, { type: 'done' }>
  /** Nothing was heard any more: a loop that never gives the thread back. */
  | { type: 'hung'; task?: number; test?: string }
  /** The process ended without a verdict. */
  | { type: 'crashed'; output: string; task?: number; test?: string };

/** Silence after which a run is taken to hang, in ms: longer than a test may take by itself. */
export const SILENCE_MS = 2 * TEST_TIMEOUT_MS;

/** How long a run may take until its first test begins, in ms. Many jobs take longer to load. */
const START_MS = 10_000;
const START_PER_JOB_MS = 500;

/** The last part of what a crashed process printed, in characters. */
const MAX_OUTPUT = 4_000;

const VITEST = fileURLToPath(new URL('vitest.mjs', import.meta.resolve('vitest/package.json')));

/**
 * Runs suites in a process of their own, watches it, and ends it when it hangs. Resolves with the
 * outcome of each job by its name; never rejects for what a subject does.
 */
export function runJobs(jobs: Job[], signal?: AbortSignal): Promise<Map<string, Outcome>> {
  return new Promise((resolve, reject) => {
    const outcomes = new Map<string, Outcome>();
    let current: { job: string; task: number; test: string } | undefined;
    let output = '';
    let hung = false;
    let timer: NodeJS.Timeout;

    const child = spawn(
      process.execPath,
      [VITEST, 'run', '--config', 'src/course/grading/vitest.config.ts', '--no-color'],
      {
        cwd: ROOT,
        env: { ...process.env, [JOBS_VARIABLE]: JSON.stringify(jobs), NODE_OPTIONS: '' },
        stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
        signal,
        killSignal: 'SIGKILL',
      },
    );

    const watch = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        hung = true;
        child.kill('SIGKILL');
      }, ms);
    };
    watch(START_MS + START_PER_JOB_MS * jobs.length);

    const read = createReportReader((report) => {
      watch(SILENCE_MS + START_PER_JOB_MS * jobs.length);
      if (report.type === 'begin') current = report;
      // Errors that belong to no job, such as a broken config, are everybody's.
      else
        for (const job of report.job === '' ? jobs : [{ name: report.job }])
          outcomes.set(job.name, report);
    });
    const keep = (chunk: Buffer) => {
      output = (output + chunk).slice(-MAX_OUTPUT);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    (child.stdio[3] as NodeJS.ReadableStream).setEncoding('utf8').on('data', read);

    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      const { task, test } = current ?? {};
      for (const { name } of jobs) {
        if (outcomes.has(name)) continue;
        outcomes.set(
          name,
          hung ? { type: 'hung', task, test } : { type: 'crashed', output, task, test },
        );
      }
      resolve(outcomes);
    });
  });
}
