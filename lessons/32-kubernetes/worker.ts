/**
 * A program that works: a line on its standard input is a call, and costs some milliseconds of CPU.
 * Where a cgroup keeps its quota, the CPU time is the system's to count. Otherwise it keeps to a
 * quota by itself: it counts for how long it has worked in each period of 100 ms, and when the quota
 * is spent it stands still until the period is over.
 */
import { createInterface } from 'node:readline';
import { Quota } from './quota.ts';

interface WorkerOptions {
  /** How long a call works. */
  costMs: number;
  /** Work in 100 ms; 0: no quota. */
  quotaMs: number;
  /** Somebody else keeps the quota: what counts is CPU time, as the system has it. */
  isKept: boolean;
}

const { costMs, quotaMs, isKept }: WorkerOptions = JSON.parse(process.argv[2] ?? '');
const quota = new Quota(quotaMs);
const nothing = new Int32Array(new SharedArrayBuffer(4));
let stops = 0;

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

// #region throttle
/** Works for a millisecond; then, if this period's quota is spent, stands still until its end. */
function workKeepingQuota(): void {
  const began = performance.now();
  while (performance.now() < began + 1);
  const still = quota.worked(began, performance.now());
  if (still === 0) return;
  stops++;
  // The whole process stops, with all calls that it has.
  Atomics.wait(nothing, 0, 0, still);
}
// #endregion throttle

function work(): void {
  if (isKept) {
    const until = cpuMs() + costMs;
    while (cpuMs() < until);
  } else for (let done = 0; done < costMs; done++) workKeepingQuota();
}

const lines = createInterface({ input: process.stdin });
// Whoever started it is gone.
lines.once('close', () => process.exit());
lines.on('line', (id) => {
  work();
  process.stdout.write(`${id} ${stops}\n`);
});
process.stdout.write('ready\n');
