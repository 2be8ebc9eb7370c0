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
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readExerciseFile } from '#course/exercise/files';
import { loadExercises } from '#course/exercise/switch';
import { ROOT } from '#course/paths';
import { flagsOf } from '#course/tiers/layers';
import { columnsOf } from '#inspect/draw/columns';
import type { News, Order } from './host.ts';

/** What the program needs of the repository; exercises/ is derived, node_modules a link. */
const PARTS = [
  'package.json',
  '.dockerignore',
  'exercises/tsconfig.json',
  'docs/lessons',
  'tsconfig.json',
  'proto',
  'src',
  'lessons',
  'solutions',
  'test/graded',
  // Lesson 33 asks the judges, and lessons show what they are asked.
  'test/judges',
  'test/bench/statistics.ts',
];

/** What the program remembers of its learner. */
export const PROGRESS = '.course/progress.json';

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
  /** It has done what it does, but may not have ended: something that it opened is still open. */
  returned: Promise<void>;
  ended: Promise<Ended>;
}

/** Every skeleton, by its path below exercises/; derived once. */
let skeletons: Promise<[path: string, text: string][]> | undefined;

async function deriveSkeletons(): Promise<[path: string, text: string][]> {
  return (await loadExercises()).flatMap(({ entry, exercise }) =>
    exercise.pieces.map((piece): [string, string] => {
      const { path, skeleton } = readExerciseFile(entry.folder, piece);
      return [path, skeleton];
    }),
  );
}

/**
 * The course as on a learner's first day, in a folder of its own: the tests of the program never
 * touch the progress and the exercises of the person who runs them. The real program runs, in processes
 * of its own, or in a host that runs many commands if that makes no difference.
 */
export class Sandbox {
  readonly root: string;
  readonly #hosts: Host[] = [];

  private constructor(parent: string) {
    this.root = realpathSync(mkdtempSync(join(parent, 'rpc-course-')));
  }

  /** @param lesson the folder of the only lesson that is written there; all are if left out */
  static async create(parent = tmpdir(), lesson?: string): Promise<Sandbox> {
    const sandbox = new Sandbox(parent);
    const isWanted = (path: string) =>
      lesson === undefined || !/^\d\d-/.test(basename(path)) || basename(path) === lesson;
    for (const part of PARTS) {
      // The thousand texts that prove the graders are nothing to the program.
      const filter = (path: string) =>
        basename(path) !== '__snapshots__' &&
        (dirname(path) !== join(ROOT, 'lessons') || isWanted(path));
      cpSync(join(ROOT, part), join(sandbox.root, part), { recursive: true, filter });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(sandbox.root, 'node_modules'), 'junction');
    await sandbox.beginAnew();
    return sandbox;
  }

