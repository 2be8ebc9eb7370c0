/** One suite to be run on one subject. */
export interface Job {
  /** A name that is unique among the jobs of a run. */
  name: string;
  /** The suite's path, from the repository's folder. */
  suite: string;
  /** Conditions of the package's `imports` that choose the subject: `exercise-03`. For one job alone. */
  conditions?: string[];
  /** Or modules put in place of others: `#framing/frame` → a file's absolute path. */
  replace?: Record<string, string>;
  /** The file that loads the suite, where several jobs share a process; the runner writes it. */
  entry?: string;
}

/**
 * The environment variable in which the watching process hands its jobs to the running one: as JSON,
 * or, for a batch, the file that has them. An environment variable has room for 128 KiB.
 */
export const JOBS_VARIABLE = 'COURSE_JOBS';

/** A test that takes longer than this, in milliseconds, is taken to hang. */
export const TEST_TIMEOUT_MS = 2_000;
