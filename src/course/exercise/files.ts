import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ROOT, STATE_FOLDER } from '../paths.ts';
import { deriveSkeleton } from './derive-skeleton.ts';

/** The learner's file, our solution and the skeleton that is derived from it, for one exercise. */
export interface ExerciseFile {
  /** Below exercises/ and solutions/: `03-framing/frame.ts`. */
  path: string;
  solution: string;
  skeleton: string;
  /** The learner's text; `undefined` where the file is not there. */
  mine: string | undefined;
}

export function readExerciseFile(folder: string, file: string): ExerciseFile {
  const path = `${folder}/${file}`;
  const solution = readFileSync(`${ROOT}solutions/${path}`, 'utf8');
  const mine = `${ROOT}exercises/${path}`;
  return {
    path,
    solution,
    skeleton: deriveSkeleton(solution),
    mine: existsSync(mine) ? readFileSync(mine, 'utf8') : undefined,
  };
}

export function writeSkeleton({ path, skeleton }: ExerciseFile): void {
  const file = `${ROOT}exercises/${path}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, skeleton);
}

/**
 * Copies the learner's text to where a reset cannot reach it.
 * @returns the copy's path, relative to the repository
 */
export function keepAside({ path, mine = '' }: ExerciseFile, now: Date): string {
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '-');
  const digest = createHash('sha256').update(mine).digest('hex').slice(0, 6);
  const copy = `${STATE_FOLDER}kept/${stamp}-${digest}/${path}`;
  mkdirSync(dirname(copy), { recursive: true });
  copyFileSync(`${ROOT}exercises/${path}`, copy);
  return copy.slice(ROOT.length);
}
