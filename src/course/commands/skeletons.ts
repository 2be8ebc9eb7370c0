import { readFileSync, writeFileSync } from 'node:fs';
import { type Digests, digestOf, readDigests, writeDigests } from '#course/exercise/digests';
import {
  type ExerciseFile,
  keepAside,
  readExerciseFile,
  readSolution,
  writeSkeleton,
  writeSolution,
} from '#course/exercise/files';
import { importsFor, loadExercises, type PlacedExercise } from '#course/exercise/switch';
import { ROOT } from '#course/paths';
import { UserError } from '#course/user-error';

const MANIFEST = `${ROOT}package.json`;

/**
 * `npm run skeletons`: everything anew that follows from the exercises: the solutions that are
 * derived from src/, the skeletons, and the switch in package.json. With `--check` only compared.
 */
export async function skeletons({ check = false }: { check?: boolean }): Promise<void> {
  const exercises = await loadExercises();
  const files = exercises.flatMap(({ entry, exercise }) =>
    exercise.pieces.map((piece) => readExerciseFile(entry.folder, piece)),
  );
  if (check) checkAll(files, exercises);
  else deriveAll(files, exercises);
  console.log(`${files.length} skeletons ${check ? 'are as they are derived' : 'derived'}`);
}

function checkAll(files: ExerciseFile[], exercises: PlacedExercise[]): void {
  const digests = readDigests();
  const wrong = files.flatMap((file) => {
    const { path, mine, skeleton, solution } = file;
    const isFresh = mine === skeleton && digests[path] === digestOf(skeleton);
    return [
      ...(isFresh ? [] : [`exercises/${path}`]),
      ...(readSolution(path) === solution ? [] : [`solutions/${path}`]),
    ];
  });
  if (readManifest() !== manifestFor(exercises)) wrong.push('"imports" in package.json');
  if (wrong.length === 0) return;
  throw new UserError(`not as derived: ${wrong.join(', ')}; run npm run skeletons`, 1);
}

function deriveAll(files: ExerciseFile[], exercises: PlacedExercise[]): void {
  const before = readDigests();
  const now: Digests = {};
  for (const file of files) {
    now[file.path] = digestOf(file.skeleton);
    if (readSolution(file.path) !== file.solution) writeSolution(file);
    if (file.mine === file.skeleton) continue;
    if (file.mine !== undefined && digestOf(file.mine) !== before[file.path]) {
      console.log(
        `exercises/${file.path} was not a skeleton; it is kept in ${keepAside(file, new Date())}`,
      );
    }
    writeSkeleton(file);
  }
  writeDigests(now);
  writeFileSync(MANIFEST, manifestFor(exercises));
}

function readManifest(): string {
  return readFileSync(MANIFEST, 'utf8');
}

/** package.json with the switch that follows from the exercises. */
function manifestFor(exercises: PlacedExercise[]): string {
  const manifest = JSON.parse(readManifest());
  return `${JSON.stringify({ ...manifest, imports: importsFor(exercises) }, null, 2)}\n`;
}
