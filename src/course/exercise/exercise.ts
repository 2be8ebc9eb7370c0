/** What a learner is asked to build in a lesson; `solutions/NN-slug/exercise.ts` exports one. */
export interface Exercise {
  /** The files to write, each with marks in `solutions/` and derived into `exercises/`. */
  files: string[];
  /** Its pieces stand on a library that needs Node, and so does its suite: no grading in a browser. */
  needsNode?: true;
  /** In the order in which they are best done; the first is task 1. */
  tasks: Task[];
}

export interface Task {
  title: string;
  /** The file with the gap. */
  file: string;
  /** What the piece must do, in a few sentences. */
  asked: string;
  /** From a nudge to nearly the answer. */
  hints: [string, string, string];
}
