import { afterEach, beforeEach, describe, type TestContext } from 'vitest';
import { taskName, taskNumber } from './task-name.ts';

let lastTask = Number.POSITIVE_INFINITY;

/** Leaves out the tasks after this one, in every suite that is loaded from now on. */
export function limitTasks(number = Number.POSITIVE_INFINITY): void {
  lastTask = number;
}

/** Leaves out what comes after the first failure in a last task: the verdict is known by then. */
export function stopAtFailure(isLastTask: (number: number | undefined) => boolean): void {
  let hasFailed = false;
  const isLast = ({ task }: TestContext) => isLastTask(taskNumber(task.suite?.name ?? ''));
  beforeEach((context) => {
    if (hasFailed && isLast(context)) context.skip();
  });
  afterEach((context) => {
    hasFailed ||= isLast(context) && context.task.result?.state === 'fail';
  });
}

/**
 * The tests of one task of an exercise. The grader reads the number off the suite's name, so a
 * graded suite has nothing but tasks at its top.
 */
export function task(number: number, tests: () => void): void {
  if (number > lastTask) return;
  describe(taskName(number), tests);
}
