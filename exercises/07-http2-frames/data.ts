import { notYet } from '#course/exercise/not-yet';
import type { ByteWriter } from '#bytes/byte-writer';
import { ErrorCode } from '#http2/error-code';
import { type FrameHeader, writeFrameHeader } from '#http2/frames/frame-header';
import { Flag, FrameType } from '#http2/frames/frame-type';
import { connectionError } from '#http2/http2-error';

/**
 * A piece of a body (RFC 9113 §6.1). Where one frame ends says nothing about the content.
 *
 *     | [Pad Length (8)] | Data (*) … | [Padding (*)] … |
 *
 * The parts in brackets are there only if the flag PADDED is set.
 */
export interface DataFrame {
  type: 'DATA';
  streamId: number;
  endStream: boolean;
  /** Without pad length and padding. */
  data: Uint8Array;
  /** What counts against flow control: the whole payload, padding included (§6.9.1). */
  flowLength: number;
}

export function serializeData(
  out: ByteWriter,
  streamId: number,
  data: Uint8Array,
  endStream: boolean,
): void {
  // ── Task 2 ──
  // The header, then out.bytes(data). Flag.END_STREAM says that nothing follows. No padding.
  throw notYet(2);
}

/**
 * Reads a DATA frame of which header and payload are there.
 * @throws Http2Error PROTOCOL_ERROR where the padding is as long as the payload or longer
 */
export function parseData({ streamId, flags }: FrameHeader, payload: Uint8Array): DataFrame {
  // ── Task 2 ──
  // Each flag is a bit of its own: several can be set, and some that you have never heard of.
  // An error: throw connectionError(ErrorCode.PROTOCOL_ERROR, 'what is wrong').
  throw notYet(2);
}
