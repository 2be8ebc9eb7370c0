import { spawnSync } from 'node:child_process';

/** Whether processes can be bound to a processor core here. */
export function canPin(): boolean {
  return spawnSync('taskset', ['--version']).status === 0;
}

/** Binds a running process, with all its threads, to one core. */
export function pin(pid: number, core: number): void {
  const { status, stderr } = spawnSync('taskset', ['-acp', String(core), String(pid)]);
  if (status !== 0) throw new Error(`taskset: ${stderr}`);
}

/** In front of a command: runs it on one core. */
export function onCore(core: number): string[] {
  return ['taskset', '-c', String(core)];
}
