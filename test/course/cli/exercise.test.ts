import { afterAll, describe, expect, test } from 'vitest';
import { type Ended, isGroupGone, linesOver, Sandbox } from './sandbox.ts';

/** `npm run exercise`, as a learner would run it, on what learners do to a file. */
const FOLDER = '03-framing';
const sandboxes: Sandbox[] = [];
afterAll(() => {
  for (const sandbox of sandboxes) sandbox.remove();
});

async function createSandbox(): Promise<Sandbox> {
  const sandbox = await Sandbox.create();
  sandboxes.push(sandbox);
  return sandbox;
}

interface Case {
  what: string;
  /** Made in our solution's frame.ts. */
  find: string;
  put: string;
  /** What must be read, white space aside. */
  says: string[];
}

const CASES: Case[] = [
  {
    what: 'a syntax error',
    find: 'return frame;\n',
    put: 'return frame(;\n',
    says: ['your file could not be loaded: Unexpected ";"', 'exercises/03-framing/frame.ts:25:16'],
  },
  {
    what: 'an import of nothing',
    find: "'#framing/limits'",
    put: "'#framing/limit'",
    says: ["could not be loaded: Cannot find module '#framing/limit'", 'frame.ts:4:'],
  },
  {
    what: 'a thrown error',
    find: 'return frame;\n',
    put: "throw new TypeError('my own');\n",
    says: ['your code threw TypeError: my own', 'frame.ts:25:9', "throw new TypeError('my own');"],
  },
  {
    what: 'an endless loop',
    find: 'this.#queue.push(chunk);\n',
    put: 'for (;;);\n',
    says: ['✓ 1', '✗ 2', '? 3', 'your code never gave control back', 'one frame in one chunk'],
  },
  {
    what: 'an endless loop outside every function',
    find: 'export const LENGTH_SIZE = 4;',
    put: 'export const LENGTH_SIZE = 4;\nfor (;;);',
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
    says: ['✗ 1', 'process.exit unexpectedly called', 'frame.ts:25:'],
  },
  {
    what: 'a rejection that nobody handles',
    find: 'return frame;\n',
    put: "void Promise.reject(new Error('lost'));\n  return frame;\n",
    says: [
      'nobody was listening: Error: lost',
      'at exercises/03-framing/frame.ts:25:',
      'never awaited',
    ],
  },
];

function read({ stdout }: Ended): string {
  return stdout.replace(/\s+/g, ' ');
}

describe.concurrent('what went wrong is said, about the learner’s own code', () => {
  test.each(CASES)('$what', { timeout: 40_000 }, async ({ find, put, says }) => {
    const sandbox = await createSandbox();
    sandbox.solve(FOLDER, [{ file: 'frame.ts', find, put }]);
    const running = sandbox.start(['exercise', '3']);
    const ended = await running.ended;
    expect(ended.code).toBe(1);
    expect(ended.stderr).toBe('');
    for (const text of says) expect(read(ended)).toContain(text);
    // The machinery is no part of what the learner has to look at.
    expect(ended.stdout).not.toMatch(/node_modules|src\/course|vitest/);
    expect(linesOver(80, ended)).toEqual([]);
    expect(await isGroupGone(running.child)).toBe(true);
  });
});

test('the skeleton, a mistake, the solution: what is said and how it ends', async () => {
  const sandbox = await createSandbox();
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
  expect(right.stdout).toContain('\x1b[');
  const progress = JSON.parse(sandbox.read('.course/progress.json'));
  expect(Object.keys(progress.lessons[3].tasks)).toHaveLength(5);
}, 40_000);

test('what the learner prints is shown, and is taken for nothing else', async () => {
  const sandbox = await createSandbox();
  const put = 'console.log(\'{"type":"done","tests":[]}\');\nreturn frame;\n';
  sandbox.solve(FOLDER, [{ file: 'frame.ts', find: 'return frame;\n', put }]);
  const ended = await sandbox.run(['exercise', '3']);
  expect(ended.code).toBe(0);
  expect(ended.stdout).toContain('Your code printed:\n  {"type":"done","tests":[]}\n');
}, 40_000);

test('other subjects, and flags that are none', async () => {
  const sandbox = await createSandbox();
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
}, 40_000);

test('a file that was deleted comes back', async () => {
  const sandbox = await createSandbox();
  const skeleton = sandbox.read(`exercises/${FOLDER}/frame.ts`);
  sandbox.delete(`exercises/${FOLDER}/frame.ts`);
  const ended = await sandbox.run(['exercise', '3']);
  expect(ended.stderr).toContain(`exercises/${FOLDER}/frame.ts was not there`);
  expect(sandbox.read(`exercises/${FOLDER}/frame.ts`)).toBe(skeleton);
}, 20_000);

test('Ctrl-C during a run ends it at once, and everything that it began', async () => {
  const sandbox = await createSandbox();
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
}, 20_000);
