import type { Explanation } from '#inspect/dissector';
import type { Side } from '#inspect/trace';

/**
 * HTTP/2 frames carry two things that are not HTTP/2's framing: header blocks, compressed by HPACK,
 * and data, which gRPC fills with messages. Who knows what these mean plugs in here; without a plug
 * they stay opaque. One set of plugs belongs to one connection: it may keep state for each side (an
 * HPACK table) and for each stream (a message that is not yet whole).
 */
export interface Http2Plugs {
  /** Called once for each *whole* header block, in the order in which the blocks were sent. */
  headerBlock?: Http2Plug;
  /** Called once for each DATA frame, with its data, without padding; it may be empty. */
  data?: Http2Plug;
  /** Draws the nine bytes in front of each frame as one row: for lessons that look higher. */
  foldHeaders?: boolean;
}

/**
 * Explains `bytes`. Its fields cover `bytes` exactly once, offsets counted from their beginning;
 * its title, which may be empty, goes into that of the frame. It never throws.
 */
export type Http2Plug = (bytes: Uint8Array, where: FrameContext) => Explanation;

export interface FrameContext {
  /** Who has sent it. */
  readonly from: Side;
  readonly streamId: number;
  /** The frame says that its side of the stream ends with it. */
  readonly endStream: boolean;
}
