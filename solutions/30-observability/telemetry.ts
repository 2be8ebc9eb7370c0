// Derived from src/grpc/telemetry/telemetry.ts by npm run skeletons: change it there.
import type { ClientInterceptor } from '#grpc/client/client-call';
import type { ServerInterceptor } from '#grpc/server/server-options';
import { Status, type StatusCode, type StatusObject } from '#grpc/status';
import type { CallMetrics } from '#grpc/telemetry/call-metrics';
import { randomIds } from '#grpc/telemetry/ids';
import { currentSpan, type Span, type SpanKind } from '#grpc/telemetry/span';
import {
  childOf,
  formatTraceparent,
  incomingContext,
  type SpanContext,
  type SpanIds,
  TRACEPARENT,
} from '#grpc/telemetry/trace-context';
import { runCallback } from '#grpc/user-code';
import { type Clock, systemClock } from '#time/clock';

export interface TelemetryOptions {
  /** The name of this program, in each of its spans. */
  service: string;
  /** Is told of every span that is sampled, once, when its call is over. May throw. */
  report(span: Span): unknown;
  metrics: CallMetrics;
  ids?: SpanIds;
  clock?: Clock;
}

/** Ours to mend, and not the caller's: of these somebody who runs the server wants to hear. */
const SERVER_FAULTS: ReadonlySet<StatusCode> = new Set([
  Status.UNKNOWN,
  Status.DEADLINE_EXCEEDED,
  Status.UNIMPLEMENTED,
  Status.INTERNAL,
  Status.UNAVAILABLE,
  Status.DATA_LOSS,
]);

/**
 * Whether a span is marked as failed (OpenTelemetry, semantic conventions for gRPC). For a client
 * everything is a failure that is not OK: it did not get what it asked for. For a server only what is
 * its own fault: that an order does not exist, or that somebody left, is not one.
 */
export function isFailure(kind: SpanKind, code: StatusCode): boolean {
  return kind === 'client' ? code !== Status.OK : SERVER_FAULTS.has(code);
}

/** One end of a call: whose span it is, and when it is over. */
interface Observed {
  readonly kind: SpanKind;
  readonly path: string;
  readonly context: SpanContext;
  readonly parent: SpanContext | undefined;
  readonly ended: Promise<StatusObject>;
}

/**
 * Counts the call, and reports its span, both when the call has ended: for a stream that is when
 * its last message has gone, or somebody left, and not when there is a stream. Metrics count every
 * call, spans only those that are sampled.
 */
function observe({ kind, path, context, parent, ended }: Observed, options: TelemetryOptions) {
  const { service, report, metrics, clock = systemClock } = options;
  const end = metrics.begin(path);
  const startMs = clock.now();
  ended.then(({ code }) => {
    const endMs = clock.now();
    end(code, (endMs - startMs) / 1_000);
    if (!context.sampled) return;
    const { traceId, spanId } = context;
    const parentId = parent?.spanId;
    const failed = isFailure(kind, code);
    const name = path.slice(1);
    const span = { traceId, spanId, parentId, service, kind, name, startMs, endMs, code, failed };
    // Who records must not be the one who breaks.
    runCallback(
      () => report(span),
      () => {},
    );
  });
}

/**
 * A span, and the metrics, of every call that a server answers, of all four kinds. The span belongs
 * to the one that its caller names, and handlers find it as `currentSpan`.
 */
export function serverTelemetry(options: TelemetryOptions): ServerInterceptor {
  const { ids = randomIds } = options;
  return (request, call, next) => {
    const parent = incomingContext(call.metadata);
    const context = childOf(parent, ids);
    call.context.set(currentSpan, context);
    const { method, ended } = call;
    observe({ kind: 'server', path: method.path, context, parent, ended }, options);
    return next(request, call);
  };
}

/**
 * A span, and the metrics, of every call that a client makes, of all four kinds. The span belongs to
 * the one in the call's own context; otherwise to that of the call which this one is made for. It goes
 * out with the call, in place of whatever stood there.
 */
export function clientTelemetry(options: TelemetryOptions): ClientInterceptor {
  const { ids = randomIds } = options;
  return (request, call, next) => {
    const parent = call.context.get(currentSpan) ?? call.options.parent?.context.get(currentSpan);
    const context = childOf(parent, ids);
    call.metadata.set(TRACEPARENT, formatTraceparent(context));
    const { method, ended } = call;
    observe({ kind: 'client', path: method.path, context, parent, ended }, options);
    return next(request, call);
  };
}
