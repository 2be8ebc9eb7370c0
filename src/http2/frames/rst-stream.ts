import type { ByteWriter } from '#bytes/byte-writer';
import { ErrorCode } from '#http2/error-code';
import { type FrameHeader, readUint32, writeFrameHeader } from '#http2/frames/frame-header';
import { connectionError } from '#http2/http2-error';
import { FrameType } from './frame-type.ts';

/**
 * Ends a stream at once, in both directions (RFC 9113 §6.4).
 *
 *     |                        Error Code (32)                        |
 */
export interface RstStreamFrame {
  type: 'RST_STREAM';
  streamId: number;
  code: ErrorCode;
}

export function parseRstStream({ streamId }: FrameHeader, payload: Uint8Array): RstStreamFrame {
  if (payload.length !== 4) {
    throw connectionError(
      ErrorCode.FRAME_SIZE_ERROR,
      `RST_STREAM of ${payload.length} bytes, not 4`,
    );
  }
  return { type: 'RST_STREAM', streamId, code: readUint32(payload, 0) };
}

export function serializeRstStream(out: ByteWriter, streamId: number, code: ErrorCode): void {
  writeFrameHeader(out, 4, FrameType.RST_STREAM, 0, streamId);
  out.uint32(code);
}
