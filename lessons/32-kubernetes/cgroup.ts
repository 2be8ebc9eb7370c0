import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';

const ROOT = '/sys/fs/cgroup';

/** A place where the kernel keeps a process to its CPU time, as a container has one. */
export interface Cgroup {
  add(pid: number): void;
  /** How often it had to stand still, and of how many periods. */
  throttled(): { periods: number; times: number };
  remove(): void;
}

/**
 * A cgroup with a quota, if the system has cgroups of version 2 and lets us make one. (Docker and
 * the kubelet do just this for a limit of CPU: `cpu.max`.)
 *
 * @returns undefined if it does not
 */
export function createCgroup(quotaMs: number, periodMs = 100): Cgroup | undefined {
  if (!existsSync(`${ROOT}/cgroup.controllers`)) return undefined;
  const folder = `${ROOT}/rpc-lesson-32-${process.pid}-${quotaMs}`;
  const write = (file: string, text: string) => writeFileSync(`${folder}/${file}`, text);
  try {
    mkdirSync(folder);
  } catch {
    return undefined;
  }
  try {
    // #region quota
    write('cpu.max', `${quotaMs * 1000} ${periodMs * 1000}`);
    // #endregion quota
  } catch {
    rmdirSync(folder);
    return undefined;
  }
  return {
    add: (pid) => write('cgroup.procs', String(pid)),
    throttled() {
      const text = readFileSync(`${folder}/cpu.stat`, 'utf8');
      const of = (name: string) => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
      return { periods: of('nr_periods'), times: of('nr_throttled') };
    },
    remove: () => rmdirSync(folder),
  };
}
