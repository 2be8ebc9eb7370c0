import type { ByteWriter } from '#bytes/byte-writer';
import { type FrameHeader, readStreamId, writeFrameHeader } from '#http2/frame-header';
import { ErrorCode } from '../error-code.ts';
import { Flag, FrameType } from '../frame-type.ts';
import { connectionError } from '../http2-error.ts';
import { stripPadding } from './padding.ts';

/**
 * A server announces a response that nobody asked for (RFC 9113 §6.6). This stack never pushes
 * and never accepts it; the codec is here for the trace, and to refuse it properly.
 *
 *     | [Pad Length (8)] |R| Promised Stream ID (31) | Field Block Fragment (*) … | [Padding (*)] |
 */
export interface PushPromiseFrame {
  type: 'PUSH_PROMISE';
  streamId: number;
  endHeaders: boolean;
  promisedStreamId: number;
  fragment: Uint8Array;
}

export function parsePushPromise(
  { streamId, flags }: FrameHeader,
  payload: Uint8Array,
): PushPromiseFrame {
  const content = stripPadding(flags, payload);
  if (content.length < 4) {
    throw connectionError(ErrorCode.FRAME_SIZE_ERROR, 'PUSH_PROMISE without a whole stream id');
  }
  return {
    type: 'PUSH_PROMISE',
    streamId,
    endHeaders: (flags & Flag.END_HEADERS) !== 0,
    promisedStreamId: readStreamId(content, 0),
    fragment: content.subarray(4),
  };
}

export function serializePushPromise(
  out: ByteWriter,
  streamId: number,
  promisedStreamId: number,
  fragment: Uint8Array,
): void {
  writeFrameHeader(out, 4 + fragment.length, FrameType.PUSH_PROMISE, Flag.END_HEADERS, streamId);
  out.uint32(promisedStreamId);
  out.bytes(fragment);
}
