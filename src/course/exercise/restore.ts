import { type CatalogueEntry, loadExercise } from '#course/catalogue';
import { warn } from '#course/warn';
import { readExerciseFile, writeSkeleton } from './files.ts';

/** A file of the exercise that was deleted comes back as its skeleton. */
export async function restoreMissingFiles(entry: CatalogueEntry): Promise<void> {
  for (const piece of (await loadExercise(entry)).pieces) {
    const exerciseFile = readExerciseFile(entry.folder, piece);
    if (exerciseFile.mine !== undefined) continue;
    writeSkeleton(exerciseFile);
    warn(`exercises/${exerciseFile.path} was not there; the skeleton is back`);
  }
}
