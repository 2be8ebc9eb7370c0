import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadExercise } from '#course/catalogue';
import { deriveSkeleton } from '#course/exercise/derive-skeleton';
import type { Exercise } from '#course/exercise/exercise';
import { hasSrcPieces } from '#course/exercise/src-pieces';
import { drawVerdict } from '#course/grading/draw-verdict';
import { type Outcomes, runJobs } from '#course/grading/run-jobs';
import { isPassed, judge, type Verdict } from '#course/grading/verdict';
import { ROOT } from '#course/paths';
import {
  asIfInExercises,
  createScratch,
  loadMistakes,
  makeMistake,
  otherWays,
  readLinesOf,
  type Subject,
  solutionFiles,
  srcSubject,
  writeSubject,
  writtenLessons,
} from './subjects.ts';

/**
 * Proof that the graders grade: each suite is run on subjects of which we know what they are worth.
 * All of them go through one process, the skeletons as derived and never as they lie in exercises/,
 * so that what a learner does there is of no matter.
 */
const scratch = createScratch();
const all: Subject[] = [];
let outcomes: Outcomes;

/** Adds a subject; all are judged at once, before the first test. */
function add(subject: Subject): Subject {
  all.push(subject);
  return subject;
}

beforeAll(async () => {
  outcomes = await runJobs(all.map(({ job }) => job));
  // Hundreds of runs, on a machine that may be busy; one that hangs is ended long before.
}, 900_000);
afterAll(() => scratch.remove());

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

for (const entry of await writtenLessons()) {
  const exercise = await loadExercise(entry);
  const mistakes = await loadMistakes(entry);
  const solution = solutionFiles(entry, exercise.files);
  const textOf = (name: string) => `../graded/__snapshots__/${entry.folder}/${name}.txt`;

  describe(entry.folder, () => {
    const skeletons = Object.entries(solution).map(([file, text]) => [file, deriveSkeleton(text)]);
    const skeleton = add(
      writeSubject(scratch.folder, entry, 'skeleton', Object.fromEntries(skeletons)),
    );
    test('the untouched skeleton fails every task, as not written yet', async () => {
      const verdict = verdictOn(skeleton, exercise);
      expect(verdict.tasks.map(({ state }) => state)).toEqual(exercise.tasks.map(() => 'not-yet'));
      expect(verdict.failure).toBeUndefined();
      await expect(draw(skeleton, exercise, verdict)).toMatchFileSnapshot(textOf('skeleton'));
    });

    const right = [
      add(writeSubject(scratch.folder, entry, 'solution', solution)),
      ...(hasSrcPieces(entry) ? [add(srcSubject(entry))] : []),
      add(writeSubject(scratch.folder, entry, 'other-way', { ...solution, ...otherWays(entry) })),
    ];
    test.each(right)('passes: $name', (subject) => {
      const verdict = verdictOn(subject, exercise);
      expect(verdict.failure).toBeUndefined();
      expect(isPassed(verdict)).toBe(true);
    });

    test('somebody else’s way exists', () => {
      const files = Object.keys(otherWays(entry));
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) expect(exercise.files).toContain(file);
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

    const wrong = mistakes.map((mistake) => {
      const files = makeMistake(solution, mistake);
      return { mistake, subject: add(writeSubject(scratch.folder, entry, mistake.name, files)) };
    });
    test.each(wrong)('task $mistake.task finds $mistake.name', async ({ mistake, subject }) => {
      const verdict = verdictOn(subject, exercise);
      expect(verdict.failure?.task).toBe(mistake.task);
      const before = verdict.tasks.filter(({ number }) => number < mistake.task);
      expect(before.map(({ state }) => state)).toEqual(before.map(() => 'passed'));

      const text = draw(subject, exercise, verdict);
      expect(text.replace(/\s+/g, ' ')).toContain(mistake.hint);
      expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
      await expect(text).toMatchFileSnapshot(textOf(mistake.name));
    });
  });
}
