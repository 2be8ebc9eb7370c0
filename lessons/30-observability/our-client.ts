import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { CallMetrics } from '#grpc/telemetry/call-metrics';
import type { Span } from '#grpc/telemetry/span';
import { clientTelemetry } from '#grpc/telemetry/telemetry';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { type Clock, systemClock } from '#time/clock';
import { idsOf } from './seeded-ids.ts';

/** A clock whose moments can be compared with those of other programs of this machine. */
const sinceTheEpoch: Clock = {
  ...systemClock,
  now: () => performance.timeOrigin + performance.now(),
};

/** The shop: a client of our stack, traced by our own interceptor. */
export function connectShop(
  { host, port }: { host: string; port: number },
  report: (span: Span) => unknown,
) {
  const channel = new Channel(`ipv4:${host}:${port}`);
  const paths = Object.values(OrderManagementDefinition.methods).map(({ path }) => path);
  const metrics = new CallMetrics(paths);
  const ids = idsOf('shop');
  const telemetry = clientTelemetry({
    service: 'shop',
    ids,
    clock: sinceTheEpoch,
    metrics,
    report,
  });
  const shop = createClient(OrderManagementDefinition, channel, { interceptors: [telemetry] });
  return { shop, metrics, close: () => channel.close() };
}
