import type { ByteWriter } from '#bytes/byte-writer';
import { type FrameHeader, writeFrameHeader } from '#http2/frames/frame-header';
import { Flag, FrameType } from './frame-type.ts';
import { stripPadding } from './padding.ts';

/**
 * A piece of a body (RFC 9113 §6.1). Where one frame ends says nothing about the content.
 *
 *     | [Pad Length (8)] | Data (*) … | [Padding (*)] … |
 */
export interface DataFrame {
  type: 'DATA';
  streamId: number;
  endStream: boolean;
  data: Uint8Array;
  /** What counts against flow control: the whole payload, padding included (§6.9.1). */
  flowLength: number;
}

export function parseData({ streamId, flags }: FrameHeader, payload: Uint8Array): DataFrame {
  return {
    type: 'DATA',
    streamId,
    endStream: (flags & Flag.END_STREAM) !== 0,
    data: stripPadding(flags, payload),
    flowLength: payload.length,
  };
}

export function serializeData(
  out: ByteWriter,
  streamId: number,
  data: Uint8Array,
  endStream: boolean,
): void {
  writeFrameHeader(out, data.length, FrameType.DATA, endStream ? Flag.END_STREAM : 0, streamId);
  out.bytes(data);
}
