import { Channel } from '#channel/channel';
import type { ClientOptions } from '#course/lesson/define-lesson';
import { createClient } from '#grpc/client/client';
import { printable } from '#grpc/client/printable';
import { GrpcError } from '#grpc/grpc-error';
import { Status } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';

/** The Job: a few calls, in turn to all that the name stands for; then it is done. */
export async function runClient({ host, port, log, signal }: ClientOptions): Promise<void> {
  const channel = new Channel(`dns:///${host.includes(':') ? `[${host}]` : host}:${port}`, {
    serviceConfig: { loadBalancingConfig: [{ round_robin: {} }] },
  });
  const shop = createClient(OrderManagementDefinition, channel, {
    defaults: { timeoutMs: 10_000 },
  });
  try {
    for (const id of ['101', '102', '103']) {
      if (signal.aborted) return;
      const { destination, items } = await shop.getOrder({ value: id }, { signal });
      log(`GetOrder("${id}") → ${printable(`${items.join(', ')}, to ${destination}`)}`);
    }
  } catch (error) {
    if (!(error instanceof GrpcError) || error.code !== Status.UNAVAILABLE) throw error;
    // Nobody listens there: that is the system's to say.
    throw Object.assign(new Error(error.message), { code: 'ECONNREFUSED' });
  } finally {
    await channel.close();
  }
}
