import { type Finding, findingOf } from '#course/kit/compare/finding';

/**
 * What the process that runs a suite tells the process that watches it: one JSON text a line, on a
 * pipe of its own, so that nothing a learner prints can be taken for it. A job is named by its
 * place among the jobs of the run.
 */
export type Report =
  /** The suite, and with it the subject, is about to be loaded. */
  | { type: 'load' }
  /** A test begins. Written by the test's own thread before the test, so it is out even if it hangs. */
  | { type: 'begin'; job: number; task: number; test: string }
  /** A test has ended; the verdict so far, should a later one never end. */
  | { type: 'end'; job: number; task: number; test: string; passed: boolean }
  /** The subject printed something. */
  | { type: 'printed'; text: string }
  /** All tests of a job have ended; kept in case that another job never ends. */
  | { type: 'whole'; job: number; tests: TestReport[]; errors: ErrorReport[] }
  /** All tests of a job are done, or could not be loaded. Without a job: of every one. */
  | {
      type: 'done';
      job?: number;
      tests: TestReport[];
      errors: ErrorReport[];
      /** What the subject printed; added by the watching process, for a job that runs alone. */
      printed?: string;
    };

export interface TestReport {
  task: number;
  name: string;
  passed: boolean;
  /** How long it took, in milliseconds. */
  ms: number;
  /** The first error, where it failed. */
  error?: ErrorReport;
}

export interface ErrorReport {
  name: string;
  message: string;
  /** The learner's own line, where the error came through one. */
  at?: Place;
  finding?: Finding;
  /** The number of the gap that was reached, for "not yet". */
  notYet?: number;
}

export interface Place {
  /** Relative to the repository. */
  file: string;
  line: number;
  column: number;
}

/** What a test runner has caught: an error, or what is left of one on the way out of its thread. */
export interface CaughtError {
  name?: string;
  message?: string;
  /** The number of the gap, of a "not yet". */
  task?: unknown;
}

/** @param at the learner's own line, where the error came through one */
export function describeError(
  error: CaughtError,
  at: Place | undefined,
  message = error.message ?? String(error),
): ErrorReport {
  const finding = findingOf(error);
  return {
    name: error.name ?? 'Error',
    message,
    // Where in its circle of calls an endless recursion overflows is chance.
    ...(at && !isOverflow(message) && { at }),
    ...(finding && { finding }),
    ...(error.name === 'NotYetError' && { notYet: Number(error.task) }),
  };
}

/** Also if a test tells of it that expected another error. */
function isOverflow(message: string): boolean {
  return /(?:^|RangeError.*: )Maximum call stack size exceeded/.test(message);
}

/** The file descriptor on which reports are written. */
export const REPORT_FD = 3;

/** Cuts a pipe's chunks into reports. */
export function createReportReader(onReport: (report: Report) => void): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onReport(JSON.parse(line) as Report);
  };
}
