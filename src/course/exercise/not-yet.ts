/**
 * What stands in every gap of a skeleton. The grader knows it by its name and tells "not written
 * yet" from "written and wrong".
 */
export class NotYetError extends Error {
  override readonly name = 'NotYetError';
  readonly task: number;

  constructor(task: number) {
    super(`task ${task} is not written yet`);
    this.task = task;
  }
}

/** To be thrown: `throw notYet(2)`. */
export function notYet(task: number): NotYetError {
  return new NotYetError(task);
}
