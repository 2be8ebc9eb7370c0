import { rmSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readSolution } from '#course/exercise/files';
import { type Ended, isGroupGone, linesOver, PROGRESS, Sandbox } from './sandbox.ts';

/** `npm run exercise`, as a learner would run it, on what learners do to a file. */
const FOLDER = '03-framing';
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await Sandbox.create();
});
beforeEach(() => sandbox.beginAnew());
afterAll(() => sandbox.remove());

interface Case {
  what: string;
  /** Made in our solution's frame.ts. */
  find: string;
  put: string;
  /** What must be read, white space aside; `<line>` is the line of what was changed. */
  says: string[];
}

const CASES: Case[] = [
  {
    what: 'a syntax error',
    find: 'return frame;\n',
    put: 'return frame(;\n',
    says: [
      'your file could not be loaded: Unexpected ";"',
      'exercises/03-framing/frame.ts:<line>:16',
    ],
  },
  {
    what: 'an import of nothing',
    find: "'#framing/limits'",
    put: "'#framing/limit'",
    says: ["could not be loaded: Cannot find module '#framing/limit'", 'frame.ts:<line>:'],
  },
  {
    what: 'a thrown error',
    find: 'return frame;\n',
    put: "throw new TypeError('my own');\n",
    says: [
      'your code threw TypeError: my own',
      'frame.ts:<line>:9',
      "throw new TypeError('my own');",
    ],
  },
  {
    what: 'an endless loop',
    find: 'this.#queue.push(chunk);\n',
    // It waits for ever instead of looping, which costs the other tests nothing. Ctrl-C meets a loop.
    put: 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);\n',
    says: ['✓ 1', '✗ 2', '? 3', 'your code never gave control back', 'one frame in one chunk'],
  },
  {
    what: 'an endless loop outside every function',
    find: 'export const LENGTH_SIZE = 4;',
    put: 'export const LENGTH_SIZE = 4;\nAtomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);',
    says: ['your file never finished loading'],
  },
  {
    what: 'a function that is async and need not be',
    find: 'encodeFrame(payload: Uint8Array): Uint8Array {',
    put: 'encodeFrame(payload: Uint8Array): any {\n  return Promise.resolve(payload);',
    says: ['expected bytes, received a promise', 'an `await` is missing'],
  },
  {
    what: 'a promise that nobody resolves',
    find: 'push(chunk: Uint8Array): Uint8Array[] {\n',
    put: 'async push(chunk: Uint8Array): Promise<any> {\n    await new Promise(() => {});\n',
    says: ['✗ 2', 'A promise stands where its value should'],
  },
  {
    what: 'process.exit',
    find: 'return frame;\n',
    put: 'process.exit(0);\n',
    says: ['✗ 1', 'process.exit unexpectedly called', 'frame.ts:<line>:'],
  },
  {
    what: 'a rejection that nobody handles',
    find: 'return frame;\n',
    put: "void Promise.reject(new Error('lost'));\n  return frame;\n",
    says: [
      'nobody was listening: Error: lost',
      'at exercises/03-framing/frame.ts:<line>:',
      'never awaited',
    ],
  },
];

function read({ stdout }: Ended): string {
  return stdout.replace(/\s+/g, ' ');
}

describe('what went wrong is said, about the learner’s own code', () => {
  test.each(CASES)('$what', async ({ find, put, says }) => {
    sandbox.solve(FOLDER, [{ file: 'frame.ts', find, put }]);
    const ended = await sandbox.run(['exercise', '3', '--no-types']);
    expect(ended.code).toBe(1);
    // Here it would stand if the grader's process were still there.
    expect(ended.stderr).toBe('');
    const [before = ''] = readSolution(`${FOLDER}/frame.ts`)?.split(find) ?? [];
    const line = String(before.split('\n').length);
    for (const text of says) expect(read(ended)).toContain(text.replace('<line>', line));
    // The machinery is not part of what the learner has to look at.
    expect(ended.stdout).not.toMatch(/node_modules|src\/course|vitest/);
    expect(linesOver(80, ended)).toEqual([]);
  });
});

