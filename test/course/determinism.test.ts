import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadExercise } from '#course/catalogue';
import { type Outcome, runJobs } from '#course/grading/run-jobs';
import { judge } from '#course/grading/verdict';
import {
  asIfInExercises,
  createScratch,
  loadMistakes,
  makeMistake,
  type Subject,
  solutionFiles,
  writeSubject,
  writtenLessons,
} from './subjects.ts';

/**
 * The same subject gets the same verdict, every time. A few times here; before a suite is called
 * done, a thousand times:
 *
 *     COURSE_RUNS=1000 COURSE_LESSON=3 npx vitest run test/course/determinism.test.ts
 */
const { COURSE_RUNS = '3', COURSE_LESSON } = process.env;
const RUNS = Number(COURSE_RUNS);
const RUNS_A_PROCESS = 200;
const scratch = createScratch();
const subjects: Subject[] = [];
const outcomes = new Map<string, Outcome>();

for (const entry of await writtenLessons()) {
  if (COURSE_LESSON !== undefined && entry.number !== Number(COURSE_LESSON)) continue;
  const { files } = await loadExercise(entry);
  const solution = solutionFiles(entry, files);
  subjects.push(writeSubject(scratch.folder, entry, 'solution', solution));
  for (const mistake of (await loadMistakes(entry)).slice(-1)) {
    const wrong = makeMistake(solution, mistake);
    subjects.push(writeSubject(scratch.folder, entry, mistake.name, wrong));
  }
}

beforeAll(
  async () => {
    const jobs = subjects.flatMap(({ job }) =>
      Array.from({ length: RUNS }, (_, run) => ({ ...job, name: `${job.name} ${run}` })),
    );
    for (let at = 0; at < jobs.length; at += RUNS_A_PROCESS) {
      const some = await runJobs(jobs.slice(at, at + RUNS_A_PROCESS));
      for (const [name, outcome] of some) outcomes.set(name, outcome);
    }
  },
  60_000 + 1_000 * RUNS * subjects.length,
);
afterAll(() => scratch.remove());

test.each(subjects)(`$job.name: ${RUNS} runs, one verdict`, async (subject) => {
  const exercise = await loadExercise(subject.entry);
  const verdicts = Array.from({ length: RUNS }, (_, run) => {
    const outcome = outcomes.get(`${subject.job.name} ${run}`);
    if (outcome === undefined) throw new Error(`run ${run} has no outcome`);
    return JSON.stringify(judge(exercise, asIfInExercises(outcome, subject)));
  });
  expect([...new Set(verdicts)]).toHaveLength(1);
});
