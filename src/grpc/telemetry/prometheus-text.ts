import type { CallMetrics } from '#grpc/telemetry/call-metrics';
import type { Histogram } from '#grpc/telemetry/histogram';
import type { SpanKind } from '#grpc/telemetry/span';

/** What each end's metrics are called (gRPC A66), with the dots that Prometheus does not have. */
const NAMES = {
  server: { started: 'grpc_server_call_started', duration: 'grpc_server_call_duration_seconds' },
  client: { started: 'grpc_client_attempt_started', duration: 'grpc_client_call_duration_seconds' },
} as const;

/** The metrics as a collector reads them at `/metrics` (Prometheus, exposition format 0.0.4). */
export function prometheusText(metrics: CallMetrics, kind: SpanKind): string {
  const { started, duration } = NAMES[kind];
  const lines = [`# TYPE ${started}_total counter`];
  for (const [method, count] of metrics.started) {
    lines.push(`${started}_total{grpc_method="${method}"} ${count}`);
  }
  lines.push(`# TYPE ${duration} histogram`);
  for (const { method, status, durations } of metrics.series) {
    lines.push(...rows(duration, `grpc_method="${method}",grpc_status="${status}"`, durations));
  }
  return `${lines.join('\n')}\n`;
}

function rows(name: string, labels: string, histogram: Histogram): string[] {
  const bounds = [...histogram.bounds.map(String), '+Inf'];
  const counts = histogram.cumulative();
  return [
    ...counts.map((count, i) => `${name}_bucket{${labels},le="${bounds[i]}"} ${count}`),
    `${name}_sum{${labels}} ${histogram.sum}`,
    `${name}_count{${labels}} ${histogram.count}`,
  ];
}
