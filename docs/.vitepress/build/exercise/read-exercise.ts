import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformWithEsbuild } from 'vite';
import { folderOf, PARTS } from '../../../../lessons/curriculum.ts';
import type { Exercise } from '../../../../src/course/exercise/exercise.ts';
import { readExerciseFile } from '../../../../src/course/exercise/files.ts';

export const ROOT = join(import.meta.dirname, '../../../..');

/** A lesson's exercise, with all that a page needs to show it. */
export interface LessonExercise {
  number: number;
  title: string;
  /** `03-framing` */
  folder: string;
  exercise: Exercise;
  files: { name: string; file: string; skeleton: string }[];
}

/** The file that says what a lesson asks for. */
export function exercisePath(folder: string): string {
  return join(ROOT, 'solutions', folder, 'exercise.ts');
}

/** @throws if the curriculum has no such folder, or the lesson has no exercise */
export async function readExercise(folder: string): Promise<LessonExercise> {
  const lesson = PARTS.flatMap(({ lessons }) => lessons).find((one) => folderOf(one) === folder);
  if (lesson === undefined || !existsSync(exercisePath(folder))) {
    throw new Error(`${folder} has no exercise`);
  }
  const exercise = await evaluate(exercisePath(folder));
  const files = exercise.pieces.map((piece) => {
    const { skeleton } = readExerciseFile(folder, piece);
    return { name: piece.name, file: piece.file, skeleton };
  });
  return { number: lesson.number, title: lesson.title, folder, exercise, files };
}

/** An exercise.ts is data and imports types only; Node 20 cannot load it as it is. */
async function evaluate(file: string): Promise<Exercise> {
  const { code } = await transformWithEsbuild(readFileSync(file, 'utf8'), file, {
    sourcemap: false,
  });
  const module = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return (module as { exercise: Exercise }).exercise;
}
