import { createHash, randomBytes } from 'node:crypto';
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
  /** Where each of its files is, from the repository's folder; none for what stands in src/. */
  paths: Record<string, string>;
}

/**
 * Writes `files` where they are a subject of the suite of `entry`. Subjects that have a text in common
 * have its file in common: a process that judges many of them transforms it once.
 * @param lastTask the tasks after it are left out
 */
export function writeSubject(
  scratch: string,
  { entry, exercise }: PlacedExercise,
  name: string,
  files: Record<string, string>,
  lastTask?: number,
): Subject {
  const paths = Object.fromEntries(
    Object.entries(files).map(([file, text]) => {
      const digest = createHash('sha1').update(text).digest('hex').slice(0, 12);
      const folder = `${scratch}/${entry.folder}/${digest}`;
      mkdirSync(`${ROOT}${folder}`, { recursive: true });
      writeFileSync(`${ROOT}${folder}/${file}`, text);
      return [file, `${folder}/${file}`];
    }),
  );
  const pathOf = (file: string) => paths[file] ?? '';
  const replace = Object.fromEntries(
    [...replacementsOf(exercise, pathOf)].map(([module, path]) => [module, `${ROOT}${path}`]),
  );
  return {
    name,
    entry,
    paths,
    job: { name: `${entry.folder} ${name}`, suite: suiteOf(entry), replace, lastTask },
  };
}

/** The piece in src/ that does the same job for real. */
export function srcSubject(entry: CatalogueEntry): Subject {
  const job = { name: `${entry.folder} src`, suite: suiteOf(entry) };
  return { name: 'src', entry, paths: {}, job };
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