test('the skeleton, a mistake, the solution: what is said and how it ends', async () => {
  const untouched = await sandbox.run(['exercise']);
  expect(untouched.code).toBe(1);
  expect(untouched.stdout).toContain('Exercise 1 ');
  expect(untouched.stdout).toContain('not written yet');

  const little = {
    find: 'setUint32(0, payload.length)',
    put: 'setUint32(0, payload.length, true)',
  };
  sandbox.solve(FOLDER, [{ file: 'frame.ts', ...little }]);
  const wrong = await sandbox.run(['exercise', 'framing']);
  expect(wrong.code).toBe(1);
  expect(read(wrong)).toContain('little-endian');
  expect(wrong.stdout).not.toContain('\x1b');

  sandbox.solve(FOLDER);
  const right = await sandbox.run(['exercise', '3'], { FORCE_COLOR: '1' });
  expect(right.code).toBe(0);
  expect(right.stdout).toContain('All tasks pass.');
  expect(right.stdout).not.toContain('fail no task');
  expect(right.stdout).toContain('\x1b[');
  const progress = JSON.parse(sandbox.read(PROGRESS));
  expect(Object.keys(progress.lessons[3].tasks)).toHaveLength(5);
});

test('what the learner prints is shown, and is taken for nothing else', async () => {
  const put = 'console.log(\'{"type":"done","tests":[]}\', 7);\nreturn frame;\n';
  sandbox.solve(FOLDER, [{ file: 'frame.ts', find: 'return frame;\n', put }]);
  const ended = await sandbox.run(['exercise', '3']);
  expect(ended.code).toBe(0);
  expect(ended.stdout).toContain('Your code printed:\n  {"type":"done","tests":[]} 7\n');
});

test('other subjects, and flags that it does not have', async () => {
  const solution = await sandbox.run(['exercise', '3', '--subject', 'solution']);
  expect(solution.code).toBe(0);
  expect(solution.stdout).toContain('(this was solution, not your exercise)');
  const src = await sandbox.run(['exercise', '3', '--subject=src']);
  expect(src.code).toBe(0);

  const wrong = await sandbox.run(['exercise', '3', '--subject', 'mine']);
  expect(wrong).toEqual({
    code: 2,
    stdout: '',
    stderr: "--subject is one of exercise, solution, src, not 'mine'\n",
  });
  const flag = await sandbox.run(['exercise', '3', '--wach']);
  expect(flag.code).toBe(2);
  expect(flag.stderr).toContain('--watch');
  expect(flag.stderr).not.toMatch(/^\s+at /m);
});

test('type errors are named beside the verdict, and fail nothing', async () => {
  sandbox.solve(FOLDER, [
    {
      file: 'frame.ts',
      find: 'return frame;\n',
      put: "const size: number = 'four';\n  void size;\n  return frame;\n",
    },
  ]);
  const ended = await sandbox.run(['exercise', '3']);
  expect(ended.code).toBe(0);
  expect(ended.stdout).toMatch(
    /fail no task[\s\S]*exercises\/03-framing\/frame\.ts:\d+:9\n {5}Type 'string' is not assignable/,
  );
});

test('an answer that is another file’s is refused with a kind word, and nothing is graded', async () => {
  const answer = "export * from '../../solutions/03-framing/frame.ts';\n";
  for (const text of [answer, `import '/tmp/frame.ts';\n`, `await import('../x.ts');\n`]) {
    sandbox.write(`exercises/${FOLDER}/frame.ts`, text);
    const ended = await sandbox.run(['exercise', '3']);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('and that is not in its folder');
    expect(ended.stderr).toContain('npm run solution 3 -- --spoil');
    expect(ended.stderr).not.toMatch(/^\s+at /m);
  }
  // In a comment it is only said, and a file beside it is the learner's own.
  sandbox.solve(FOLDER);
  const own = sandbox.read(`exercises/${FOLDER}/frame.ts`);
  sandbox.write(`exercises/${FOLDER}/mine.ts`, 'export const mine = 1;\n');
  sandbox.write(`exercises/${FOLDER}/frame.ts`, `// from '../x.ts'\nimport './mine.ts';\n${own}`);
  expect((await sandbox.run(['exercise', '3', '--no-types'])).code).toBe(0);
});

