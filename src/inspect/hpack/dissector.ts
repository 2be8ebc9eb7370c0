/** Header blocks in a trace: for code that has cut them out of frames, or each by itself. */
import type { Dissector } from '#inspect/dissector';
import { type ReadBlock, readBlock } from './fields.ts';
import type { HpackView } from './item.ts';
import { FollowedTable } from './table.ts';

/**
 * Follows the header blocks of one direction of one connection: each may refer to what an earlier
 * one put into the table, so it has to see them all, in order. One for each direction.
 *
 *     const follower = createHpackFollower();
 *     follower.read(block).fields      // offsets count from the beginning of the block
 *     follower.table.entries           // what stands in the table now, newest first
 *
 * A block that was split over HEADERS and CONTINUATION frames must be joined first.
 */
export interface HpackFollower {
  read(block: Uint8Array): ReadBlock;
  readonly table: FollowedTable;
}

export function createHpackFollower(view: HpackView = {}): HpackFollower {
  const table = new FollowedTable();
  return { table, read: (block) => readBlock(block, table, view) };
}

/** Takes each chunk for one whole block. */
export function createHpackDissector(view: HpackView = {}): Dissector {
  const follower = createHpackFollower(view);
  return {
    push(bytes) {
      const { fields, headers } = follower.read(bytes);
      return [{ title: blockTitle(headers.length), bytes, fields }];
    },
    end: () => [],
  };
}

function blockTitle(count: number): string {
  return `a header block: ${count} ${count === 1 ? 'header' : 'headers'}`;
}
