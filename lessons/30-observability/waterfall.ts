import { statusName } from '#grpc/status';
import { nodesOf } from '#grpc/telemetry/find-faults';
import type { Span } from '#grpc/telemetry/span';

/** Spans by their traces, the trace that began first before the others. */
export function tracesOf(spans: readonly Span[]): Span[][] {
  const traces = new Map<string, Span[]>();
  for (const span of [...spans].sort((a, b) => a.startMs - b.startMs)) {
    const trace = traces.get(span.traceId);
    if (trace) trace.push(span);
    else traces.set(span.traceId, [span]);
  }
  return [...traces.values()];
}

/** A span with its place in its trace. */
export interface Row {
  readonly span: Span;
  readonly depth: number;
}

/**
 * The spans of one trace, each under the one that it was made for, the earlier first. One whose parent
 * is missing stands at the left, as one without a parent does.
 */
export function rowsOf(spans: readonly Span[]): Row[] {
  const nodes = nodesOf(spans);
  const known = new Set(spans.map(({ spanId }) => spanId));
  const byStart = (a: Span, b: Span) => a.startMs - b.startMs;
  const under = (span: Span, depth: number): Row[] => {
    const children = nodes.find((node) => node.span === span)!.children;
    return [
      { span, depth },
      ...[...children].sort(byStart).flatMap((child) => under(child, depth + 1)),
    ];
  };
  const roots = spans.filter(({ parentId }) => parentId === undefined || !known.has(parentId));
  return [...roots].sort(byStart).flatMap((root) => under(root, 0));
}

const NAME_WIDTH = 24;
const LEFT = { client: '▁', server: '█' } as const;

/**
 * A trace as text: who, from when to when, how long, and how it ended if not well. A client's bar is
 * thin, a server's is full.
 * @param width of the bars, in columns
 */
export function drawWaterfall(spans: readonly Span[], width = 28): string {
  const from = Math.min(...spans.map(({ startMs }) => startMs));
  const to = Math.max(...spans.map(({ endMs }) => endMs));
  const column = (ms: number) => Math.round(((ms - from) / Math.max(to - from, 1e-9)) * width);
  return rowsOf(spans)
    .map(({ span, depth }) => {
      const { service, kind, startMs, endMs, code, failed } = span;
      const begin = Math.min(column(startMs), width - 1);
      const length = Math.max(1, column(endMs) - begin);
      const bar = `${' '.repeat(begin)}${LEFT[kind].repeat(length)}`.padEnd(width);
      const name = `${'  '.repeat(depth)}${service} ${kind}`.padEnd(NAME_WIDTH);
      const took = `${(endMs - startMs).toFixed(0)} ms`.padStart(7);
      const end = code === 0 ? '' : ` ${statusName(code)}${failed ? ' ✗' : ''}`;
      return `${name}${bar}${took}${end}`.trimEnd();
    })
    .join('\n');
}
