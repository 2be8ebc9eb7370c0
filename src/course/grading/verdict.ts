import type { Exercise } from '#course/exercise/exercise';
import type { ErrorReport, TestReport } from './report.ts';
import type { Broken, Outcome } from './run-jobs.ts';

/** What the grader found, task by task, and the first failure whole. */
export interface Verdict {
  tasks: TaskVerdict[];
  /** The first failure, if any task fails; absent if all that fails is not written yet. */
  failure?: Failure;
  /** What the subject printed, for a learner who looks for a mistake with console.log. */
  printed?: string;
}

export interface TaskVerdict {
  number: number;
  /** `unknown`: the run was over before this task's turn came. */
  state: 'passed' | 'failed' | 'not-yet' | 'unknown';
}

export interface Failure {
  /** The task it belongs to; absent if not even the file could be loaded. */
  task?: number;
  /** What was tried. */
  test?: string;
  kind: 'wrong' | 'thrown' | 'slow' | 'stray' | 'hung' | 'not-loaded' | 'not-exported' | 'crashed';
  error: ErrorReport;
}

export function isPassed(verdict: Verdict): boolean {
  return verdict.tasks.every((task) => task.state === 'passed');
}

/** The first task that is not passed, or `undefined`. */
export function firstOpenTask(verdict: Verdict): number | undefined {
  return verdict.tasks.find((task) => task.state !== 'passed')?.number;
}

export function judge(exercise: Pick<Exercise, 'tasks'>, outcome: Outcome): Verdict {
  const verdict = judgeOutcome(exercise, outcome);
  const printed = outcome.type === 'done' ? outcome.printed?.trim() : undefined;
  return printed ? { ...verdict, printed } : verdict;
}

function judgeOutcome(exercise: Pick<Exercise, 'tasks'>, outcome: Outcome): Verdict {
  const numbers = exercise.tasks.map((_, index) => index + 1);
  if (outcome.type !== 'done') return judgeBroken(numbers, outcome);
  if (outcome.tests.length === 0) {
    const error = outcome.errors[0] ?? { name: 'Error', message: 'the suite has no test' };
    // Nothing was tried, so no task has failed.
    return { tasks: notReached(numbers), failure: { kind: 'not-loaded', error } };
  }

  const tasks = numbers.map((number) => judgeTask(number, outcome.tests));
  const failed = tasks.find((task) => task.state === 'failed')?.number;
  const missing = outcome.tests.find(({ error }) => error && isNotExported(error));
  // What is missing may be used by later tasks, too: those fail because of it.
  const isFirst = failed === undefined || (missing?.task ?? failed) < failed;
  if (missing?.error && isFirst) {
    return { tasks, failure: { kind: 'not-exported', error: missing.error } };
  }
  if (failed !== undefined) return { tasks, failure: explain(failed, outcome.tests) };

  // A rejection that nobody handled fails the run although each test passed.
  const [stray] = outcome.errors;
  if (stray === undefined || stray.notYet !== undefined) return { tasks };
  return { tasks: allFailed(numbers), failure: { kind: 'stray', error: stray } };
}

function judgeTask(number: number, tests: TestReport[]): TaskVerdict {
  const own = tests.filter((test) => test.task === number);
  const failed = own.filter((test) => !test.passed);
  if (own.length > 0 && failed.length === 0) return { number, state: 'passed' };
  const notYet = failed.some((test) => test.error?.notYet !== undefined);
  if (notYet) return { number, state: 'not-yet' };
  const untried = failed.length > 0 && failed.every(({ error }) => error && isNotExported(error));
  return { number, state: untried ? 'unknown' : 'failed' };
}

/** As it is thrown, or as a test that expected another error tells it. */
const NOT_EXPORTED =
  /(?:^|received TypeError(?: \([^)]*\))?: )(\w+) is not a (?:function|constructor)$/;

/**
 * The name that the suite imports, and that no file exports: what it calls is not there, and none
 * of the subject's lines had a part in that. `undefined` for every other error.
 */
export function missingExport({ message, at }: ErrorReport): string | undefined {
  return at === undefined ? NOT_EXPORTED.exec(message)?.[1] : undefined;
}

const isNotExported = (error: ErrorReport) => missingExport(error) !== undefined;

function explain(task: number, tests: TestReport[]): Failure {
  const test = tests.find((candidate) => candidate.task === task && !candidate.passed);
  const error = test?.error ?? { name: 'Error', message: 'the task has no test' };
  return { task, test: test?.name, kind: kindOf(error), error };
}

function kindOf(error: ErrorReport): Failure['kind'] {
  if (isNotExported(error)) return 'not-exported';
  if (/^Test timed out in/.test(error.message)) return 'slow';
  // What a check throws carries a finding or is an assertion; the rest was thrown by the subject.
  if (error.finding?.bytes !== undefined || error.name === 'AssertionError') return 'wrong';
  return error.at === undefined ? 'wrong' : 'thrown';
}

function judgeBroken(numbers: number[], broken: Broken): Verdict {
  const { type, task, test, output, ended } = broken;
  const message = type === 'hung' ? 'nothing came back' : output.trim() || 'it said nothing';
  const tasks = numbers.map((number): TaskVerdict => {
    if (task === undefined || number === task) return { number, state: 'failed' };
    const own = ended.filter((result) => result.task === number);
    if (number > task || own.length === 0) return { number, state: 'unknown' };
    return { number, state: own.every((result) => result.passed) ? 'passed' : 'failed' };
  });
  return { tasks, failure: { task, test, kind: type, error: { name: 'Error', message } } };
}

function notReached(numbers: number[]): TaskVerdict[] {
  return numbers.map((number) => ({ number, state: 'unknown' }));
}

function allFailed(numbers: number[]): TaskVerdict[] {
  return numbers.map((number) => ({ number, state: 'failed' }));
}
