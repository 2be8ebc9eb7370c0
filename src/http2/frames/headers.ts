import type { ByteWriter } from '#bytes/byte-writer';
import { ErrorCode } from '#http2/error-code';
import { type FrameHeader, writeFrameHeader } from '#http2/frames/frame-header';
import { connectionError } from '#http2/http2-error';
import { Flag, FrameType } from './frame-type.ts';
import { stripPadding } from './padding.ts';
import { PRIORITY_LENGTH, type Priority, readPriority } from './priority.ts';

/**
 * A header block, or its beginning (RFC 9113 §6.2). It opens a stream, answers on one, or ends
 * one as trailers. A block that is too long for one frame goes on in CONTINUATION.
 *
 *     | [Pad Length (8)] | [E, Stream Dependency (32), Weight (8)] | Field Block Fragment (*) … |
 *     | [Padding (*)] … |
 */
export interface HeadersFrame {
  type: 'HEADERS';
  streamId: number;
  endStream: boolean;
  endHeaders: boolean;
  priority: Priority | undefined;
  fragment: Uint8Array;
}

export function parseHeaders({ streamId, flags }: FrameHeader, payload: Uint8Array): HeadersFrame {
  let fragment = stripPadding(flags, payload);
  let priority: Priority | undefined;
  if ((flags & Flag.PRIORITY) !== 0) {
    if (fragment.length < PRIORITY_LENGTH) {
      throw connectionError(ErrorCode.FRAME_SIZE_ERROR, 'HEADERS too short for its priority');
    }
    priority = readPriority(fragment);
    fragment = fragment.subarray(PRIORITY_LENGTH);
  }
  return {
    type: 'HEADERS',
    streamId,
    endStream: (flags & Flag.END_STREAM) !== 0,
    endHeaders: (flags & Flag.END_HEADERS) !== 0,
    priority,
    fragment,
  };
}

export function serializeHeaders(
  out: ByteWriter,
  streamId: number,
  fragment: Uint8Array,
  { endStream = false, endHeaders = true } = {},
): void {
  const flags = (endStream ? Flag.END_STREAM : 0) | (endHeaders ? Flag.END_HEADERS : 0);
  writeFrameHeader(out, fragment.length, FrameType.HEADERS, flags, streamId);
  out.bytes(fragment);
}
