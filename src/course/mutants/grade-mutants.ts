import { readExerciseFile } from '#course/exercise/files';
import type { PlacedExercise } from '#course/exercise/switch';
import { type Outcome, runJobs } from '#course/grading/run-jobs';
import { judge } from '#course/grading/verdict';
import { compile, nameChanges } from './changes/names.ts';
import { gapsIn } from './gaps.ts';
import { guardLoops } from './guard-loops.ts';
import { makeMutants } from './make-mutants.ts';
import type { Mutant } from './mutant.ts';
import { createScratch, type Subject, solutionFiles, writeSubject } from './subject.ts';

/** Many mutants wait for what never comes; the tests that do not take milliseconds. */
const PATIENCE = 2;

/** What a suite said of a mutant. */
export interface GradedMutant {
  lesson: PlacedExercise;
  mutant: Mutant;
  /** The first task that failed; `undefined` if none did; 0 if the file did not even load. */
  killedBy: number | undefined;
}

/** All mutants of a lesson's solution. */
export function mutantsOf({ entry, exercise }: PlacedExercise, withNames: boolean): Mutant[] {
  const pathOf = (file: string) => `solutions/${entry.folder}/${file}`;
  const program = withNames ? compile(exercise.pieces.map(({ file }) => pathOf(file))) : undefined;
  return exercise.pieces.flatMap((piece) => {
    const file = readExerciseFile(entry.folder, piece);
    const gapped = gapsIn(file, piece.solution);
    const before = file.solution.length - gapped.text.length;
    const more = program ? [nameChanges(program, pathOf(piece.file), before)] : [];
    return makeMutants(piece.file, gapped, more);
  });
}

/** Gives each mutant to its lesson's suite. */
export async function gradeMutants(
  wanted: { lesson: PlacedExercise; mutant: Mutant }[],
): Promise<GradedMutant[]> {
  const scratch = createScratch();
  try {
    const subjects = wanted.map(({ lesson, mutant }, index) => {
      const files = { ...solutionFiles(lesson), [mutant.file]: guardLoops(mutant.text) };
      const subject = writeSubject(scratch.folder, lesson, `mutant-${index}`, files);
      return { ...subject, job: { ...subject.job, untilFailure: true, patience: PATIENCE } };
    });
    const outcomes = await runJobs(subjects.map(({ job }: Subject) => job));
    return wanted.map(({ lesson, mutant }, index) => {
      const outcome = outcomes.get(subjects[index]?.job.name ?? '');
      if (outcome === undefined) throw new Error(`no outcome of ${subjects[index]?.job.name}`);
      return { lesson, mutant, killedBy: killerIn(lesson, outcome) };
    });
  } finally {
    scratch.remove();
  }
}

function killerIn({ exercise }: PlacedExercise, outcome: Outcome): number | undefined {
  const { tasks, failure } = judge(exercise, outcome);
  const failed = tasks.find(({ state }) => state !== 'passed');
  return failed === undefined ? undefined : (failure?.task ?? 0);
}
