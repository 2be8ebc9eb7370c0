import type { Report } from '#course/grading/report';

/** What the page asks its grader, a worker that judges once and is thrown away. */
export interface GradeRequest {
  files: LearnerFile[];
  /** The tasks after this one are left out. */
  lastTask?: number;
}

export interface LearnerFile {
  /** What everybody imports it as: `#framing/frame`. */
  name: string;
  /** As the verdict names it: `exercises/03-framing/frame.ts`. */
  path: string;
  text: string;
}

/** What the grader says: the reports that the terminal's grader writes, and a few of its own. */
export type GraderMessage =
  /** The suite could not be fetched. */
  | { type: 'unreachable'; reason: string }
  /** Nothing keeps the thread; said now and then while a suite runs. */
  | { type: 'alive' }
  /** The names of tests that need Node, and so are left to the terminal. */
  | { type: 'elsewhere'; tests: string[] }
  | Extract<Report, { type: 'load' | 'begin' | 'end' | 'printed' | 'done' }>;
