import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '#course/paths';
import { taskProgress, updateProgress } from '#course/progress';

const folder = mkdtempSync(join(tmpdir(), 'progress-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ENTRIES = 40;

/** Each writes entries of a lesson of its own, one after the other, as fast as it can. */
const WRITER = `
  import { taskProgress, updateProgress } from '#course/progress';
  const [file, lesson] = process.argv.slice(2);
  for (let task = 1; task <= ${ENTRIES}; task++) {
    updateProgress(console.error, (progress) => {
      taskProgress(progress, Number(lesson), task).passed = 'now';
    }, file);
  }
`;

test('terminals that write at once lose nothing of each other', async () => {
  const file = join(folder, 'shared.json');
  const ends = [1, 2, 3].map(
    (lesson) =>
      new Promise((resolve) => {
        const flags = ['--import', 'tsx', '--input-type=module', '--eval', WRITER, '-'];
        spawn(process.execPath, [...flags, file, String(lesson)], {
          cwd: ROOT,
          stdio: 'inherit',
        }).on('close', resolve);
      }),
  );
  expect(await Promise.all(ends)).toEqual([0, 0, 0]);
  const { lessons } = JSON.parse(readFileSync(file, 'utf8'));
  for (const lesson of [1, 2, 3]) expect(Object.keys(lessons[lesson].tasks)).toHaveLength(ENTRIES);
});

test('a lock that a process has left behind holds nobody up for ever', () => {
  const file = join(folder, 'left.json');
  mkdirSync(`${file}.lock`);
  const longAgo = Date.now() / 1000 - 60;
  utimesSync(`${file}.lock`, longAgo, longAgo);
  updateProgress(
    () => {},
    (progress) => taskProgress(progress, 1, 1),
    file,
  );
  expect(JSON.parse(readFileSync(file, 'utf8')).lessons[1].tasks).toEqual({ 1: {} });
});
