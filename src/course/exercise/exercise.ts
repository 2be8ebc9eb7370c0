/** What a learner is asked to build in a lesson; `solutions/NN-slug/exercise.ts` exports one. */
export interface Exercise {
  /** The files to write: each takes the place of a module that others import. */
  pieces: Piece[];
  /**
   * Fast modules of src/ that do the work of a piece without calling it, and the plain ones that
   * stand in for them where the learner's piece is to carry the stack, both by their names:
   * `'#http2/wire/frame-scanner': '#http2/wire/plain-frame-scanner'`.
   */
  standIns?: Record<string, string>;
  /** Its pieces stand on a library that needs Node, and so does its suite: no grading in a browser. */
  needsNode?: true;
  /** In the order in which they are best done; the first is task 1. */
  tasks: Task[];
  /** What judges the work beyond its tasks, in this order: others' programs, on the whole stack. */
  tiers?: Tier[];
}

/**
 * A program that runs after the tasks, once all of them pass: on the layers of the learner's that
 * pass, those of other lessons too. It says what it finds, a line each, and ends with 0: passed, 1:
 * not passed, or `CANNOT_RUN`: something is not on this machine, and the last line says what.
 */
export interface Tier {
  /** In a word or two: `h2spec`. */
  name: string;
  title: string;
  /** What it needs beside the course: `Node alone`, `Go`. */
  needs: string;
  /** Its path from the repository. With `--install` it may fetch what it lacks. */
  program: string;
  /** Programs that it starts, on the same layers. */
  starts?: string[];
}

/** How a tier ends that has not judged anything. */
export const CANNOT_RUN = 3;

export type Piece = DerivedPiece | OwnPiece;

interface AnyPiece {
  /** What everybody imports it as. `#grpc/wire/trailers` is `src/grpc/wire/trailers.ts` by default. */
  name: string;
  /** The learner's file, in the exercise's folder: `trailers.ts`. */
  file: string;
}

/** Written once, in src/. Solution and skeleton are both derived from there. */
export interface DerivedPiece extends AnyPiece {
  solution: 'derived';
  /** The functions that the learner writes, by name; a private method with its `#`. */
  gaps: Record<string, Gap>;
  planted?: Planted;
}

/** Faults in the skeleton's text that the learner has to find. */
export interface Planted {
  task: number;
  /** What the top of the file says of them. */
  note: string;
  /** A line of the piece that is there once, and what stands in its place. */
  faults: [right: string, wrong: string][];
}

/** A function without its body. */
export interface Gap {
  task: number;
  /** What the skeleton says in the body's place. It is wrapped into comments; a line break stays. */
  prompt?: string;
  /** The task only adds to another, so an empty body is not a failure: it does nothing. */
  blank?: true;
  /** Code that stands in the body's place: it works, and is not good enough. */
  given?: string;
}

/**
 * - `own`: the solution is written by hand, with marks, although src/ has the piece: its shape is
 *   another there. The first line of the solution says why.
 * - `only`: src/ has no such piece, because the exercise is about somebody else's library.
 */
export interface OwnPiece extends AnyPiece {
  solution: 'own' | 'only';
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
