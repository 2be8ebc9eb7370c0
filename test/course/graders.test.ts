import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Exercise } from '#course/exercise/exercise';
import { hasSrcPieces, loadExercises } from '#course/exercise/switch';
import { drawVerdict } from '#course/grading/draw-verdict';
import { SHARED_PATIENCE } from '#course/grading/job';
import { type Outcomes, runJobs } from '#course/grading/run-jobs';
import { isPassed, judge, type Verdict } from '#course/grading/verdict';
import { NET_MS } from '#course/kit/patience';
import { ROOT } from '#course/paths';
import {
  asIfInExercises,
  createScratch,
  loadMistakes,
  makeMistake,
  otherWays,
  readLinesOf,
  type Subject,
  skeletonFiles,
  solutionFiles,
  someOf,
  srcSubject,
  writeSubject,
} from './subjects.ts';

/**
 * Proof that the graders grade: each suite is run on subjects of which we know what they are worth.
 * All of them go through one process, the skeletons as derived and never as they lie in exercises/,
 * so that what a learner does there is of no matter. Only some lessons, while their suites are written:
 *
 *     COURSE_LESSON=3,7 npx vitest run test/course/graders.test.ts
 *
 * The same subject gets the same verdict, every time. Twice here, three times in the gate; before a
 * suite is called done, a thousand times:
 *
 *     COURSE_RUNS=1000 COURSE_LESSON=3 npx vitest run test/course/graders.test.ts -t 'one verdict'
 *
 * Of a lesson's mistakes `npm test` runs some, of each task; all of them whoever works on a lesson
 * (COURSE_LESSON), and the gate (COURSE_MISTAKES=all).
 */
const { COURSE_RUNS = '2', COURSE_LESSON, COURSE_MISTAKES } = process.env;
const runsAll = COURSE_LESSON !== undefined || COURSE_MISTAKES === 'all';
const RUNS = Number(COURSE_RUNS);
const wanted = COURSE_LESSON?.split(',').map(Number);
const scratch = createScratch();
const all: Subject[] = [];
let outcomes: Outcomes;

/** Adds a subject; all are judged at once, before the first test. */
function add(subject: Subject): Subject {
  all.push(subject);
  return subject;
}

beforeAll(
  async () => {
    outcomes = await runJobs(all.map(({ job }) => job));
    // Hundreds of runs, on a machine that may be busy; one that hangs is ended long before.
  },
  900_000 + 60_000 * RUNS,
);
afterAll(() => scratch.remove());

/** The same subject for another run. */
function addAgain(subject: Subject, run: number): Subject {
  return add({ ...subject, job: { ...subject.job, name: `${subject.job.name}, run ${run}` } });
}

function verdictOn(subject: Subject, exercise: Exercise): Verdict {
  const outcome = outcomes.get(subject.job.name);
  if (outcome === undefined) throw new Error(`no outcome of ${subject.job.name}`);
  return judge(exercise, asIfInExercises(outcome, subject));
}

function draw(subject: Subject, exercise: Exercise, verdict: Verdict): string {
  const { entry } = subject;
  const text = drawVerdict(exercise, verdict, {
    title: `${entry.number} · ${entry.title}`,
    folder: `exercises/${entry.folder}`,
    readLines: readLinesOf(subject),
  });
  return `${text}\n`;
}

test('no subject sits through a safety net: each verdict comes as soon as it can be known', () => {
  const isSlow = ({ ms }: { ms: number }) => ms >= NET_MS * SHARED_PATIENCE;
  const waited = [...outcomes]
    .filter(([, outcome]) => outcome.type !== 'done' || outcome.tests.some(isSlow))
    .map(([name]) => name);
  expect(waited).toEqual([]);
});