test('--all and --json: a row an exercise, a line a task', async () => {
  const little = {
    find: 'setUint32(0, payload.length)',
    put: 'setUint32(0, payload.length, true)',
  };
  sandbox.solve(FOLDER, [{ file: 'frame.ts', ...little }]);
  sandbox.write('exercises/04-varints/varint.ts', "export * from '../../x.ts';\n");
  const all = await sandbox.run(['exercise', '--all']);
  expect(all.code).toBe(1);
  expect(all.stdout).toMatch(/^ {2}1 .* · · /m);
  expect(all.stdout).toMatch(/^ {2}3 {2}Framing +✗ ✓ ✓ ✓ ✓$/m);
  expect(all.stdout).toMatch(/^ {2}4 .*refused/m);
  expect(linesOver(80, all)).toEqual([]);

  const one = await sandbox.run(['exercise', '3', '--json']);
  expect(one.code).toBe(1);
  const lines = one.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(5);
  expect(lines[0]).toMatchObject({ exercise: 3, task: 1, state: 'failed' });
  expect(lines[0].message).toContain('offset 0');
  expect(lines[1]).toEqual({
    exercise: 3,
    task: 2,
    title: 'Take any chunking',
    state: 'passed',
  });
  const refused = await sandbox.run(['exercise', '4', '--json']);
  expect(JSON.parse(refused.stdout.split('\n')[0] ?? '')).toMatchObject({ state: 'refused' });
  const both = await sandbox.run(['exercise', '3', '--json', '--watch']);
  expect(both.code).toBe(2);
});

test('a checkout that cannot be written to: the verdict is shown, and why it is not remembered', async () => {
  sandbox.solve(FOLDER);
  // As good as read-only, and also for root: the folder for it cannot be made.
  sandbox.write('.course/progress.json/a-folder', '');
  const ended = await sandbox.run(['exercise', '3', '--no-types']);
  expect(ended.code).toBe(0);
  expect(ended.stdout).toContain('✓ 5');
  expect(ended.stderr).toContain('your progress is not remembered');
  expect(ended.stderr).not.toMatch(/^\s+at /m);
  rmSync(`${sandbox.root}/.course/progress.json`, { recursive: true });
});

test('a file that was deleted comes back', async () => {
  const skeleton = sandbox.read(`exercises/${FOLDER}/frame.ts`);
  sandbox.delete(`exercises/${FOLDER}/frame.ts`);
  const ended = await sandbox.run(['exercise', '3']);
  expect(ended.stderr).toContain(`exercises/${FOLDER}/frame.ts was not there`);
  expect(sandbox.read(`exercises/${FOLDER}/frame.ts`)).toBe(skeleton);
});

test('Ctrl-C during a run ends it at once, and everything that it began', async () => {
  // The subject says when it is under way, and then never gives the thread back.
  sandbox.solve(FOLDER, [
    { file: 'frame.ts', find: 'import', put: "import { writeFileSync } from 'node:fs';\nimport" },
    {
      file: 'frame.ts',
      find: 'return frame;\n',
      put: "writeFileSync('under-way', '');\nfor (;;);\n",
    },
  ]);
  const running = sandbox.start(['exercise', '3']);
  await sandbox.appears('under-way');
  process.kill(-running.child.pid!, 'SIGINT');
  const { code, stderr } = await running.ended;
  expect(stderr).toBe('stopped\n');
  expect(code).toBe(130);
  expect(await isGroupGone(running.child)).toBe(true);
});

test('all that has run so far leaves no process, not even of what never gave control back', async () => {
  expect(await sandbox.endHosts()).toBe(true);
});
