import { execFile as execFileWithCallback } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { loadExercise } from '#course/catalogue';
import { minutesToRead } from '#course/lesson/minutes';
import { ROOT } from '#course/paths';
import { Sandbox } from './cli/sandbox.ts';
import { writtenLessons } from './subjects.ts';

/** What docs/for-teachers.md says, and the workflow that it gives away. */
const page = readFileSync(`${ROOT}docs/for-teachers.md`, 'utf8');
const workflow = readFileSync(`${ROOT}docs/public/class/grade.yml`, 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'class-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('its table of lessons is that of the pages and the exercises', async () => {
  const rows = [...page.matchAll(/^\| (\d+) (.+?) \| (\d+) \| (\d+) \|/gm)];
  const wanted = await Promise.all(
    (await writtenLessons()).map(async (entry) => {
      const { tasks } = await loadExercise(entry);
      return [entry.number, entry.title, minutesToRead(entry), tasks.length].map(String);
    }),
  );
  expect(rows.map(([, ...cells]) => cells)).toEqual(wanted);
  const questions = [...page.matchAll(/^- \*\*(\d+)\*\* /gm)].map(([, number]) => number);
  expect(questions).toEqual(wanted.map(([number]) => number));
});

/** The script of a step of the workflow, by its name. */
function scriptOf(step: string): string {
  const [, script] =
    new RegExp(
      `- name: ${step}\\n(?: +working-directory: .*\\n)? +run: \\|\\n((?: {10}.*\\n)+)`,
    ).exec(workflow) ?? [];
  if (script === undefined) throw new Error(`the workflow has no step '${step}'`);
  return script.replace(/^ {10}/gm, '');
}

const execFile = promisify(execFileWithCallback);

async function run(script: string, cwd: string): Promise<void> {
  const env = { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' };
  await execFile('bash', ['-eo', 'pipefail', '-c', script], { cwd, env });
}

test.skipIf(process.platform === 'win32')(
  'its workflow grades what a student has written, by a suite that they cannot change',
  async () => {
    const course = await Sandbox.create(folder);
    symlinkSync(course.root, join(folder, 'course'));
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    try {
      // A right exercise; a copied one; one that is a link to ours; and a suite that asks for nothing.
      const answer = "export * from '../../solutions/04-varints/varint.ts';\n";
      for (const file of ['frame.ts', 'message.ts']) {
        const text = readFileSync(`${ROOT}solutions/03-framing/${file}`, 'utf8');
        write(`student/exercises/03-framing/${file}`, text);
      }
      write('student/exercises/04-varints/varint.ts', answer);
      write('student/test/graded/01-local-to-remote.test.ts', '');
      mkdirSync(join(folder, 'student/exercises/01-local-to-remote'));
      for (const file of ['stub.ts', 'skeleton.ts']) {
        symlinkSync(
          `${ROOT}solutions/01-local-to-remote/${file}`,
          join(folder, `student/exercises/01-local-to-remote/${file}`),
        );
      }

      await run(scriptOf('lay the exercises over the course'), folder);
      await run(scriptOf('grade'), course.root);
      const lines = readFileSync(join(folder, 'verdicts.jsonl'), 'utf8').trim().split('\n');
      const states = new Map<number, Set<string>>();
      for (const { exercise, state } of lines.map((line) => JSON.parse(line))) {
        states.set(exercise, (states.get(exercise) ?? new Set()).add(state));
      }
      expect([...(states.get(3) ?? [])]).toEqual(['passed']);
      expect([...(states.get(4) ?? [])]).toEqual(['refused']);
      expect([...(states.get(1) ?? [])]).toEqual(['not-yet']);
    } finally {
      course.remove();
    }
  },
);
