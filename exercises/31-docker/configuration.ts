import { notYet } from '#course/exercise/not-yet';

/** What the order server is told from outside. */
export interface Configuration {
  /** `SHOP_HOST`: where it listens. In a container `127.0.0.1` can be reached by nobody outside. */
  host: string;
  /** `SHOP_PORT` */
  port: number;
  /** `SHOP_REGION`: which shop this is. */
  region: string;
  /** `SHOP_NOTICE_MS`: how long it still takes calls after NOT_SERVING (lesson 29). */
  noticeMs: number;
  /** `SHOP_GRACE_MS`: how long the last calls have then. */
  graceMs: number;
  /** `SHOP_STOP_MS`: how long the platform waits between SIGTERM and SIGKILL. */
  stopMs: number;
}

/** What holds if nothing is said. There is none for the region: to guess it would be worse. */
export const DEFAULTS = {
  host: '0.0.0.0',
  port: 50_031,
  noticeMs: 1_000,
  graceMs: 8_000,
  /** As `docker stop` does. */
  stopMs: 10_000,
} as const;

/** All variables, in the order in which problems are named. */
export const VARIABLES = [
  'SHOP_HOST',
  'SHOP_PORT',
  'SHOP_REGION',
  'SHOP_NOTICE_MS',
  'SHOP_GRACE_MS',
  'SHOP_STOP_MS',
] as const;

export type Variable = (typeof VARIABLES)[number];

export type Environment = Readonly<Record<string, string | undefined>>;

const HIGHEST_PORT = 65_535;
const LONGEST_MS = 3_600_000;

/** The environment is not one with which it can start. Each problem is a line for a person. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** A value that is refused: `SHOP_PORT is "http": a whole number from 1 to 65535 is wanted`. */
export function refused(variable: Variable, value: string, wanted: string): string {
  return `${variable} is ${JSON.stringify(value.slice(0, 40))}: ${wanted} is wanted`;
}

/** `SHOP_REGION is missing: …`. */
export function missing(variable: Variable, wanted: string): string {
  return `${variable} is missing: ${wanted} is wanted`;
}

/** `SHOP_PROT is not known; known are …`. */
export function unknown(variable: string): string {
  return `${variable.slice(0, 40)} is not known; known are ${VARIABLES.join(', ')}`;
}

/** The waits do not fit into what the platform gives. */
export function tooLong({ noticeMs, graceMs, stopMs }: Configuration): string {
  return `SHOP_NOTICE_MS and SHOP_GRACE_MS are ${noticeMs + graceMs} together, and after SHOP_STOP_MS (${stopMs}) comes SIGKILL`;
}

/** `a whole number from 1 to 65535`. */
export function numberFrom(lowest: number, highest: number): string {
  return `a whole number from ${lowest} to ${highest}`;
}

/**
 * Reads the environment.
 *
 * - A variable that is missing or empty has its default; `SHOP_REGION` has none, and is missing.
 * - `SHOP_PORT` is 1 to 65535, the three times are 0 to 3600000: decimal digits and nothing else, with
 *   no zero in front (but `0` itself).
 * - `SHOP_REGION` is a lower-case letter, and then lower-case letters, digits or hyphens.
 * - `SHOP_HOST` may be anything without white space.
 * - A variable whose name begins with `SHOP_` and is not one of ours is a problem, whatever its value:
 *   somebody has misspelt one. All others are none of our business.
 * - If each for itself is right: `noticeMs` and `graceMs` together are less than `stopMs`.
 *
 * @throws ConfigurationError with all problems, not only the first: those of `VARIABLES` in that
 *   order, then the unknown ones in alphabetical order, then the waits
 */
export function readConfiguration(env: Environment): Configuration {
  // ── Task 3 ──
  // refused, missing, unknown and tooLong make the lines; numberFrom says which number is wanted.
  // Collect the problems in a list, and look at it at the end.
  throw notYet(3);
}

/** What is wanted of a host, and of a region. */
export const HOST = 'an address or a name, without white space,';
export const REGION = 'a name such as eu-west, in lower case,';