for (const placed of await loadExercises()) {
  const { entry, exercise } = placed;
  if (wanted?.includes(entry.number) === false) continue;
  const mistakes = await loadMistakes(entry);
  const solution = solutionFiles(placed);
  const textOf = (name: string) => `../graded/__snapshots__/${entry.folder}/${name}.txt`;

  describe(entry.folder, () => {
    const skeleton = add(writeSubject(scratch.folder, placed, 'skeleton', skeletonFiles(placed)));
    test('the untouched skeleton fails every task, as not written yet', async () => {
      const verdict = verdictOn(skeleton, exercise);
      expect(verdict.tasks.map(({ state }) => state)).toEqual(exercise.tasks.map(() => 'not-yet'));
      expect(verdict.failure).toBeUndefined();
      await expect(draw(skeleton, exercise, verdict)).toMatchFileSnapshot(textOf('skeleton'));
    });

    const ours = add(writeSubject(scratch.folder, placed, 'solution', solution));
    const right = [
      ours,
      ...(hasSrcPieces(exercise) ? [add(srcSubject(entry))] : []),
      add(writeSubject(scratch.folder, placed, 'other-way', { ...solution, ...otherWays(entry) })),
    ];
    test.each(right)('passes: $name', (subject) => {
      const verdict = verdictOn(subject, exercise);
      expect(verdict.failure).toBeUndefined();
      expect(isPassed(verdict)).toBe(true);
    });

    test('somebody else’s way exists', () => {
      const files = Object.keys(otherWays(entry));
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) expect(Object.keys(solution)).toContain(file);
    });

    test('five classic mistakes or more, each with a name of its own', () => {
      expect(mistakes.length).toBeGreaterThanOrEqual(5);
      expect(new Set(mistakes.map(({ name }) => name)).size).toBe(mistakes.length);
    });

    test('no stored text without its mistake', () => {
      const folder = `${ROOT}test/graded/__snapshots__/${entry.folder}`;
      const stored = existsSync(folder) ? readdirSync(folder) : [];
      const known = ['skeleton', ...mistakes.map(({ name }) => name)].map((name) => `${name}.txt`);
      expect(stored.filter((file) => !known.includes(file))).toEqual([]);
    });

    test('every task has its classic mistake', () => {
      const tasks = new Set(mistakes.map(({ task }) => task));
      expect([...tasks].sort()).toEqual(exercise.tasks.map((_, index) => index + 1));
    });

    const wrong = (runsAll ? mistakes : someOf(mistakes)).map((mistake) => {
      const files = makeMistake(solution, mistake);
      const { name, task } = mistake;
      return { mistake, subject: add(writeSubject(scratch.folder, placed, name, files, task)) };
    });
    test.each(wrong)('task $mistake.task finds $mistake.name', async ({ mistake, subject }) => {
      // The tasks after it are not run: what stands there has been broken by this mistake or not.
      const asFarAsRun = { ...exercise, tasks: exercise.tasks.slice(0, mistake.task) };
      const verdict = verdictOn(subject, asFarAsRun);
      expect(verdict.failure?.task).toBe(mistake.task);
      const before = verdict.tasks.slice(0, -1);
      expect(before.map(({ state }) => state)).toEqual(before.map(() => 'passed'));

      const text = draw(subject, asFarAsRun, verdict);
      expect(text.replace(/\s+/g, ' ')).toContain(mistake.hint);
      expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
      await expect(text).toMatchFileSnapshot(textOf(mistake.name));
    });

    const often = [ours, ...wrong.slice(-1).map(({ subject }) => subject)].map((subject) => {
      const more = Array.from({ length: RUNS - 1 }, (_, run) => addAgain(subject, run + 2));
      return { name: subject.name, runs: [subject, ...more] };
    });
    test.each(often)(`${RUNS} runs, one verdict: $name`, ({ runs }) => {
      const verdicts = runs.map((subject) => JSON.stringify(verdictOn(subject, exercise)));
      expect([...new Set(verdicts)]).toHaveLength(1);
    });
  });
}
