import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { CatalogueEntry } from '#course/catalogue';
import { type ExerciseFile, readExerciseFile, withoutFirstLine } from '#course/exercise/files';
import { type PlacedExercise, replacementsOf } from '#course/exercise/switch';
import type { Job } from '#course/grading/job';
import { ROOT } from '#course/paths';

/** A folder for made subjects, never the learner's, and what removes it. */
export function createScratch(): { folder: string; remove(): void } {
  const folder = `.course/subjects/${randomBytes(4).toString('hex')}`;
  return { folder, remove: () => rmSync(`${ROOT}${folder}`, { recursive: true, force: true }) };
}

/** A subject of a graded suite that nobody wrote as an exercise: a mistake, a mutant, another way. */
export interface Subject {
  name: string;
  entry: CatalogueEntry;
  job: Job;
  /** The folder with its files, from the repository's; absent for what stands in src/. */
  folder?: string;
}

/**
 * Writes `files` where they are a subject of the suite of `entry`.
 * @param lastTask the tasks after it are left out
 */
export function writeSubject(
  scratch: string,
  { entry, exercise }: PlacedExercise,
  name: string,
  files: Record<string, string>,
  lastTask?: number,
): Subject {
  const folder = `${scratch}/${entry.folder}/${name}`;
  mkdirSync(`${ROOT}${folder}`, { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    writeFileSync(`${ROOT}${folder}/${file}`, text);
  }
  const replace = Object.fromEntries(
    [...replacementsOf(exercise, folder)].map(([module, path]) => [module, `${ROOT}${path}`]),
  );
  return {
    name,
    entry,
    folder,
    job: { name: `${entry.folder} ${name}`, suite: suiteOf(entry), replace, lastTask },
  };
}

/** The piece in src/ that does the same job for real. */
export function srcSubject(entry: CatalogueEntry): Subject {
  return { name: 'src', entry, job: { name: `${entry.folder} src`, suite: suiteOf(entry) } };
}

export function suiteOf(entry: CatalogueEntry): string {
  return `test/graded/${entry.folder}.test.ts`;
}

/** The texts of an exercise's solution, by file, without the line that says where each is from. */
export function solutionFiles(placed: PlacedExercise): Record<string, string> {
  return textsOf(placed, ({ solution }) => withoutFirstLine(solution));
}

/** The texts of an exercise's skeleton, by file. */
export function skeletonFiles(placed: PlacedExercise): Record<string, string> {
  return textsOf(placed, ({ skeleton }) => skeleton);
}

function textsOf(
  { entry, exercise }: PlacedExercise,
  choose: (file: ExerciseFile) => string,
): Record<string, string> {
  return Object.fromEntries(
    exercise.pieces.map((piece) => [piece.file, choose(readExerciseFile(entry.folder, piece))]),
  );
}
