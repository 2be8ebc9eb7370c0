import { toHex } from '#bytes/hex';
import type { RunningServer } from '#course/lesson/define-lesson';
import { Server } from '#grpc/server/server';
import type { StatusCode } from '#grpc/status';
import type { Span } from '#grpc/telemetry/span';
import { TraceServiceDefinition } from '#protobuf/generated/opentelemetry/proto/collector/trace/v1/trace_service';
import type { KeyValue } from '#protobuf/generated/opentelemetry/proto/common/v1/common';
import {
  Status_StatusCode as Mark,
  type Span as OtlpSpan,
  Span_SpanKind as SpanKind,
} from '#protobuf/generated/opentelemetry/proto/trace/v1/trace';

/** A place to which programs bring their spans: OTLP over gRPC, on our own stack. */
export interface Collector extends RunningServer {
  readonly spans: readonly Span[];
}

export interface CollectorOptions {
  /** Is told of spans when they come. */
  onSpans?(spans: readonly Span[]): void;
}

export async function startCollector({ onSpans }: CollectorOptions = {}): Promise<Collector> {
  const spans: Span[] = [];
  // #region collector
  const server = new Server();
  server.addService(TraceServiceDefinition, {
    async export({ resourceSpans }) {
      const before = spans.length;
      for (const { resource, scopeSpans } of resourceSpans) {
        const service = attribute(resource?.attributes, 'service.name');
        for (const scope of scopeSpans) {
          for (const span of scope.spans) spans.push(asOurs(span, String(service)));
        }
      }
      onSpans?.(spans.slice(before));
      return {};
    },
  });
  // #endregion collector
  const { port } = await server.listen({ port: 0 });
  return { host: '127.0.0.1', port, spans, close: () => server.close() };
}

function asOurs(span: OtlpSpan, service: string): Span {
  const { traceId, spanId, parentSpanId, name, kind, attributes, status } = span;
  return {
    traceId: toHex(traceId, ''),
    spanId: toHex(spanId, ''),
    parentId: parentSpanId.length === 0 ? undefined : toHex(parentSpanId, ''),
    service,
    kind: kind === SpanKind.SPAN_KIND_CLIENT ? 'client' : 'server',
    // It writes `grpc.` before the name of the method.
    name: name.replace(/^grpc\./, ''),
    startMs: inMs(span.startTimeUnixNano),
    endMs: inMs(span.endTimeUnixNano),
    code: Number(attribute(attributes, 'rpc.grpc.status_code') ?? -1) as StatusCode,
    failed: status?.code === Mark.STATUS_CODE_ERROR,
  };
}

const inMs = (nanoseconds: bigint) => Number(nanoseconds) / 1e6;

function attribute(attributes: readonly KeyValue[] = [], name: string): unknown {
  return attributes.find(({ key }) => key === name)?.value?.value?.value;
}
