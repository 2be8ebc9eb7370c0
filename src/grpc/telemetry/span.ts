import { contextKey } from '#grpc/context-values';
import type { StatusCode } from '#grpc/status';
import type { SpanContext } from '#grpc/telemetry/trace-context';

/** Which end of a call a span is of. */
export type SpanKind = 'client' | 'server';

/** One end of one call, from its beginning to its end, as it is told when the call is over. */
export interface Span {
  readonly traceId: string;
  readonly spanId: string;
  /** Of the span for which this one was made; `undefined`: it is the first of its trace. */
  readonly parentId: string | undefined;
  /** The program that has recorded it. */
  readonly service: string;
  readonly kind: SpanKind;
  /** `ecommerce.OrderManagement/GetOrder`. */
  readonly name: string;
  /** Milliseconds on the clock of the machine that recorded it. Other machines have other clocks. */
  readonly startMs: number;
  readonly endMs: number;
  readonly code: StatusCode;
  /** Whether somebody should look at it: see `isFailure`. */
  readonly failed: boolean;
}

/** The span in which one works, for handlers, for those who log, and for the calls that go out. */
export const currentSpan = contextKey<SpanContext>('current span');
