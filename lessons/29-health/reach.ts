import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { HealthDefinition } from '#protobuf/generated/grpc/health/v1/health';
import type { ProbeConnection } from '#services/probe';

/** Connects to a server, for a probe: it fails with the first attempt, and does not try again. */
export async function reach(
  { host, port }: { host: string; port: number },
  signal: AbortSignal,
): Promise<ProbeConnection> {
  const channel = new Channel(`ipv4:${host}:${port}`);
  try {
    await firstAttempt(channel, signal);
  } catch (error) {
    await channel.close();
    throw error;
  }
  const health = createClient(HealthDefinition, channel);
  return {
    check: async (service, signal) => (await health.check({ service }, { signal })).status,
    close: () => channel.close(),
  };
}

function firstAttempt(channel: Channel, signal: AbortSignal): Promise<void> {
  let stop = () => {};
  const ended = new Promise<void>((resolve, reject) => {
    stop = channel.onStateChange((state) => {
      if (state === 'READY') resolve();
      if (state === 'TRANSIENT_FAILURE') reject(new Error('nobody listens there'));
    });
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    channel.connect();
  });
  return ended.finally(stop);
}
