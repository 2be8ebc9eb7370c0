import * as grpc from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import { SOON_MS } from '#course/kit/patience';
import { createClient } from '#grpc/client/client';
import { Server } from '#grpc/server/server';
import { CallMetrics } from '#grpc/telemetry/call-metrics';
import type { Span } from '#grpc/telemetry/span';
import { clientTelemetry, serverTelemetry } from '#grpc/telemetry/telemetry';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { connect } from '../../lessons/shop/connect.ts';
import { ecommerce } from '../../lessons/shop/load.ts';
import { ORDERS } from '../../lessons/shop/orders.ts';
import { listen, UNSHARED } from './grpc-js.ts';

/**
 * The part of lesson 30's suite that needs Node: a client of grpc-js calls a server of the stack,
 * whose handler calls a server of grpc-js, with the learner's telemetry in the middle.
 */

/** The three servers of the mystery, on the stack and with the learner's telemetry. */
export { runSystem } from '../../lessons/30-observability/system.ts';

export interface Through {
  spans: Span[];
  /** What the first client has sent. */
  sent: { traceId: string; spanId: string };
  /** The traceparents that came to the last server. */
  received: string[];
}

const SENT = { traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7' };

export async function throughStrangers(): Promise<Through> {
  const spans: Span[] = [];
  const received: string[] = [];
  const last = new grpc.Server();
  last.addService(ecommerce.OrderManagement.service, {
    GetOrder(call: grpc.ServerUnaryCall<unknown, unknown>, callback: grpc.sendUnaryData<unknown>) {
      received.push(...call.metadata.get('traceparent').map(String));
      callback(null, ORDERS[0]);
    },
  });
  const port = await listen(last);
  const metrics = new CallMetrics([]);
  const options = { service: 'yours', metrics, report: (span: Span) => spans.push(span) };
  const channel = new Channel(`ipv4:127.0.0.1:${port}`);
  const behind = createClient(OrderManagementDefinition, channel, {
    interceptors: [clientTelemetry(options)],
  });
  const server = new Server({ interceptors: [serverTelemetry(options)], onHandlerError() {} });
  server.addService(OrderManagementDefinition, {
    getOrder: (request, call) => behind.getOrder(request, { parent: call }),
  });
  const listener = await server.listen({ port: 0 });
  const shop = connect({ host: '127.0.0.1', port: listener.port }, UNSHARED);
  try {
    const metadata = new grpc.Metadata();
    metadata.set('traceparent', `00-${SENT.traceId}-${SENT.spanId}-01`);
    const deadline = Date.now() + SOON_MS;
    await new Promise<void>((resolve, reject) => {
      shop.getOrder({ value: '101' }, metadata, { deadline }, (error) =>
        error ? reject(error) : resolve(),
      );
    });
    return { spans, sent: SENT, received };
  } finally {
    shop.close();
    await channel.close();
    await server.close();
    last.forceShutdown();
  }
}
