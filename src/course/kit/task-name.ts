/** The name of the suite with the tests of one task: the grader reads the number off it. */
export function taskName(number: number): string {
  return `task ${number}`;
}

/** The number in a name that `taskName` made, or `undefined`. */
export function taskNumber(name: string): number | undefined {
  const match = /^task (\d+)$/.exec(name);
  return match === null ? undefined : Number(match[1]);
}
