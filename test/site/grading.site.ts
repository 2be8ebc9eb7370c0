import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadExercises, type PlacedExercise } from '#course/exercise/switch';
import { ROOT } from '#course/paths';
import { bundleSuite } from '../../docs/.vitepress/build/exercise/bundle-suite.ts';
import { readExercise } from '../../docs/.vitepress/build/exercise/read-exercise.ts';
import { loadMistakes, makeMistake, otherWays, solutionFiles, someOf } from '../course/subjects.ts';
import { useBrowser } from './kit/browser.ts';
import { PageExercise, pageOf } from './kit/exercise.ts';

/**
 * Proof that the page grades as the terminal does: classic mistakes of each task are judged there
 * too, and give the words that are stored for the terminal. All of them with COURSE_MISTAKES=all: a
 * quarter of an hour.
 */
const visit = useBrowser();
const runsAll = process.env.COURSE_MISTAKES === 'all';

/** Long enough for every mistake of a lesson, one after the other, on a busy machine. */
const LESSON_MS = 240_000;

const graded: PlacedExercise[] = [];
for (const placed of await loadExercises()) {
  const { needs } = await bundleSuite(await readExercise(placed.entry.folder));
  if (needs === undefined) graded.push(placed);
}

test('the pages grade the lessons whose suites need no Node and no compiler', () => {
  expect(graded.map(({ entry }) => entry.number)).toEqual(
    expect.arrayContaining([1, 2, 3, 4, 5, 7, 8, 9]),
  );
});

describe.each(graded)('$entry.folder', (placed) => {
  const { entry, exercise } = placed;
  const solution = solutionFiles(placed);
  const storedOf = (name: string) =>
    readFileSync(`${ROOT}test/graded/__snapshots__/${entry.folder}/${name}.txt`, 'utf8');
  /** Two compilers: the lines are the same, a column is now and then the next word's. */
  const withoutColumns = (text: string) => text.replace(/(\.ts:\d+):\d+$/gm, '$1');
  /** Below the title and the tasks. */
  const explanationIn = (text: string) => text.trimEnd().split('\n\n').slice(2).join('\n\n');

  async function begin(): Promise<PageExercise> {
    const { page, problems } = await visit(pageOf(entry), {
      viewport: { width: 1280, height: 900 },
    });
    expect(problems).toEqual([]);
    const here = new PageExercise(page);
    await here.begin();
    return here;
  }

  test('the untouched skeleton is not written yet, the solution and another way pass', async () => {
    const here = await begin();
    await here.check();
    expect(await here.states()).toEqual(exercise.tasks.map(() => 'not-yet'));
    expect(await here.words()).toBe(explanationIn(storedOf('skeleton')));
    for (const files of [solution, { ...solution, ...otherWays(entry) }]) {
      await here.open(files);
      await here.check();
      expect(await here.words()).toBe('');
      expect(await here.states()).toEqual(exercise.tasks.map(() => 'passed'));
      expect(await here.sum()).toBe('All tasks pass.');
    }
  });

  test('a classic mistake gets the words of the terminal', { timeout: LESSON_MS }, async () => {
    const here = await begin();
    const wrong: Record<string, { got: string; want: string }> = {};
    const all = await loadMistakes(entry);
    const mistakes = runsAll ? all : someOf(all);
    for (const mistake of mistakes) {
      await here.open(makeMistake(solution, mistake));
      await here.check();
      const states = await here.states();
      const got = `${states.slice(0, mistake.task).join()}\n${await here.words()}`;
      const before = Array.from({ length: mistake.task - 1 }, () => 'passed');
      const want = `${[...before, 'failed'].join()}\n${explanationIn(storedOf(mistake.name))}`;
      if (withoutColumns(got) !== withoutColumns(want)) wrong[mistake.name] = { got, want };
    }
    expect(wrong).toEqual({});
    expect(mistakes.length).toBeGreaterThanOrEqual(5);
  });
});
