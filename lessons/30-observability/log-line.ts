import { statusName } from '#grpc/status';
import type { Span } from '#grpc/telemetry/span';

/** A line of a log: what programs read, and with the ids by which one finds the trace. */
export function logLine({ traceId, spanId, service, kind, name, code, startMs, endMs }: Span) {
  const status = statusName(code);
  const ms = Math.round(endMs - startMs);
  return JSON.stringify({ service, kind, name, status, ms, trace: traceId, span: spanId });
}
