import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ROOT, STATE_FOLDER } from '#course/paths';
import { deriveSkeleton, MarkError } from './derive-skeleton.ts';
import { deriveSolution } from './derive-solution.ts';
import type { Piece } from './exercise.ts';
import { markGaps } from './mark-gaps.ts';
import { srcFileOf } from './switch.ts';

/** The learner's file, our solution and the skeleton that is derived from it, for one piece. */
export interface ExerciseFile {
  /** Below exercises/ and solutions/: `03-framing/frame.ts`. */
  path: string;
  /** The solution as it is written or derived: its first line says which. */
  solution: string;
  /** The same text without that line, and with marks around what the learner writes. */
  marked: string;
  skeleton: string;
  /** The learner's text; `undefined` if the file is not there. */
  mine: string | undefined;
}

/** @throws MarkError if the gaps of the piece cannot be found */
export function readExerciseFile(folder: string, piece: Piece): ExerciseFile {
  const path = `${folder}/${piece.file}`;
  const file = sourceOf(folder, piece);
  const mine = readIfThere(`${ROOT}exercises/${path}`);
  try {
    return { path, ...deriveTexts(piece, readFileSync(`${ROOT}${file}`, 'utf8')), mine };
  } catch (error) {
    if (error instanceof MarkError) throw new MarkError(`${file}: ${error.message}`);
    throw error;
  }
}

/** The file of the repository in which a piece is written that learners write too. */
function sourceOf(folder: string, { solution, name, file }: Piece): string {
  return solution === 'derived' ? srcFileOf(name) : `solutions/${folder}/${file}`;
}

type Texts = Pick<ExerciseFile, 'solution' | 'marked' | 'skeleton'>;

function deriveTexts(piece: Piece, source: string): Texts {
  const isDerived = piece.solution === 'derived';
  const solution = isDerived ? deriveSolution(source, srcFileOf(piece.name)) : source;
  const text = withoutFirstLine(solution);
  const marked = isDerived ? markGaps(text, piece.gaps, piece.planted) : text;
  return { solution, marked, skeleton: deriveSkeleton(marked) };
}

/** A solution without the line that says where it comes from. */
export function withoutFirstLine(solution: string): string {
  return solution.slice(solution.indexOf('\n') + 1);
}

/** The solution as it stands in solutions/; `undefined` if it is not there. */
export function readSolution(path: string): string | undefined {
  return readIfThere(`${ROOT}solutions/${path}`);
}

export function writeSolution({ path, solution }: ExerciseFile): void {
  writeFileSync(`${ROOT}solutions/${path}`, solution);
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

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
