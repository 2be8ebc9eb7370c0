import { promisify } from 'node:util';
import * as grpc from '@grpc/grpc-js';
import { type Clock, systemClock } from '#time/clock';

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
  clock?: Clock;
}

export async function stop(
  server: grpc.Server,
  { graceMs = DEFAULT_GRACE_MS, clock = systemClock }: StopOptions = {},
): Promise<void> {
  const timer = clock.setTimer(() => server.forceShutdown(), graceMs);
  try {
    await promisify(server.tryShutdown.bind(server))();
  } finally {
    timer.cancel();
  }
}
