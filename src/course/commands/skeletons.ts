import { loadCatalogue, loadExercise } from '../catalogue.ts';
import { type Digests, digestOf, readDigests, writeDigests } from '../exercise/digests.ts';
import {
  type ExerciseFile,
  keepAside,
  readExerciseFile,
  writeSkeleton,
} from '../exercise/files.ts';
import { UserError } from '../user-error.ts';

/** `npm run skeletons`: every skeleton written anew; with `--check`, only compared. */
export async function skeletons({ check = false }: { check?: boolean }): Promise<void> {
  const files: ExerciseFile[] = [];
  for (const entry of await loadCatalogue()) {
    if (!entry.written) continue;
    for (const file of (await loadExercise(entry)).files) {
      files.push(readExerciseFile(entry.folder, file));
    }
  }
  if (check) checkAll(files);
  else deriveAll(files);
  console.log(`${files.length} skeletons ${check ? 'are what solutions/ gives' : 'derived'}`);
}

function checkAll(files: ExerciseFile[]): void {
  const digests = readDigests();
  const wrong = files.filter(
    ({ path, mine, skeleton }) => mine !== skeleton || digests[path] !== digestOf(skeleton),
  );
  if (wrong.length === 0) return;
  const paths = wrong.map(({ path }) => `exercises/${path}`).join(', ');
  throw new UserError(`not what solutions/ gives: ${paths}; run npm run skeletons`, 1);
}

function deriveAll(files: ExerciseFile[]): void {
  const before = readDigests();
  const now: Digests = {};
  for (const file of files) {
    now[file.path] = digestOf(file.skeleton);
    if (file.mine === file.skeleton) continue;
    if (file.mine !== undefined && digestOf(file.mine) !== before[file.path]) {
      console.log(
        `exercises/${file.path} was no skeleton; it is kept in ${keepAside(file, new Date())}`,
      );
    }
    writeSkeleton(file);
  }
  writeDigests(now);
}
