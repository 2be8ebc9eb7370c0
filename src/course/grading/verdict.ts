import type { Exercise } from '../exercise/exercise.ts';
import type { ErrorReport, TestReport } from './report.ts';
import type { Broken, Outcome } from './run-jobs.ts';

/** What the grader found, task by task, and the first failure whole. */
export interface Verdict {
  tasks: TaskVerdict[];
  /** The first failure, if any task fails; absent where all that fails is not written yet. */
  failure?: Failure;
  /** What the subject printed, for whoever looks for a mistake with console.log. */
  printed?: string;
}

export interface TaskVerdict {
  number: number;
  /** `unknown`: the run was over before this task's turn came. */
  state: 'passed' | 'failed' | 'not-yet' | 'unknown';
}

export interface Failure {
  /** The task it belongs to; absent where not even the file could be loaded. */
  task?: number;
  /** What was tried. */
  test?: string;
  kind: 'wrong' | 'thrown' | 'slow' | 'stray' | 'hung' | 'not-loaded' | 'crashed';
  error: ErrorReport;
}

export function isPassed(verdict: Verdict): boolean {
  return verdict.tasks.every((task) => task.state === 'passed');
}

/** The first task that is not passed, or `undefined`. */
export function firstOpenTask(verdict: Verdict): number | undefined {
  return verdict.tasks.find((task) => task.state !== 'passed')?.number;
}

export function judge(exercise: Exercise, outcome: Outcome): Verdict {
  const verdict = judgeOutcome(exercise, outcome);
  const printed = outcome.type === 'done' ? outcome.printed?.trim() : undefined;
  return printed ? { ...verdict, printed } : verdict;
}

function judgeOutcome(exercise: Exercise, outcome: Outcome): Verdict {
  const numbers = exercise.tasks.map((_, index) => index + 1);
  if (outcome.type !== 'done') return judgeBroken(numbers, outcome);
  if (outcome.tests.length === 0) {
    const error = outcome.errors[0] ?? { name: 'Error', message: 'the suite has no test' };
    return { tasks: allFailed(numbers), failure: { kind: 'not-loaded', error } };
  }

  const tasks = numbers.map((number) => judgeTask(number, outcome.tests));
  const failed = tasks.find((task) => task.state === 'failed')?.number;
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
  return { number, state: notYet ? 'not-yet' : 'failed' };
}

function explain(task: number, tests: TestReport[]): Failure {
  const test = tests.find((candidate) => candidate.task === task && !candidate.passed);
  const error = test?.error ?? { name: 'Error', message: 'the task has no test' };
  return { task, test: test?.name, kind: kindOf(error), error };
}

function kindOf(error: ErrorReport): Failure['kind'] {
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

function allFailed(numbers: number[]): TaskVerdict[] {
  return numbers.map((number) => ({ number, state: 'failed' }));
}
