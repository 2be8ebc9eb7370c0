import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { ROOT } from '#course/paths';
import { inBatches, writeBatch } from './batch.ts';
import {
  type Job,
  LOAD_FACTOR,
  RUN_VARIABLE,
  type RunSettings,
  SHARED_PATIENCE,
  SILENCE_FACTOR,
  SILENCE_MS,
  START_MS,
} from './job.ts';
import { createReportReader, REPORT_FD, type Report } from './report.ts';

/** How a job ended. */
export type Outcome = Extract<Report, { type: 'done' }> | Broken;

/** No verdict: the process had to be ended, or ended by itself. */
export interface Broken {
  /** `hung`: nothing was heard any more, as in a loop that never gives the thread back. */
  type: 'hung' | 'crashed';
  /** The last that it printed. */
  output: string;
  /** The test that was running; absent if none had begun. */
  task?: number;
  test?: string;
  /** The tests that had ended until then. */
  ended: { task: number; passed: boolean }[];
}

/** The outcome of each job, by the job's name. */
export type Outcomes = Map<string, Outcome>;

/** The last part of what a process printed that then crashed, in characters. */
const MAX_OUTPUT = 4_000;

const VITEST = fileURLToPath(new URL('vitest.mjs', import.meta.resolve('vitest/package.json')));

/**
 * Runs suites once. Jobs that only put modules in place of others share processes. One that hangs
 * or crashes there ends it; those whose turn had not come are then run in another.
 * Never rejects for what a subject does; for an aborted `signal` it does.
 */
export async function runJobs(jobs: Job[], signal?: AbortSignal): Promise<Outcomes> {
  const outcomes: Outcomes = new Map();
  const together = jobs.filter((job) => job.conditions === undefined);
  const workers = availableParallelism();
  const batches = inBatches(together, workers);
  const inTurn = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      await runBatch(batch, outcomes, signal);
    }
  };
  await Promise.all(Array.from({ length: workers }, inTurn));
  for (const job of jobs) {
    if (outcomes.has(job.name)) continue;
    for (const [name, outcome] of await runOnce([job], signal)) outcomes.set(name, outcome);
  }
  return outcomes;
}

/** Adds to `outcomes` what it finds out; those who have none then need a process of their own. */
async function runBatch(jobs: Job[], outcomes: Outcomes, signal?: AbortSignal): Promise<void> {
  for (let left = jobs; left.length > 1; ) {
    const latest = await runOnce(left, signal);
    const next = left.filter(({ name }) => !hasVerdict(latest.get(name)));
    for (const [name, outcome] of latest) if (hasVerdict(outcome)) outcomes.set(name, outcome);
    if (next.length === left.length) return;
    left = next;
  }
}

function hasVerdict(outcome?: Outcome): boolean {
  return outcome?.type === 'done' || outcome?.task !== undefined;
}

async function runOnce(jobs: Job[], signal?: AbortSignal): Promise<Outcomes> {
  let outcomes: Outcomes = new Map();
  const runner = startRunner(jobs, 'run', (latest) => {
    outcomes = latest;
    // All is said: nobody needs to wait until the process has tidied up behind itself.
    runner.stop();
  });
  const abort = () => runner.stop();
  signal?.addEventListener('abort', abort, { once: true });
  await runner.ended;
  signal?.removeEventListener('abort', abort);
  signal?.throwIfAborted();
  return outcomes;
}

export interface Runner {
  /** Ends the process at once. */
  stop(): void;
  /** Resolves when the process is gone. */
  ended: Promise<void>;
}

/**
 * Starts a process that runs the suites, once or again whenever a file changes, watches it, and
 * ends it when it hangs.
 *
 * @param onOutcomes called after every run, with an outcome for each job
 */
export function startRunner(
  jobs: Job[],
  mode: 'run' | 'watch',
  onOutcomes: (outcomes: Outcomes) => void,
): Runner {
  const [{ suite, conditions } = { suite: '' }] = jobs;
  const batch = conditions === undefined ? writeBatch(jobs) : undefined;
  const patience = batch ? (jobs[0]?.patience ?? SHARED_PATIENCE) : 1;
  const settings: RunSettings = { include: batch?.include ?? suite, conditions, patience };
  const child = spawn(
    process.execPath,
    [VITEST, mode, '--config', 'src/course/grading/vitest.config.ts', '--no-color'],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        [RUN_VARIABLE]: JSON.stringify(settings),
        NODE_OPTIONS: '',
        // A thread has not heard of --no-color, and would colour what the subject prints.
        NO_COLOR: '1',
      },
      // Nothing is written to its input: that it closes tells the process that this one is gone.
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    },
  );

  let done: Outcomes = new Map();
  /** Of each job: the test that is running, those that have ended, and all of them together. */
  const running = new Map<number, Extract<Report, { type: 'begin' }>>();
  const whole = new Map<number, Extract<Report, { type: 'whole' }>>();
  let ended: Extract<Report, { type: 'end' }>[] = [];
  let output = '';
  let printed = '';
  let runs = 0;
  let hung = false;
  let stopped = false;
  const started = performance.now();
  let startMs: number | undefined;
  let silence = setTimeout(giveUp, START_MS);

  function giveUp(): void {
    hung = true;
    child.kill('SIGKILL');
  }

  function finishRun(): void {
    clearTimeout(silence);
    runs++;
    const outcomes = done;
    done = new Map();
    running.clear();
    whole.clear();
    printed = '';
    ended = [];
    onOutcomes(outcomes);
  }

  const keep = (chunk: Buffer | string) => {
    output = (output + chunk).slice(-MAX_OUTPUT);
  };
  const read = createReportReader((report) => {
    clearTimeout(silence);
    startMs ??= performance.now() - started;
    const factor = report.type === 'load' ? LOAD_FACTOR : SILENCE_FACTOR;
    silence = setTimeout(giveUp, Math.max(SILENCE_MS, factor * startMs) * patience);
    if (report.type === 'begin') running.set(report.job, report);
    if (report.type === 'printed') printed = (printed + report.text).slice(-MAX_OUTPUT);
    if (report.type === 'whole') whole.set(report.job, report);
    if (report.type === 'end') {
      running.delete(report.job);
      ended.push(report);
    }
    if (report.type !== 'done') return;
    // What belongs to no job, such as a configuration that cannot be read, is everybody's.
    for (const [index, { name }] of jobs.entries())
      if ((report.job ?? index) === index) done.set(name, batch ? report : { ...report, printed });
    if (done.size === jobs.length) finishRun();
  });
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  (child.stdio[REPORT_FD] as NodeJS.ReadableStream).setEncoding('utf8').on('data', read);

  const gone = new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(silence);
      batch?.remove();
      // A process that ends although nobody stopped it owes a verdict, unless it has given its one.
      if (!stopped && (mode === 'watch' || runs === 0)) {
        for (const [index, { name }] of jobs.entries())
          if (!done.has(name)) done.set(name, broken(index));
        finishRun();
      }
      resolve();
    });
  });

  function broken(job: number): Outcome {
    const complete = whole.get(job);
    if (complete !== undefined) return { ...complete, type: 'done' };
    const { task, test } = running.get(job) ?? {};
    const type = hung ? 'hung' : 'crashed';
    return { type, output, task, test, ended: ended.filter((report) => report.job === job) };
  }

  return {
    stop() {
      stopped = true;
      child.kill('SIGKILL');
    },
    ended: gone,
  };
}
