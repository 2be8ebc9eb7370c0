import { describe } from 'vitest';

/**
 * The tests of one task of an exercise. The grader reads the number off the suite's name, so a
 * graded suite has nothing but tasks at its top.
 */
export function task(number: number, tests: () => void): void {
  describe(taskName(number), tests);
}

export function taskName(number: number): string {
  return `task ${number}`;
}

/** The number in a name that `taskName` made, or `undefined`. */
export function taskNumber(name: string): number | undefined {
  const match = /^task (\d+)$/.exec(name);
  return match === null ? undefined : Number(match[1]);
}
