/**
 * Changes to a solution that no suite can tell from it, because they do the same. They are named
 * by their file, task and text, never by a line, so that the list lives as long as the code does.
 * `npm run mutants` says so if one of them is there no longer, or is told after all.
 */
export interface Equivalent {
  /** The file of the solution: `frame.ts`. */
  file: string;
  task: number;
  /** Each as `npm run mutants` writes it: `before → after`. */
  changes: string[];
  /** Made only with `--names`. */
  names?: true;
  /** Why it is the same, in a sentence. */
  reason: string;
}
