import { fromHex } from '#bytes/hex';
import { flagNames, readHeader, typeName } from '#inspect/http2/frame-header';
import type { TraceEvent } from '#inspect/trace';

const LANE = 24;

/**
 * Frames as they went by, a column for each stream:
 *
 *           stream 1              stream 3
 *     ──▶   HEADERS, 14 bytes ■
 *     ◀──                         DATA, 12 bytes
 */
export function drawLanes(events: readonly TraceEvent[], ids: readonly number[]): string {
  const rows = events.flatMap((event) => {
    if (event.kind !== 'message' || event.call === undefined) return [];
    const { type, flags, streamId, length } = readHeader(fromHex(event.bytes));
    const lane = ids.indexOf(streamId);
    if (lane < 0) return [];
    const end = flagNames(type, flags).includes('END_STREAM') ? ' ■' : '';
    const arrow = event.from === 'client' ? '──▶' : '◀──';
    return `${arrow}   ${' '.repeat(lane * LANE)}${typeName(type)}, ${length} ${length === 1 ? 'byte' : 'bytes'}${end}`;
  });
  const heads = ids.map((id) => `stream ${id}`.padEnd(LANE)).join('');
  return [`      ${heads}`.trimEnd(), ...rows].join('\n');
}
