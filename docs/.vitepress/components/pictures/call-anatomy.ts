import type { Field, Trace, TraceMessage } from '#inspect/trace';

/** What a stretch of bytes in a gRPC call is. */
export type PartKind = 'frame' | 'headers' | 'prefix' | 'message';

export interface FrameRow {
  from: 'client' | 'server';
  /** What gRPC calls it. */
  role: 'requestHeaders' | 'request' | 'responseHeaders' | 'response' | 'trailers';
  endStream: boolean;
  size: number;
  parts: { kind: PartKind; size: number }[];
}

/** The frames of each call of the trace, cut into what they are made of. */
export function anatomyOf(trace: Trace): FrameRow[][] {
  const calls = new Map<string, FrameRow[]>();
  for (const event of trace.events) {
    if (event.kind !== 'message' || event.call === undefined) continue;
    const rows = calls.get(event.call) ?? [];
    rows.push(rowOf(event, rows));
    calls.set(event.call, rows);
  }
  return [...calls.values()];
}

/** Bytes of one kind, or of all, in these frames. */
export function bytesOf(rows: readonly FrameRow[], kind?: PartKind): number {
  const parts = rows.flatMap((row) => row.parts);
  return parts.reduce((sum, part) => (kind && part.kind !== kind ? sum : sum + part.size), 0);
}

function rowOf(event: TraceMessage, before: readonly FrameRow[]): FrameRow {
  const parts = event.fields.flatMap(partsOf);
  const isHeaders = parts.some(({ kind }) => kind === 'headers');
  const isFirst = !before.some(({ from }) => from === event.from);
  const role =
    event.from === 'client'
      ? isHeaders
        ? 'requestHeaders'
        : 'request'
      : !isHeaders
        ? 'response'
        : isFirst
          ? 'responseHeaders'
          : 'trailers';
  const endStream = event.title.endsWith('END_STREAM');
  return { from: event.from, role, endStream, size: event.bytes.length / 2, parts };
}

function partsOf(field: Field): FrameRow['parts'] {
  const { name, length, children = [] } = field;
  if (name === 'frame header') return [{ kind: 'frame', size: length }];
  if (name === 'header block') return [{ kind: 'headers', size: length }];
  const message = children.find((child) => child.name === 'message');
  if (message === undefined) return [{ kind: 'message', size: length }];
  return [
    { kind: 'prefix', size: length - message.length },
    { kind: 'message', size: message.length },
  ];
}
