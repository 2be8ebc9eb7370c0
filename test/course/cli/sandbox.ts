import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadExercise } from '#course/catalogue';
import { readExerciseFile } from '#course/exercise/files';
import { ROOT } from '#course/paths';
import { writtenLessons } from '../subjects.ts';

/** What the program needs of the repository; exercises/ is derived, node_modules a link. */
const PARTS = [
  'package.json',
  'tsconfig.json',
  'proto',
  'src',
  'lessons',
  'solutions',
  'test/graded',
];

/** How a command ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A command that runs. */
export interface Running {
  child: ChildProcess;
  /** What it has printed until now. */
  stdout(): string;
  /** Resolves when what is printed from now on, or since the last call, matches. */
  prints(pattern: RegExp): Promise<void>;
  ended: Promise<Ended>;
}

/**
 * The course as on a learner's first day, in a folder of its own: the tests of the program never
 * touch the progress and the exercises of whoever runs them. The real program runs, in processes.
 */
export class Sandbox {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'rpc-course-')));

  static async create(): Promise<Sandbox> {
    const sandbox = new Sandbox();
    for (const part of PARTS)
      cpSync(join(ROOT, part), join(sandbox.root, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(sandbox.root, 'node_modules'), 'junction');
    for (const entry of await writtenLessons()) {
      for (const file of (await loadExercise(entry)).files) {
        const { path, skeleton } = readExerciseFile(entry.folder, file);
        sandbox.write(`exercises/${path}`, skeleton);
      }
    }
    return sandbox;
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  /** Resolves when a process has written this file. */
  async appears(path: string): Promise<void> {
    while (!existsSync(join(this.root, path))) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  delete(path: string): void {
    rmSync(join(this.root, path));
  }

  /** Puts our solution of a lesson where the learner's is, with `change` made in one file. */
  solve(folder: string, change: { file: string; find: string; put: string }[] = []): void {
    cpSync(join(ROOT, 'solutions', folder), join(this.root, 'exercises', folder), {
      recursive: true,
    });
    for (const { file, find, put } of change) {
      const path = `exercises/${folder}/${file}`;
      const text = this.read(path);
      if (!text.includes(find)) throw new Error(`${path} has no: ${find}`);
      this.write(
        path,
        text.replace(find, () => put),
      );
    }
  }

  /** Starts `npm run …` as npm would, in a group of processes of its own. */
  start(args: string[], env: NodeJS.ProcessEnv = {}): Running {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/course/main.ts', ...args], {
      cwd: this.root,
      env: { ...cleanEnvironment(), ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    let stdout = '';
    let stderr = '';
    let seen = 0;
    let look = () => {};
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      look();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const ended = new Promise<Ended>((resolve) => {
      child.on('close', (code) => resolve({ code, stdout, stderr }));
    });
    return {
      child,
      ended,
      stdout: () => stdout,
      prints: (pattern) =>
        new Promise((resolve, reject) => {
          look = () => {
            const match = pattern.exec(stdout.slice(seen));
            if (match === null) return;
            seen += match.index + match[0].length;
            look = () => {};
            resolve();
          };
          void ended.then((how) =>
            reject(new Error(`ended before ${pattern}: ${JSON.stringify(how)}`)),
          );
          look();
        }),
    };
  }

  run(args: string[], env?: NodeJS.ProcessEnv): Promise<Ended> {
    const running = this.start(args, env);
    running.child.stdin?.end();
    return running.ended;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** The environment of a shell, without what vitest and npm put into ours. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS, NO_COLOR, FORCE_COLOR, COLUMNS, CI, ...rest } = process.env;
  return Object.fromEntries(
    Object.entries(rest).filter(([name]) => !/^(VITEST|npm_|TEST$|NODE_ENV$)/.test(name)),
  );
}

/** How long the compiler's helper may outlive the program that it was for, in ms. */
const GROUP_GRACE_MS = 5_000;

/** Whether every process of the group that `child` began has ended, or does so very soon. */
export async function isGroupGone(child: ChildProcess): Promise<boolean> {
  for (const until = Date.now() + GROUP_GRACE_MS; Date.now() < until; ) {
    try {
      process.kill(-(child.pid ?? 0), 0);
    } catch {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

export function linesOver(columns: number, { stdout, stderr }: Ended): string[] {
  return `${stdout}\n${stderr}`.split('\n').filter((line) => line.length > columns);
}
