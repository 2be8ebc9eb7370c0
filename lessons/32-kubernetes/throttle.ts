import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { createCgroup } from './cgroup.ts';
import type { Image } from './pods.ts';

export interface Throttled {
  /** Who kept it to its quota. */
  by: 'nobody' | 'the kernel (cgroup cpu.max)' | 'itself (no cgroup may be made here)';
  median: number;
  p99: number;
  /** How often it had to stand still. */
  stops: number;
  /** CPU time that it used, of one CPU, in percent. */
  used: number;
}

export const COST_MS = 20;
export const BURST = 5;
const BURSTS = 8;
const EVERY_MS = 400;

/** Whether the kernel keeps quotas here: then what all of them use is CPU time. */
function isKept(): boolean {
  const trial = createCgroup(100);
  trial?.remove();
  return trial !== undefined;
}

/**
 * Calls in bursts of five, 20 ms of CPU each: a quarter of a CPU on average. How long does a call take
 * from when it came to when it was answered?
 * @param quotaMs CPU time in each 100 ms; 0: no limit
 */
export async function underLimit(image: Image, quotaMs: number): Promise<Throttled> {
  const cgroup = quotaMs > 0 ? createCgroup(quotaMs) : undefined;
  const options = JSON.stringify({ costMs: COST_MS, quotaMs, isKept: isKept() });
  const child = spawn(process.execPath, [image.file, options], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = once(child, 'close');
  const lines = createInterface({ input: child.stdout });
  try {
    await once(lines, 'line');
    cgroup?.add(child.pid!);
    const began = new Map<string, number>();
    const times: number[] = [];
    let stops = 0;
    const all = new Promise<void>((resolve) => {
      lines.on('line', (line) => {
        const [id = '', count] = line.split(' ');
        stops = Number(count);
        times.push(performance.now() - began.get(id)!);
        if (times.length === BURST * BURSTS) resolve();
      });
    });
    const start = performance.now();
    for (let burst = 0; burst < BURSTS; burst++) {
      for (let i = 0; i < BURST; i++) {
        const id = `${burst}-${i}`;
        began.set(id, performance.now());
        child.stdin.write(`${id}\n`);
      }
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
    await all;
    const used = (100 * COST_MS * BURST * BURSTS) / (performance.now() - start);
    times.sort((a, b) => a - b);
    const at = (part: number) =>
      times[Math.min(times.length - 1, Math.floor(part * times.length))]!;
    const by =
      quotaMs === 0
        ? 'nobody'
        : cgroup
          ? 'the kernel (cgroup cpu.max)'
          : 'itself (no cgroup may be made here)';
    return { by, median: at(0.5), p99: at(0.99), stops: cgroup?.throttled().times ?? stops, used };
  } finally {
    child.kill('SIGKILL');
    await gone;
    cgroup?.remove();
  }
}
