/**
 * A program that works: a line on its standard input is a call, and costs a few milliseconds of CPU.
 * Without a cgroup it keeps to a quota by itself: in each period of 100 ms it counts the CPU time
 * that it has used, and when the quota is spent it stands still until the period is over.
 */
import { createInterface } from 'node:readline';

interface WorkerOptions {
  /** CPU time of a call. */
  costMs: number;
  /** CPU time in 100 ms; 0: no quota, or somebody else's to keep. */
  quotaMs: number;
}

const { costMs, quotaMs }: WorkerOptions = JSON.parse(process.argv[2] ?? '');
const PERIOD_MS = 100;
const still = new Int32Array(new SharedArrayBuffer(4));
const usedMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
let [periodEnds, usedBefore] = [performance.now() + PERIOD_MS, usedMs()];

// #region throttle
/** Stands still, with all that it has under way, when this period's CPU time is spent. */
function keepQuota(): void {
  const now = performance.now();
  if (now >= periodEnds) [periodEnds, usedBefore] = [now + PERIOD_MS, usedMs()];
  else if (usedMs() - usedBefore >= quotaMs) Atomics.wait(still, 0, 0, periodEnds - now);
}
// #endregion throttle

const lines = createInterface({ input: process.stdin });
// Whoever started it is gone.
lines.once('close', () => process.exit());
lines.on('line', (id) => {
  const until = usedMs() + costMs;
  while (usedMs() < until) if (quotaMs > 0) keepQuota();
  process.stdout.write(`${id}\n`);
});
process.stdout.write('ready\n');
