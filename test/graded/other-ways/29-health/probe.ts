// Derived from src/services/probe.ts by npm run skeletons: change it there.
import { checkNumber } from '#grpc/check-number';
import { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import { HealthCheckResponse_ServingStatus as ServingStatus } from '#protobuf/generated/grpc/health/v1/health';
import { PROBE_CHECK_MS, PROBE_CONNECT_MS } from '#services/limits';
import { type Clock, systemClock } from '#time/clock';

/** A server that a probe has reached. */
export interface ProbeConnection {
  /** Asks `Check`. @param signal aborts when nobody waits for the answer any more. */
  check(service: string, signal: AbortSignal): Promise<ServingStatus>;
  /** May throw, and may return a promise: nobody waits for it. */
  close(): unknown;
}

export interface ProbeOptions {
  /** The empty name is the server as a whole. */
  service?: string;
  /** How long it may take to connect. */
  connectMs?: number;
  /** How long `Check` may take, from the moment at which there is a connection. */
  checkMs?: number;
  clock?: Clock;
}

/** The exit codes are those of grpc_health_probe. */
export const ProbeExit = { serving: 0, notConnected: 2, failed: 3, notServing: 4 } as const;

export interface ProbeResult {
  exitCode: (typeof ProbeExit)[keyof typeof ProbeExit];
  /** A line for whoever reads the log of the probe. */
  text: string;
}

/** The time is up. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
}

/**
 * Waits for a promise, but not longer than that, whatever the promise does.
 *
 * @param begin begins the work. Its signal aborts when the time is up, and only then.
 * @param late gets a result that comes afterwards all the same: somebody has to release it. What it
 *   throws, and a failure that comes afterwards, is nobody's.
 * @throws TooLate when the time is up; otherwise what the work throws.
 */
export function within<T>(
  milliseconds: number,
  clock: Clock,
  begin: (signal: AbortSignal) => Promise<T>,
  late: (result: T) => unknown = () => {},
): Promise<T> {
  const controller = new AbortController();
  let timer: { cancel(): void } | undefined;
  const up = new Promise<never>((_, reject) => {
    timer = clock.setTimer(() => {
      reject(new TooLate());
      controller.abort();
    }, milliseconds);
  });
  let work: Promise<T>;
  try {
    work = begin(controller.signal);
  } catch (error) {
    work = Promise.reject(error);
  }
  const first = Promise.race([up, work]);
  const stop = () => timer?.cancel();
  work.then((result) => {
    stop();
    if (controller.signal.aborted) ignoreFailure(() => late(result));
  }, stop);
  return first;
}

/**
 * Asks a server once, as an orchestrator does, and says what came of it. It always ends, at the
 * latest after `connectMs` and `checkMs`, and leaves nothing open. It never rejects.
 *
 * @throws RangeError at once if a limit is not a number from 1 on.
 */
export function probe(
  connect: (signal: AbortSignal) => Promise<ProbeConnection>,
  options: ProbeOptions = {},
): Promise<ProbeResult> {
  checkNumber('connectMs', options.connectMs, 1);
  checkNumber('checkMs', options.checkMs, 1);
  return ask(connect, options);
}

async function ask(
  connect: (signal: AbortSignal) => Promise<ProbeConnection>,
  {
    service = '',
    connectMs = PROBE_CONNECT_MS,
    checkMs = PROBE_CHECK_MS,
    clock = systemClock,
  }: ProbeOptions,
): Promise<ProbeResult> {
  const reached = await within(connectMs, clock, connect, (open) => open.close()).then(
    (connection) => ({ connection }),
    (error) => ({ text: notConnected(error, connectMs) }),
  );
  if ('text' in reached) return { exitCode: ProbeExit.notConnected, text: reached.text };
  const { connection } = reached;
  const result = await within(checkMs, clock, (signal) => connection.check(service, signal)).then(
    (status): ProbeResult =>
      status === ServingStatus.SERVING
        ? { exitCode: ProbeExit.serving, text: answered(status) }
        : { exitCode: ProbeExit.notServing, text: answered(status) },
    (error): ProbeResult => ({ exitCode: ProbeExit.failed, text: failed(error, checkMs) }),
  );
  ignoreFailure(() => connection.close());
  return result;
}

/** Does it and does not wait; what it throws, or rejects with, is nobody's. */
function ignoreFailure(work: () => unknown): void {
  (async () => work())().catch(() => {});
}

function notConnected(error: unknown, connectMs: number): string {
  if (error instanceof TooLate) return `timeout: no connection within ${connectMs} ms`;
  return `no connection: ${(error as Error)?.message ?? String(error)}`;
}

function failed(error: unknown, checkMs: number): string {
  if (error instanceof TooLate) return `timeout: no answer within ${checkMs} ms`;
  if (error instanceof GrpcError && error.code === Status.UNIMPLEMENTED) {
    return 'this server does not implement grpc.health.v1.Health';
  }
  return `the call failed: ${(error as Error)?.message ?? String(error)}`;
}

function answered(status: ServingStatus): string {
  const [name = String(status)] =
    Object.entries(ServingStatus).find(([, value]) => value === status) ?? [];
  return `status: ${name}`;
}
