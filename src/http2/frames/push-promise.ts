import { ErrorCode } from '#http2/error-code';
import { type FrameHeader, readStreamId } from '#http2/frames/frame-header';
import { connectionError } from '#http2/http2-error';
import { Flag } from './frame-type.ts';
import { stripPadding } from './padding.ts';

/**
 * A server announces a response that nobody asked for (RFC 9113 §6.6). This stack never pushes
 * and never accepts it; it is read so that it can be refused properly.
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
