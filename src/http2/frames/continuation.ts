import type { ByteWriter } from '#bytes/byte-writer';
import { type FrameHeader, writeFrameHeader } from '#http2/frames/frame-header';
import { Flag, FrameType } from './frame-type.ts';

/**
 * More of a header block (RFC 9113 §6.10). It follows HEADERS, PUSH_PROMISE or another of its
 * kind on the same stream at once: no other frame may come between.
 *
 *     |                  Field Block Fragment (*) …                   |
 */
export interface ContinuationFrame {
  type: 'CONTINUATION';
  streamId: number;
  endHeaders: boolean;
  fragment: Uint8Array;
}

export function parseContinuation(
  { streamId, flags }: FrameHeader,
  payload: Uint8Array,
): ContinuationFrame {
  return {
    type: 'CONTINUATION',
    streamId,
    endHeaders: (flags & Flag.END_HEADERS) !== 0,
    fragment: payload,
  };
}

export function serializeContinuation(
  out: ByteWriter,
  streamId: number,
  fragment: Uint8Array,
  endHeaders: boolean,
): void {
  const flags = endHeaders ? Flag.END_HEADERS : 0;
  writeFrameHeader(out, fragment.length, FrameType.CONTINUATION, flags, streamId);
  out.bytes(fragment);
}
