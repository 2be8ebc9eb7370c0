import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { ROOT } from '#course/paths';

/** A lesson's server in a process of its own, for experiments in which it has to die. */
export interface ServerProcess {
  host: string;
  port: number;
  pid: number | undefined;
  /** Resolves when the server has printed a line with `text` in it, now or before. */
  printed(text: string): Promise<void>;
  /** Ends it as a power cut would (SIGKILL); resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts `npm run lesson N server` on a free port and waits until it listens. */
export async function startServerProcess(lesson: number): Promise<ServerProcess> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'src/course/main.ts', 'lesson', String(lesson), 'server', '--port', '0'],
    // By the channel it notices that the lesson is gone, however that ended.
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
  );
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout as Readable }).on('line', (line) => {
    lines.push(line);
    for (const look of waiting) look();
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));

  function find(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const look = () => {
        for (const line of lines) {
          const match = pattern.exec(line);
          if (match === null) continue;
          waiting.delete(look);
          return resolve(match);
        }
      };
      waiting.add(look);
      void gone.then(() => reject(new Error(`the server ended before it printed ${pattern}`)));
      look();
    });
  }

  const [, host = '', port = ''] = await find(/^listening on (.*):(\d+)/);
  return {
    host,
    port: Number(port),
    pid: child.pid,
    printed: async (text) => {
      await find(new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
    },
    kill() {
      child.kill('SIGKILL');
      return gone;
    },
  };
}
