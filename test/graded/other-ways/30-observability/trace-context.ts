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

/** Of the flags we know one; the others belong to versions to come. */
const SAMPLED = '01';

/**
 * What a caller has sent, or `undefined` if it cannot be used: then one begins a trace of one's own.
 *
 * Small letters only. Ids of nothing but 0 are none, and version `ff` is none either. Version `00`
 * ends with the flags; a higher one may go on after them, with a `-` (§3.2.4).
 */
export function parseTraceparent(text: string): SpanContext | undefined {
  const isHex = (part: string, length: number) =>
    part.length === length && [...part].every((digit) => '0123456789abcdef'.includes(digit));
  const [version = '', traceId = '', spanId = '', flags = ''] = text.slice(0, 55).split('-');
  if (!isHex(version, 2) || !isHex(traceId, 32) || !isHex(spanId, 16) || !isHex(flags, 2)) {
    return undefined;
  }
  const rest = text.slice(55);
  if (version === 'ff' || (rest !== '' && (version === '00' || rest[0] !== '-'))) return undefined;
  if (BigInt(`0x${traceId}`) === 0n || BigInt(`0x${spanId}`) === 0n) return undefined;
  return { sampled: Number(`0x${flags}`) % 2 === 1, traceId, spanId };
}

/** What goes out: always version 00, and of the flags only the one that we know. */
export function formatTraceparent({ traceId, spanId, sampled }: SpanContext): string {
  return `00-${traceId}-${spanId}-${sampled ? SAMPLED : '00'}`;
}

/** The context that came with a call. Two of them contradict each other, and count as none. */
export function incomingContext(metadata: Metadata): SpanContext | undefined {
  const all = metadata.getAll(TRACEPARENT);
  if (all.length !== 1) return undefined;
  return parseTraceparent(all[0] as string);
}

/**
 * The context of a new span: in the trace of its parent, and recorded if that is; without a parent in
 * a trace of its own, which is recorded.
 */
export function childOf(parent: SpanContext | undefined, ids: SpanIds): SpanContext {
  if (parent) return { ...parent, spanId: ids.spanId() };
  return { traceId: ids.traceId(), spanId: ids.spanId(), sampled: true };
}
