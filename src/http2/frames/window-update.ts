import type { ByteWriter } from '#bytes/byte-writer';
import { ErrorCode } from '#http2/error-code';
import { type FrameHeader, readStreamId, writeFrameHeader } from '#http2/frames/frame-header';
import { connectionError } from '#http2/http2-error';
import { FrameType } from './frame-type.ts';

/**
 * "You may send this many octets more", on a stream or (id 0) on the connection (RFC 9113 §6.9).
 *
 *     |R|              Window Size Increment (31)                     |
 */
export interface WindowUpdateFrame {
  type: 'WINDOW_UPDATE';
  streamId: number;
  /** 0 is an error, of the stream or of the connection: the code that applies it decides. */
  increment: number;
}

export function parseWindowUpdate(
  { streamId }: FrameHeader,
  payload: Uint8Array,
): WindowUpdateFrame {
  if (payload.length !== 4) {
    throw connectionError(
      ErrorCode.FRAME_SIZE_ERROR,
      `WINDOW_UPDATE of ${payload.length} bytes, not 4`,
    );
  }
  return { type: 'WINDOW_UPDATE', streamId, increment: readStreamId(payload, 0) };
}

export function serializeWindowUpdate(out: ByteWriter, streamId: number, increment: number): void {
  writeFrameHeader(out, 4, FrameType.WINDOW_UPDATE, 0, streamId);
  out.uint32(increment);
}
