import { fromHex } from '#bytes/hex';
import { fieldSize } from '#hpack/header-field';
import { STATIC_TABLE_LENGTH } from '#hpack/tables/static-table';
import { createHpackFollower } from '#inspect/hpack/dissector';
import type { FollowedTable } from '#inspect/hpack/table';
import type { Side, Trace } from '#inspect/trace';

const FRAME_HEADER = 9;
const HEADERS = 1;

/** The header blocks that one side sent, cut out of the HEADERS frames of a trace. */
export function blocksOf(trace: Trace, side: Side): Uint8Array[] {
  return trace.events.flatMap((event) => {
    if (event.kind !== 'message' || event.from !== side) return [];
    const bytes = fromHex(event.bytes);
    return bytes[3] === HEADERS ? [bytes.subarray(FRAME_HEADER)] : [];
  });
}

/** The table that both sides have after these blocks. Nobody sent it: it follows from them. */
export function tableAfter(blocks: readonly Uint8Array[]): FollowedTable {
  const follower = createHpackFollower();
  for (const block of blocks) follower.read(block);
  return follower.table;
}

/** The table as text, newest first. */
export function drawTable({ entries, size, maxSize }: FollowedTable): string {
  const rows = entries.map(({ name, value }, i) => {
    const index = String(STATIC_TABLE_LENGTH + 1 + i).padStart(5);
    const octets = String(fieldSize(name, value)).padStart(4);
    return `${index}  ${octets}  ${name}: ${value}`.slice(0, 74);
  });
  const total = `${size} of ${maxSize} octets`;
  return ['index  size', ...rows, total].join('\n');
}

/** A bar for each number, with the number behind it. */
export function drawBars(rows: readonly [name: string, bytes: number][]): string {
  const most = Math.max(...rows.map(([, bytes]) => bytes));
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows
    .map(([name, bytes]) => {
      const bar = '█'.repeat(Math.max(1, Math.round((bytes / most) * BAR_WIDTH)));
      return `${name.padEnd(width)}  ${String(bytes).padStart(4)}  ${bar}`;
    })
    .join('\n');
}

const BAR_WIDTH = 40;
