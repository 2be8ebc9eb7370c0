// Another right answer: a promise of the first signal, and a function for each way to end.
import {
  type Configuration,
  type ConfigurationError,
  type Environment,
  readConfiguration,
} from '#image/configuration';
import { type EndReport, type EndSteps, GracefulEnd } from '#services/graceful-end';
import { type Clock, systemClock } from '#time/clock';

export interface Host {
  readonly env: Environment;
  on(signal: Signal, listener: () => void): unknown;
  off(signal: Signal, listener: () => void): unknown;
  exit(code: number): unknown;
  log(line: string): unknown;
}

export type Signal = 'SIGTERM' | 'SIGINT';
export const SIGNALS: readonly Signal[] = ['SIGTERM', 'SIGINT'];

export interface Started extends EndSteps {
  readonly address: string;
  ready(): void;
}

export const ExitCode = { ended: 0, failed: 1, configuration: 78 } as const;

export function lineOf(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0]!;
}

export async function runProgram(
  host: Host,
  start: (configuration: Configuration) => Promise<Started>,
  clock: Clock = systemClock,
): Promise<void> {
  let pending = 0;
  let hear = () => {
    pending++;
  };
  const listener = () => hear();
  host.on('SIGINT', listener);
  host.on('SIGTERM', listener);
  const leave = (lines: readonly string[], code: number): void => {
    for (const line of lines) host.log(line);
    host.off('SIGTERM', listener);
    host.off('SIGINT', listener);
    host.exit(code);
  };
  let configuration: Configuration;
  try {
    configuration = readConfiguration(host.env);
  } catch (error) {
    const { problems } = error as ConfigurationError;
    return leave(problems, ExitCode.configuration);
  }
  let server: Started;
  try {
    server = await start(configuration);
  } catch (error) {
    return leave([lineOf(error)], ExitCode.failed);
  }
  const { noticeMs, graceMs } = configuration;
  const end = new GracefulEnd(server, { noticeMs, graceMs, clock });
  hear = () => end.signal();
  if (pending === 0) {
    host.log(`listening on ${server.address}`);
    server.ready();
  } else {
    end.signal();
  }
  const report: EndReport = await end.ended;
  const isClean = report.how === 'drained' && report.errors.length === 0;
  leave(
    [...report.errors.map(lineOf), `ended: ${report.how}`],
    isClean ? ExitCode.ended : ExitCode.failed,
  );
}
