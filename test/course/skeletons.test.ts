import { describe, expect, test } from 'vitest';
import { tasksIn } from '#course/exercise/derive-skeleton';
import { derivedFrom } from '#course/exercise/derive-solution';
import { digestOf, readDigests } from '#course/exercise/digests';
import type { Piece } from '#course/exercise/exercise';
import { readExerciseFile, readSolution } from '#course/exercise/files';
import { loadExercises, srcFileOf } from '#course/exercise/switch';
import { skeletonFiles } from './subjects.ts';

const lessons = (await loadExercises()).map((placed) => ({
  ...placed,
  folder: placed.entry.folder,
  skeletons: skeletonFiles(placed),
}));

/** What the first line of a solution says: where it comes from, or why it is written by hand. */
function firstLineOf({ name, solution }: Piece): RegExp | string {
  if (solution === 'derived') return derivedFrom(srcFileOf(name));
  const from = solution === 'own' ? ` from ${srcFileOf(name)}` : '';
  return new RegExp(`^// Not derived${from}: .{20,}[.]$`);
}

describe.each(lessons)('$folder', ({ exercise, folder, skeletons }) => {
  test('its skeletons were derived from the piece as it is (npm run skeletons)', () => {
    const digests = readDigests();
    for (const [file, text] of Object.entries(skeletons)) {
      expect(digests[`${folder}/${file}`], file).toBe(digestOf(text));
    }
  });

  test.each(exercise.pieces)('the solution $file is $solution, and says so', (piece) => {
    const { path, solution } = readExerciseFile(folder, piece);
    expect(readSolution(path), 'run npm run skeletons').toBe(solution);
    const [first] = solution.split('\n');
    expect(first).toMatch(firstLineOf(piece));
    expect(first?.length).toBeLessThanOrEqual(100);
  });

  test('every task has its gap, in the file that it names, and no gap is without a task', () => {
    for (const [index, task] of exercise.tasks.entries()) {
      expect(tasksIn(skeletons[task.file] ?? ''), task.title).toContain(index + 1);
    }
    const gaps = Object.values(skeletons).flatMap(tasksIn);
    expect([...new Set(gaps)].sort()).toEqual(exercise.tasks.map((_, index) => index + 1));
  });

  test('two to five tasks, each with what is asked and three hints', () => {
    expect(exercise.tasks.length).toBeGreaterThanOrEqual(2);
    expect(exercise.tasks.length).toBeLessThanOrEqual(5);
    for (const { asked, hints } of exercise.tasks) {
      expect(asked.length).toBeGreaterThan(20);
      expect(new Set(hints).size).toBe(3);
    }
  });

  test('a piece that imports a library is not in src/, and needs Node', () => {
    // One that is given its library as an argument can be judged in the page.
    const isAboutALibrary = exercise.pieces.some((piece) => {
      const { marked } = readExerciseFile(folder, piece);
      return piece.solution === 'only' && /^import [^;]* from '[^#.]/m.test(marked);
    });
    expect(exercise.needsNode ?? false).toBe(isAboutALibrary);
  });

  test('nothing of the solution is left in a skeleton', () => {
    for (const piece of exercise.pieces) {
      const { skeleton, marked } = readExerciseFile(folder, piece);
      expect(skeleton).not.toMatch(/<\/?task|\/\/[?!]|Derived|Not derived/);
      for (const gap of marked.matchAll(/\/\/ <task \d+.*>\n([\s\S]*?)\/\/ <\/task>/g)) {
        const lines = (gap[1] ?? '').split('\n').map((line) => line.trim());
        // A short line (`}`, `return;`) may stand elsewhere too.
        for (const line of lines)
          if (line.length > 30) expect(skeleton).not.toContain(`  ${line}\n`);
      }
    }
  });
});
