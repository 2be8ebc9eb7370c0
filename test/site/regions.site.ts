import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findProblem } from '../../docs/.vitepress/build/excerpts.ts';
import { parseProgress } from '../../docs/.vitepress/progress/course-progress.ts';

const folder = mkdtempSync(join(tmpdir(), 'regions-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('code on pages: a region that is missing, open or empty is an error', () => {
  const file = join(folder, 'code.ts');
  writeFileSync(
    file,
    '// #region whole\nx;\n// #endregion whole\n// #region open\ny;\n// #region none\n// #endregion none\n',
  );
  expect(findProblem(file, 'whole')).toBeUndefined();
  expect(findProblem(file, '')).toBeUndefined();
  expect(findProblem(file, 'gone')).toContain("no '#region gone'");
  expect(findProblem(file, 'open')).toContain("no '#endregion open'");
  expect(findProblem(file, 'none')).toContain('empty');
  expect(findProblem(`${file}.not`, 'whole')).toContain('no file');
});

test('the record of the exercises: what has another shape is passed over', () => {
  const passed = '2026-11-22T10:00:00Z';
  const lessons = { 3: { run: passed, tasks: { 1: { passed }, 2: { hints: 1 } } }, 4: 'nonsense' };
  expect(parseProgress({ version: 1, lessons })).toEqual({
    lessons: { 3: { run: passed, tasks: { 1: passed } } },
  });
  expect(parseProgress({ version: 2, lessons })).toBeUndefined();
  expect(parseProgress(null)).toBeUndefined();
});
