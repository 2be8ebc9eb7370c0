import type { ByteWriter } from '#bytes/byte-writer';
import { encodeUtf8 } from '#bytes/utf8';
import { ErrorCode } from '#http2/error-code';
import {
  type FrameHeader,
  readStreamId,
  readUint32,
  writeFrameHeader,
} from '#http2/frames/frame-header';
import { connectionError } from '#http2/http2-error';
import { MAX_DEBUG_DATA } from '#http2/limits/limits';
import { FrameType } from './frame-type.ts';

/**
 * "I take no more streams; those above this id I have not touched" (RFC 9113 §6.8).
 *
 *     |R|                  Last-Stream-ID (31)                        |
 *     |                      Error Code (32)                          |
 *     |                  Additional Debug Data (*)                    |
 */
export interface GoawayFrame {
  type: 'GOAWAY';
  streamId: number;
  lastStreamId: number;
  code: ErrorCode;
  debugData: Uint8Array;
}

export function parseGoaway({ streamId }: FrameHeader, payload: Uint8Array): GoawayFrame {
  if (payload.length < 8) {
    throw connectionError(ErrorCode.FRAME_SIZE_ERROR, `GOAWAY of ${payload.length} bytes`);
  }
  return {
    type: 'GOAWAY',
    streamId,
    lastStreamId: readStreamId(payload, 0),
    code: readUint32(payload, 4),
    debugData: payload.subarray(8),
  };
}

export function serializeGoaway(
  out: ByteWriter,
  lastStreamId: number,
  code: ErrorCode,
  debugData: Uint8Array,
): void {
  writeFrameHeader(out, 8 + debugData.length, FrameType.GOAWAY, 0, 0);
  out.uint32(lastStreamId);
  out.uint32(code);
  out.bytes(debugData);
}

/** Text for a human who reads the peer's log; as much of it as a GOAWAY should carry. */
export function debugBytes(text: string): Uint8Array {
  return encodeUtf8(text).slice(0, MAX_DEBUG_DATA);
}
