import { Status } from '#grpc/status';
import type { Span } from '#grpc/telemetry/span';
import { AFTER_MS, USUAL_CALLS, USUAL_MS } from '#grpc/telemetry/usual';

/** What can be wrong in a system. */
export type FaultKind =
  | 'slow'
  | 'slow way'
  | 'too many calls'
  | 'swallowed'
  | 'works on'
  | 'lost context';

/** What is wrong, and where: of a slow way, the service to which it leads. */
export interface Fault {
  readonly kind: FaultKind;
  readonly service: string;
}

/** A span, and those that name it as their parent, in any order. */
export interface SpanNode {
  readonly span: Span;
  readonly children: readonly Span[];
}

/** Each span with its children. Spans come in any order, and the parent of one may be missing. */
export function nodesOf(spans: readonly Span[]): SpanNode[] {
  const children = new Map<string, Span[]>();
  for (const span of spans) {
    const key = `${span.traceId} ${span.parentId}`;
    const others = children.get(key);
    if (others) others.push(span);
    else children.set(key, [span]);
  }
  return spans.map((span) => ({
    span,
    children: children.get(`${span.traceId} ${span.spanId}`) ?? [],
  }));
}

/**
 * Milliseconds of a server's span in which none of its children ran: its own work. Children may
 * overlap, and one may go on after its parent's end.
 */
export function selfTime(span: Span, children: readonly Span[]): number {
  let own = span.endMs - span.startMs;
  let counted = span.startMs;
  for (const child of [...children].sort((a, b) => a.startMs - b.startMs)) {
    const from = Math.max(child.startMs, counted);
    const to = Math.min(child.endMs, span.endMs);
    if (to <= from) continue;
    own -= to - from;
    counted = to;
  }
  return own;
}

/**
 * Milliseconds of a client's span that none of the servers' spans below it explains: the network, a
 * queue, a connection that was not there yet. Two machines have two clocks: a length of time can be
 * compared, a moment cannot.
 *
 * @param children the servers' spans, several if the call was made again; each began when the one
 *   before was over
 */
export function wayTime(span: Span, children: readonly Span[]): number {
  const served = children.reduce((sum, { startMs, endMs }) => sum + (endMs - startMs), 0);
  return span.endMs - span.startMs - served;
}

/** How many of them are calls of the same method: of the one that was called most. */
export function mostOfOne(children: readonly Span[]): number {
  const calls = new Map<string, number>();
  for (const { name } of children) calls.set(name, (calls.get(name) ?? 0) + 1);
  return Math.max(0, ...calls.values());
}

/**
 * Whether a server has answered OK although a call that it made did not go well. It is no such thing
 * if the call was made again: if one of the same name, which began when that had ended, or later, went
 * well.
 */
export function swallows(span: Span, children: readonly Span[]): boolean {
  if (span.code !== Status.OK) return false;
  return children.some(({ name, code, endMs }) => {
    if (code === Status.OK) return false;
    const again = (one: Span) => one.name === name && one.startMs >= endMs;
    return !children.some((one) => again(one) && one.code === Status.OK);
  });
}

/** Whether a call that a server has made went on, by more than AFTER_MS, after the server's own end. */
export function isOutlived(span: Span, children: readonly Span[]): boolean {
  return children.some(({ endMs }) => endMs > span.endMs + AFTER_MS);
}

/**
 * What is wrong in a system, by the spans that it has recorded: each fault once, and nothing if all
 * is well.
 */
export function findFaults(spans: readonly Span[]): Fault[] {
  const faults = new Map<string, Fault>();
  const accuse = (kind: FaultKind, { service }: Span) => {
    faults.set(`${kind} ${service}`, { kind, service });
  };
  // A server's span without a parent: its caller, who has a span, did not say so.
  const isTorn = spans.some(({ kind, parentId }) => kind === 'server' && parentId === undefined);
  for (const { span, children } of nodesOf(spans)) {
    const [first] = children;
    if (span.kind === 'server') {
      if (selfTime(span, children) > USUAL_MS) accuse('slow', span);
      if (mostOfOne(children) > USUAL_CALLS) accuse('too many calls', span);
      if (swallows(span, children)) accuse('swallowed', span);
      if (isOutlived(span, children)) accuse('works on', span);
    } else if (first !== undefined) {
      if (wayTime(span, children) > USUAL_MS) accuse('slow way', first);
    } else if (isTorn && span.code === Status.OK) {
      // Somebody has answered, and nobody knows who.
      accuse('lost context', span);
    }
  }
  return [...faults.values()];
}
