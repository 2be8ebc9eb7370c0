import { mkdirSync, rmdirSync, statSync } from 'node:fs';

/** A lock is held for some milliseconds; one that is older, in ms, was left by a process that died. */
const STALE_MS = 5_000;
/** How long to wait before the next try, in ms. */
const PAUSE_MS = 5;

const never = new Int32Array(new SharedArrayBuffer(4));

/**
 * Runs `work` while no other process runs anything under the same lock. The lock is a folder: only
 * one process can create it. For work of a few milliseconds, because who waits does nothing else.
 *
 * @throws the system's error if the folder cannot be created for another reason
 */
export function withLock<T>(folder: string, work: () => T): T {
  while (!take(folder)) {
    if (ageOf(folder) > STALE_MS) release(folder);
    else Atomics.wait(never, 0, 0, PAUSE_MS);
  }
  try {
    return work();
  } finally {
    release(folder);
  }
}

function take(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function release(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    // Another process has found it too old.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** In ms; of a folder that is gone, 0. */
function ageOf(folder: string): number {
  const mtimeMs = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
  return mtimeMs === undefined ? 0 : Date.now() - mtimeMs;
}
