/** One change to a text, by offsets. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** A solution with one change in it. */
export interface Mutant {
  /** The file of the solution: `frame.ts`. */
  file: string;
  /** The task whose gap was changed. */
  task: number;
  /** The line in the solution's file, from 1. */
  line: number;
  /** The lines that were changed, on one line, and what they became. */
  before: string;
  after: string;
  /** The whole text of the file. */
  text: string;
}

/** What names a change in a list, whatever its line: `a < b → a <= b`. */
export function changeOf({ before, after }: Pick<Mutant, 'before' | 'after'>): string {
  return `${before} → ${after}`;
}

export function applyEdit(text: string, { start, end, text: replacement }: Edit): string {
  return text.slice(0, start) + replacement + text.slice(end);
}
