// Not derived from src/http2/frames/data.ts: there DATA and HEADERS share the padding.
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
  // <task 2>
  //? The header, then out.bytes(data). Flag.END_STREAM says that nothing follows. No padding.
  writeFrameHeader(out, data.length, FrameType.DATA, endStream ? Flag.END_STREAM : 0, streamId);
  out.bytes(data);
  // </task>
}

/**
 * Reads a DATA frame of which header and payload are there.
 * @throws Http2Error PROTOCOL_ERROR where the padding is as long as the payload or longer
 */
export function parseData({ streamId, flags }: FrameHeader, payload: Uint8Array): DataFrame {
  // <task 2>
  //? Each flag is a bit of its own: several can be set, and some that you have never heard of.
  //? An error: throw connectionError(ErrorCode.PROTOCOL_ERROR, 'what is wrong').
  let data = payload;
  if ((flags & Flag.PADDED) !== 0) {
    const [padding] = payload;
    if (padding === undefined) {
      throw connectionError(ErrorCode.FRAME_SIZE_ERROR, 'a padded frame without its pad length');
    }
    if (padding >= payload.length) {
      throw connectionError(ErrorCode.PROTOCOL_ERROR, 'the padding is as long as the payload');
    }
    data = payload.subarray(1, payload.length - padding);
  }
  return {
    type: 'DATA',
    streamId,
    endStream: (flags & Flag.END_STREAM) !== 0,
    data,
    flowLength: payload.length,
  };
  // </task>
}
