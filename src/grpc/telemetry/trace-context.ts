import type { Metadata } from '#grpc/metadata';

/**
 * Where in a trace one is: what travels with a call, so that the spans of many machines become one
 * trace (W3C Trace Context §3.2).
 *
 *     00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01
 *     version   trace: 16 bytes             span: 8 bytes   flags
 */
export interface SpanContext {
  /** 32 hex digits, in small letters: the same for all spans of a trace. */
  readonly traceId: string;
  /** 16 hex digits. */
  readonly spanId: string;
  /** Whether whoever began the trace wants its spans recorded. */
  readonly sampled: boolean;
}

/** Where ids come from. */
export interface SpanIds {
  /** 32 hex digits, not all of them 0. */
  traceId(): string;
  /** 16 hex digits, not all of them 0. */
  spanId(): string;
}

/** The name by which the context travels. */
export const TRACEPARENT = 'traceparent';

const NO_TRACE = '0'.repeat(32);
const NO_SPAN = '0'.repeat(16);
/** The four parts of a version that we know, or the first four of one that is younger than we are. */
const PARTS = /^([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(-.*)?$/;
/** Of the flags we know one; the others belong to versions to come. */
const SAMPLED = 0x01;

/**
 * What a caller has sent, or `undefined` if it cannot be used: then one begins a trace of one's own.
 *
 * Small letters only. Ids of nothing but 0 are none, and version `ff` is none either. Version `00`
 * ends with the flags; a higher one may go on after them, with a `-` (§3.2.4).
 */
export function parseTraceparent(text: string): SpanContext | undefined {
  const match = PARTS.exec(text);
  if (match === null) return undefined;
  const [, version, traceId = '', spanId = '', flags = '', more] = match;
  if (version === 'ff' || (version === '00' && more !== undefined)) return undefined;
  if (traceId === NO_TRACE || spanId === NO_SPAN) return undefined;
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & SAMPLED) !== 0 };
}

/** What goes out: always version 00, and of the flags only the one that we know. */
export function formatTraceparent({ traceId, spanId, sampled }: SpanContext): string {
  return `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`;
}

/** The context that came with a call. Two of them contradict each other, and count as none. */
export function incomingContext(metadata: Metadata): SpanContext | undefined {
  const [text, ...more] = metadata.getAll(TRACEPARENT);
  return text === undefined || more.length > 0 ? undefined : parseTraceparent(text);
}

/**
 * The context of a new span: in the trace of its parent, and recorded if that is; without a parent in
 * a trace of its own, which is recorded.
 */
export function childOf(parent: SpanContext | undefined, ids: SpanIds): SpanContext {
  return {
    traceId: parent?.traceId ?? ids.traceId(),
    spanId: ids.spanId(),
    sampled: parent?.sampled ?? true,
  };
}