  /** Puts the first day back: no progress, and every file of exercises/ a skeleton. */
  async beginAnew(): Promise<void> {
    rmSync(join(this.root, PROGRESS), { force: true });
    skeletons ??= deriveSkeletons();
    for (const [path, text] of await skeletons) this.write(`exercises/${path}`, text);
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
      // The channel is there to be lost: the program ends when this process does.
      stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
      detached: true,
    });
    const printed = new Printed();
    child.stdout?.setEncoding('utf8').on('data', (text: string) => printed.add('stdout', text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => printed.add('stderr', text));
    child.on('close', (code) => printed.end(code));
    return runningOf(child, printed);
  }

  /** The same in a process of its own, until it ends, with nothing to read. */
  runAlone(args: string[], env?: NodeJS.ProcessEnv): Promise<Ended> {
    const running = this.start(args, env);
    running.child.stdin?.end();
    return running.ended;
  }

  /** Runs a command in a process that others use as well. */
  run(args: string[], env?: NodeJS.ProcessEnv): Promise<Ended> {
    return this.host(0).begin(args, env).ended;
  }

  /**
   * One of the processes that run commands, each one after the other.
   * @param conditions of `imports` in package.json, for the first who asks for it
   */
  host(number: number, conditions: string[] = []): Host {
    this.#hosts[number] ??= new Host(this.root, conditions);
    return this.#hosts[number];
  }

  /** Whether all hosts end by themselves, and with them all that their commands have begun. */
  async endHosts(): Promise<boolean> {
    const gone = await Promise.all(this.#hosts.splice(0).map((host) => host?.end() ?? true));
    return gone.every(Boolean);
  }

  remove(): void {
    for (const host of this.#hosts) host?.kill();
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** What a command prints, and those who wait for a part of it. */
class Printed {
  readonly #texts = { stdout: '', stderr: '' };
  #seen = 0;
  #look = () => {};
  #resolve: (how: Ended) => void = () => {};
  return: () => void = () => {};
  readonly returned = new Promise<void>((resolve) => {
    this.return = resolve;
  });
  readonly ended = new Promise<Ended>((resolve) => {
    this.#resolve = resolve;
  });

  get stdout(): string {
    return this.#texts.stdout;
  }

  add(where: 'stdout' | 'stderr', text: string): void {
    this.#texts[where] += text;
    this.#look();
  }

  end(code: number | null): void {
    this.return();
    this.#resolve({ code, ...this.#texts });
  }

  matches(pattern: RegExp): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#look = () => {
        const match = pattern.exec(this.stdout.slice(this.#seen));
        if (match === null) return;
        this.#seen += match.index + match[0].length;
        this.#look = () => {};
        resolve();
      };
      void this.ended.then((how) =>
        reject(new Error(`ended before ${pattern}: ${JSON.stringify(how)}`)),
      );
      this.#look();
    });
  }
}

function runningOf(child: ChildProcess, printed: Printed): Running {
  return {
    child,
    returned: printed.returned,
    ended: printed.ended,
    stdout: () => printed.stdout,
    prints: (pattern) => printed.matches(pattern),
  };
}

const HOST = fileURLToPath(new URL('host.ts', import.meta.url));

/** A process that runs commands of a sandbox, in the order in which they are begun. */
class Host {
  readonly child: ChildProcess;
  readonly #waiting: Printed[] = [];

  constructor(root: string, conditions: string[]) {
    this.child = spawn(process.execPath, [...flagsOf(conditions), '--import', 'tsx', HOST], {
      cwd: root,
      env: cleanEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      detached: true,
    });
    // Node itself may say something, such as a warning; no command may cause that.
    this.child.stderr
      ?.setEncoding('utf8')
      .on('data', (text: string) => this.#waiting[0]?.add('stderr', text));
    this.child.on('message', (news: News) => this.#hear(news));
    this.child.on('close', () => {
      for (const printed of this.#waiting.splice(0)) {
        printed.add('stderr', 'the host has ended\n');
        printed.end(null);
      }
    });
  }

  begin(args: string[], env: NodeJS.ProcessEnv = {}): Running {
    const printed = new Printed();
    this.#waiting.push(printed);
    this.child.send({ args, env } satisfies Order);
    return runningOf(this.child, printed);
  }

  #hear(news: News): void {
    const [printed] = this.#waiting;
    if (news.type === 'stdout' || news.type === 'stderr') printed?.add(news.type, news.text);
    if (news.type === 'returned') printed?.return();
    if (news.type !== 'ended') return;
    this.#waiting.shift();
    if (news.left.length > 0) printed?.add('stderr', `left behind: ${news.left.join(', ')}\n`);
    printed?.end(news.code);
  }

  /** @returns whether it has ended by itself, with all that its commands began */
  async end(): Promise<boolean> {
    this.child.send('end');
    return isGroupGone(this.child);
  }

  kill(): void {
    this.child.kill('SIGKILL');
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
export async function isGroupGone(child: { pid?: number }): Promise<boolean> {
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
  return `${stdout}\n${stderr}`.split('\n').filter((line) => columnsOf(line) > columns);
}
