import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { Server } from '#grpc/server/server';
import { CallMetrics } from '#grpc/telemetry/call-metrics';
import { clientTelemetry } from '#grpc/telemetry/telemetry';
import type { GrpcView } from '#inspect/grpc/dissector';
import { createGrpcDissectors } from '#inspect/grpc/dissector';
import { createRecorder } from '#inspect/recorder';
import type { Trace } from '#inspect/trace';
import { Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { isOfACall } from '../09-grpc-by-hand/at-greeter.ts';
import { startTap } from '../10-hello-grpc/tap.ts';
import { ORDERS } from '../shop/orders.ts';
import { idsOf } from './seeded-ids.ts';

const { getOrder } = OrderManagementDefinition.methods;
const methods = {
  [getOrder.path]: [StringValue.descriptor, Order.descriptor],
} satisfies GrpcView['methods'];

/** A call of the shop, and its context. */
export async function recordContext(): Promise<Trace> {
  const recorder = createRecorder('A call with its context', 'gRPC over HTTP/2');
  const server = new Server();
  server.addService(OrderManagementDefinition, { getOrder: async () => ORDERS[0]! });
  const { port } = await server.listen({ port: 0 });
  const tap = await startTap({ host: '127.0.0.1', port }, recorder, () =>
    createGrpcDissectors({ methods }),
  );
  const channel = new Channel(`ipv4:127.0.0.1:${tap.port}`, { authority: 'localhost:50030' });
  const telemetry = clientTelemetry({
    service: 'shop',
    ids: idsOf('shop'),
    metrics: new CallMetrics([]),
    report() {},
  });
  try {
    const shop = createClient(OrderManagementDefinition, channel, { interceptors: [telemetry] });
    await shop.getOrder({ value: '101' });
    return { ...recorder.trace, events: recorder.trace.events.filter(isOfACall) };
  } finally {
    await channel.close();
    await tap.close();
    await server.close();
  }
}
