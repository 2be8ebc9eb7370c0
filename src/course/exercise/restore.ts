import { type CatalogueEntry, loadExercise } from '../catalogue.ts';
import { warn } from '../warn.ts';
import { readExerciseFile, writeSkeleton } from './files.ts';

/** A file of the exercise that was deleted comes back as its skeleton. */
export async function restoreMissingFiles(entry: CatalogueEntry): Promise<void> {
  for (const file of (await loadExercise(entry)).files) {
    const exerciseFile = readExerciseFile(entry.folder, file);
    if (exerciseFile.mine !== undefined) continue;
    writeSkeleton(exerciseFile);
    warn(`exercises/${exerciseFile.path} was not there; the skeleton is back`);
  }
}
