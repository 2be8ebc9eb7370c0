import type { ExerciseFile } from '#course/exercise/files';

/** A part of a solution that a learner writes: offsets in its text. */
export interface GapRange {
  task: number;
  start: number;
  end: number;
}

/** A solution's text without its first line, and where its gaps are. */
export interface GappedText {
  text: string;
  gaps: GapRange[];
}

const OPEN = /^\s*\/\/ <task (\d+)( blank| planted)?>$/;
const CLOSE = /^\s*\/\/ <\/task>$/;
const PROMPT = /^\s*\/\/[?!] ?/;

/**
 * Finds what a learner writes. The text is the one in solutions/, so that a line's number is right:
 * a derived solution stands there without marks, one that is written by hand has them.
 */
export function gapsIn(
  { marked }: Pick<ExerciseFile, 'marked'>,
  solution: 'derived' | 'own' | 'only',
): GappedText {
  const gaps: GapRange[] = [];
  const kept: string[] = [];
  let length = 0;
  let open: { task: number; start: number } | undefined;
  const keep = (line: string) => {
    kept.push(line);
    length += line.length + 1;
  };
  for (const line of marked.split('\n')) {
    const task = OPEN.exec(line)?.[1];
    const isMark = task !== undefined || CLOSE.test(line) || PROMPT.test(line);
    if (CLOSE.test(line) && open !== undefined) {
      gaps.push({ ...open, end: length });
      open = undefined;
    }
    if (!isMark || solution !== 'derived') keep(line);
    if (task !== undefined) open = { task: Number(task), start: length };
  }
  return { text: kept.join('\n'), gaps };
}
