/**
 * A classic mistake in an exercise, made on purpose: a change to our solution. The tests of the
 * graders make each, one at a time, and see that it fails in its task and that what the learner
 * reads then is what is stored beside the tests.
 */
export interface ClassicMistake {
  /** A slug: `little-endian`. The stored text has this name. */
  name: string;
  /** The task in which it must be found. */
  task: number;
  /** The file of the solution in which it is made. */
  file: string;
  /** Texts of the solution, each there exactly once, and what stands in their place. */
  change: [find: string, replacement: string][];
  /** Words of the likely cause that the learner must read. */
  hint: string;
}
