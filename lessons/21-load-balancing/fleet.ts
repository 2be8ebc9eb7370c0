import { type handleUnaryCall, Server, type ServerInterceptor, status } from '@grpc/grpc-js';
import { listen, stop } from '#hello/serve';
import { LOOPBACK } from '#transport/tcp';
import { ecommerce } from '../shop/load.ts';
import { ORDERS } from '../shop/orders.ts';
import type { Order__Output } from '../shop/types/ecommerce/Order.ts';

/** One of several servers that do the same, and count. */
export interface Counting {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  /** Calls, and the connections on which they came. */
  calls: number;
  readonly connections: Set<string>;
  /** Lets the calls end that are under way, and takes no others. */
  stop(): Promise<void>;
  /** Cuts off whatever is under way. */
  kill(): Promise<void>;
}

export interface CountingOptions {
  host?: string;
  port?: number;
  /** Every call fails, at once. */
  fails?: boolean;
  /** A call is answered when this resolves. */
  until?: () => Promise<unknown>;
  /** What it says of itself in the trailers of each answer (gRPC A51). */
  load?: { perSecond: number; utilization: number };
  interceptors?: ServerInterceptor[];
}

type GetOrder = handleUnaryCall<{ value: string }, Order__Output>;

export async function startCounting(
  name: string,
  { host = LOOPBACK, port = 0, fails, until, load, interceptors = [] }: CountingOptions = {},
): Promise<Counting> {
  const server = new Server({
    interceptors,
    // Otherwise what a handler records goes nowhere.
    ...(load && { 'grpc.server_call_metric_recording': 1 }),
  });
  const GetOrder: GetOrder = async (call, callback) => {
    counting.calls++;
    counting.connections.add(call.getPeer());
    await until?.();
    if (fails) {
      callback({ code: status.UNAVAILABLE, details: `${name} is not well` });
      return;
    }
    // #region report
    if (load !== undefined) {
      const report = call.getMetricsRecorder();
      report.recordQpsMetric(load.perSecond);
      report.recordApplicationUtilizationMetric(load.utilization);
    }
    // #endregion report
    const order = ORDERS.find(({ id }) => id === call.request.value);
    if (order) callback(null, order as Order__Output);
    else callback({ code: status.NOT_FOUND, details: 'there is no such order' });
  };
  server.addService(ecommerce.OrderManagement.service, { GetOrder });
  const bound = await listen(server, `${host}:${port}`);
  const counting: Counting = {
    name,
    host,
    port: bound,
    calls: 0,
    connections: new Set(),
    stop: () => stop(server),
    kill: () => stop(server, { graceMs: 0 }),
  };
  return counting;
}

export const NAMES = ['shop-1', 'shop-2', 'shop-3'] as const;

/** Runs `scene` with three servers; then ends them. */
export async function withFleet<T>(
  scene: (servers: Counting[]) => Promise<T>,
  options: (name: string) => CountingOptions = () => ({}),
): Promise<T> {
  const servers: Counting[] = [];
  for (const name of NAMES) servers.push(await startCounting(name, options(name)));
  try {
    return await scene(servers);
  } finally {
    for (const server of servers) await server.kill();
  }
}

/** How many calls each got while `work` ran. */
export async function countDuring(
  servers: readonly Counting[],
  work: () => Promise<unknown>,
): Promise<number[]> {
  const before = servers.map(({ calls }) => calls);
  await work();
  return servers.map(({ calls }, i) => calls - before[i]!);
}

/** A bar for each server, as wide as its share. */
export function drawBars(names: readonly string[], counts: readonly number[]): string {
  const widest = Math.max(1, ...counts);
  const digits = String(widest).length;
  return names
    .map((name, i) => {
      const width = Math.round((32 * counts[i]!) / widest);
      return `${name}  ${String(counts[i]).padStart(digits)}  ${'█'.repeat(width)}`.trimEnd();
    })
    .join('\n');
}
