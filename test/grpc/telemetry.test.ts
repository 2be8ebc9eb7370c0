import { expect, test } from 'vitest';
import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { ContextValues } from '#grpc/context-values';
import { Server } from '#grpc/server/server';
import { Status } from '#grpc/status';
import { CallMetrics } from '#grpc/telemetry/call-metrics';
import { idsFrom, randomIds } from '#grpc/telemetry/ids';
import { prometheusText } from '#grpc/telemetry/prometheus-text';
import { currentSpan, type Span } from '#grpc/telemetry/span';
import { clientTelemetry, serverTelemetry } from '#grpc/telemetry/telemetry';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';

/** Telemetry at a real server and a real client; what each piece does is judged by the suite of lesson 30. */
async function world() {
  const spans: Span[] = [];
  const metrics = new CallMetrics([OrderManagementDefinition.methods.searchOrders.path], [10]);
  const options = { service: 'shop', metrics, report: (span: Span) => spans.push(span) };
  const server = new Server({ interceptors: [serverTelemetry(options)], onHandlerError() {} });
  server.addService(OrderManagementDefinition, {
    async *searchOrders({ value }) {
      for (let i = 0; i < 3; i++) yield { id: `${i}`, items: [], price: i } as never;
      if (value === 'bug') throw new Error('a bug');
    },
  });
  const { port } = await server.listen({ port: 0 });
  const channel = new Channel(`ipv4:127.0.0.1:${port}`);
  const interceptors = [clientTelemetry(options)];
  const shop = createClient(OrderManagementDefinition, channel, { interceptors });
  const close = async () => {
    await channel.close();
    await server.close();
  };
  return { shop, spans, metrics, close };
}

const read = async (stream: AsyncIterable<unknown>) => {
  for await (const _ of stream);
};

test('a stream has a span at each end, of one trace, and both end with it', async () => {
  const { shop, spans, metrics, close } = await world();
  const parent = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), sampled: true };
  const context = new ContextValues().set(currentSpan, parent);
  await read(shop.searchOrders({ value: 'cup' }, { context }));
  await read(shop.searchOrders({ value: 'bug' })).catch(() => {});
  for await (const _ of shop.searchOrders({ value: 'cup' })) break;
  await close();
  const of = (traceId: string) => spans.filter((span) => span.traceId === traceId);
  const client = of(parent.traceId).find(({ kind }) => kind === 'client');
  const server = of(parent.traceId).find(({ kind }) => kind === 'server');
  expect(client).toMatchObject({ parentId: parent.spanId, code: Status.OK, failed: false });
  expect(server).toMatchObject({ parentId: client!.spanId, code: Status.OK, failed: false });
  expect(spans).toHaveLength(6);
  const counts = Object.fromEntries(
    metrics.series.map(({ status, durations }) => [status, durations.count]),
  );
  expect(counts.UNKNOWN).toBe(2);
  expect((counts.OK ?? 0) + (counts.CANCELLED ?? 0)).toBe(4);
  expect([...metrics.running.values()]).toEqual([0]);
});

test('metrics as Prometheus reads them', () => {
  const metrics = new CallMetrics(['/shop.Orders/Get'], [0.1, 1]);
  metrics.begin('/shop.Orders/Get')(Status.OK, 0.25);
  metrics.begin('/shop.Orders/Get')(Status.OK, 4);
  metrics.begin('/nobody')(Status.UNIMPLEMENTED, 0.01);
  expect(prometheusText(metrics, 'server')).toMatchInlineSnapshot(`
    "# TYPE grpc_server_call_started_total counter
    grpc_server_call_started_total{grpc_method="shop.Orders/Get"} 2
    grpc_server_call_started_total{grpc_method="other"} 1
    # TYPE grpc_server_call_duration_seconds histogram
    grpc_server_call_duration_seconds_bucket{grpc_method="shop.Orders/Get",grpc_status="OK",le="0.1"} 0
    grpc_server_call_duration_seconds_bucket{grpc_method="shop.Orders/Get",grpc_status="OK",le="1"} 1
    grpc_server_call_duration_seconds_bucket{grpc_method="shop.Orders/Get",grpc_status="OK",le="+Inf"} 2
    grpc_server_call_duration_seconds_sum{grpc_method="shop.Orders/Get",grpc_status="OK"} 4.25
    grpc_server_call_duration_seconds_count{grpc_method="shop.Orders/Get",grpc_status="OK"} 2
    grpc_server_call_duration_seconds_bucket{grpc_method="other",grpc_status="UNIMPLEMENTED",le="0.1"} 1
    grpc_server_call_duration_seconds_bucket{grpc_method="other",grpc_status="UNIMPLEMENTED",le="1"} 1
    grpc_server_call_duration_seconds_bucket{grpc_method="other",grpc_status="UNIMPLEMENTED",le="+Inf"} 1
    grpc_server_call_duration_seconds_sum{grpc_method="other",grpc_status="UNIMPLEMENTED"} 0.01
    grpc_server_call_duration_seconds_count{grpc_method="other",grpc_status="UNIMPLEMENTED"} 1
    "
  `);
});

test('ids are never nothing but 0', () => {
  const drawn = [new Uint8Array(16), new Uint8Array(16).fill(255), new Uint8Array(8).fill(1)];
  const ids = idsFrom(() => drawn.shift()!);
  expect([ids.traceId(), ids.spanId()]).toEqual(['f'.repeat(32), '01'.repeat(8)]);
  expect(randomIds.traceId()).not.toBe(randomIds.traceId());
  expect(randomIds.spanId()).toMatch(/^[\da-f]{16}$/);
});
