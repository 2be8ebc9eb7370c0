import { loadCatalogue, loadExercise } from '../catalogue.ts';
import { readExerciseFile, writeSkeleton } from '../exercise/files.ts';
import { UserError } from '../user-error.ts';

/** `npm run skeletons`: every skeleton written anew; with `--check`, only compared. */
export async function skeletons({ check = false }: { check?: boolean }): Promise<void> {
  const wrong: string[] = [];
  let count = 0;
  for (const entry of await loadCatalogue()) {
    if (!entry.written) continue;
    for (const file of (await loadExercise(entry)).files) {
      const exerciseFile = readExerciseFile(entry.folder, file);
      count++;
      if (exerciseFile.mine === exerciseFile.skeleton) continue;
      if (check) wrong.push(`exercises/${exerciseFile.path}`);
      else writeSkeleton(exerciseFile);
    }
  }
  if (wrong.length > 0) {
    throw new UserError(`not what solutions/ gives: ${wrong.join(', ')}; run npm run skeletons`, 1);
  }
  console.log(`${count} skeletons ${check ? 'are what solutions/ gives' : 'derived'}`);
}
