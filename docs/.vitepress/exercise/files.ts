import type { ExerciseTexts } from '../texts/en-exercise.ts';
import type { PageExercise, PageFile } from './page-exercise.ts';

/** More than anybody writes here; a picture dropped by mistake is larger. */
const MAX_FILE_BYTES = 200_000;

/** Gives the text to the reader as a file, as it would stand in exercises/. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

export interface OpenedFile {
  page: PageFile;
  text: string;
}

/**
 * Reads files that the reader chose: those of this exercise, all of them or none.
 * @returns the first problem as text, if there is one
 */
export async function openFiles(
  list: readonly File[],
  { files }: PageExercise,
  texts: ExerciseTexts,
): Promise<OpenedFile[] | string> {
  const opened: OpenedFile[] = [];
  for (const file of list) {
    const page = files.find((one) => one.file === file.name);
    if (page === undefined) {
      return texts.notOurs(file.name, files.map((one) => one.file).join(', '));
    }
    if (file.size > MAX_FILE_BYTES) return texts.tooLarge(file.name);
    opened.push({ page, text: (await file.text()).replaceAll('\r\n', '\n') });
  }
  return opened;
}
