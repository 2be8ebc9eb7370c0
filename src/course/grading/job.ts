/** One suite to be run on one subject. */
export interface Job {
  /** A name that is unique among the jobs of a run. */
  name: string;
  /** The suite's path, from the repository's folder. */
  suite: string;
  /**
   * Conditions of the package's `imports` that choose the subject: `exercise-03`. Such a job has a
   * process to itself; those without conditions share one.
   */
  conditions?: string[];
  /** Modules put in place of others: `#framing/frame` → a file's absolute path. Not with conditions. */
  replace?: Record<string, string>;
  /** The tasks after this one are left out. Not with conditions. */
  lastTask?: number;
  /** Nothing is run after the first failure: who only asks which task fails first needs no more. */
  untilFailure?: boolean;
  /** How many times longer than a learner's run it may wait, if not SHARED_PATIENCE; all jobs of a run alike. */
  patience?: number;
}

/** What the watching process tells the running one: which files to run, and how. */
export interface RunSettings {
  /** A suite, or the entries of many jobs: paths or a pattern, from the repository's folder. */
  include: string;
  /** Those of the job, if it has a process to itself. */
  conditions?: string[];
  /** How many times longer than a learner's run this one may wait. */
  patience: number;
}

/** The environment variable in which they are handed over, as JSON. */
export const RUN_VARIABLE = 'COURSE_RUN';

/** A test that takes longer than this, in milliseconds, is taken to hang. */
export const TEST_TIMEOUT_MS = 2_000;

/** Silence after which a run is taken to hang, in ms: longer than a test may take by itself. */
export const SILENCE_MS = 2 * TEST_TIMEOUT_MS;

/**
 * How long a process may take to start, in ms. Nothing of a subject runs until then, so this only
 * ends what is broken, and a busy machine has time.
 */
export const START_MS = 120_000;

/** On a machine that is slow to start a process, a run may be silent for so many times as long. */
export const SILENCE_FACTOR = 2;

/**
 * A suite, with the subject in it, may take so many times as long to load as the process took to
 * start: some bring a compiler with them, and on a busy machine all things take longer.
 */
export const LOAD_FACTOR = 5;

/**
 * Jobs that share a process share the machine with hundreds of others: what takes a moment for one
 * learner may take this many times as long for them. No proof waits for it to pass.
 */
export const SHARED_PATIENCE = 5;
