import { notYet } from '#course/exercise/not-yet';
import {
  type Configuration,
  ConfigurationError,
  type Environment,
  readConfiguration,
} from '#image/configuration';
import { type EndSteps, GracefulEnd } from '#services/graceful-end';
import { type Clock, systemClock } from '#time/clock';

/** What the program needs of its process: of Node's `process`, or of a test's. */
export interface Host {
  readonly env: Environment;
  on(signal: Signal, listener: () => void): unknown;
  off(signal: Signal, listener: () => void): unknown;
  /** Ends the process. It need not come back. */
  exit(code: number): unknown;
  log(line: string): unknown;
}

export type Signal = 'SIGTERM' | 'SIGINT';
export const SIGNALS: readonly Signal[] = ['SIGTERM', 'SIGINT'];

/** A server that listens and is not ready yet: health says NOT_SERVING until `ready` is called. */
export interface Started extends EndSteps {
  /** `0.0.0.0:50031`, for the log. */
  readonly address: string;
  /** From now on health says SERVING. */
  ready(): void;
}

/** 78 is EX_CONFIG of sysexits.h: to start it again without another configuration is of no use. */
export const ExitCode = { ended: 0, failed: 1, configuration: 78 } as const;

/** An error in one line. */
export function lineOf(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0]!;
}

/**
 * Runs a server as the only program of a container, which is its process 1: whoever has that number
 * gets no signal by default, so it has to listen for those that tell it to end.
 *
 * 1. Listens for both signals, before anything else.
 * 2. Reads the configuration. What is wrong with it is logged, a line for each problem: exit code 78.
 * 3. Starts the server. If that fails, its `lineOf` is logged: exit code 1.
 * 4. `listening on …` is logged, and it is ready.
 * 5. A signal begins the end of lesson 29, with the waits of the configuration. What the steps threw
 *    is logged, a line each, and then `ended: drained` or `ended: forced`. Exit code 0 if it was
 *    drained and nothing was thrown, otherwise 1.
 *
 * A signal that comes during the start is not lost: when the server has started, its end begins at
 * once, and it is never ready. In whatever way it ends, nobody listens for signals any more, and then
 * `exit` is called, once, as the last thing.
 *
 * @returns when all that is done. It never rejects.
 */
export async function runProgram(
  host: Host,
  start: (configuration: Configuration) => Promise<Started>,
  clock: Clock = systemClock,
): Promise<void> {
  // ── Task 4 ──
  // A signal calls one function, whose meaning changes when there is something to end: new
  // GracefulEnd(steps, { noticeMs, graceMs, clock }) has signal() and ended.
  throw notYet(4);
}
