import { promisify } from 'node:util';
import * as grpc from '@grpc/grpc-js';
import { systemTimers, type Timers } from '#rpc/timers';

export const DEFAULT_GRACE_MS = 10_000;

export async function listen(
  server: grpc.Server,
  address: string,
  credentials = grpc.ServerCredentials.createInsecure(),
): Promise<number> {
  return promisify(server.bindAsync.bind(server))(address, credentials);
}

export interface StopOptions {
  graceMs?: number;
  timers?: Timers;
}

export async function stop(
  server: grpc.Server,
  { graceMs = DEFAULT_GRACE_MS, timers = systemTimers }: StopOptions = {},
): Promise<void> {
  const alarm = timers.setTimeout(() => server.forceShutdown(), graceMs);
  try {
    await promisify(server.tryShutdown.bind(server))();
  } finally {
    timers.clearTimeout(alarm);
  }
}
