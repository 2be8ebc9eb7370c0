import type { Field } from '#inspect/trace';

/**
 * What a graded test knows of a failure beyond its message. It travels on the error, out of the
 * test's process, to the code that explains it to the learner.
 */
export interface Finding {
  /** What is likely wrong, where the suite knows the mistake. */
  cause?: string;
  /** Both sides as hex digits, and what the expected bytes mean. */
  bytes?: { expected: string; received: string; fields: Field[] };
}

/** The property of an error that holds its `Finding`. */
export const FINDING = 'finding';

export function withFinding<E extends Error>(error: E, finding: Finding): E {
  return Object.assign(error, { [FINDING]: finding });
}

/** @param cause what is likely wrong; the suite has checked that it is */
export function fail(message: string, cause: string): never {
  throw withFinding(new Error(message), { cause });
}

/** For what is right or wrong, and needs words of its own. @param cause as in `fail` */
export function check(isRight: boolean, otherwise: string, cause: string): asserts isRight {
  if (!isRight) fail(otherwise, cause);
}

export function findingOf(error: unknown): Finding | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  return (error as { [FINDING]?: Finding })[FINDING];
}
