import type { ByteWriter } from '#bytes/byte-writer';
import { ErrorCode } from '#http2/error-code';
import { type FrameHeader, writeFrameHeader } from '#http2/frames/frame-header';
import { connectionError } from '#http2/http2-error';
import { Flag, FrameType } from './frame-type.ts';

/**
 * "Are you there?" and, with ACK and the same eight bytes, "I am" (RFC 9113 §6.7). It measures
 * the round trip, keeps a connection alive, and marks a place in the stream of frames.
 *
 *     |                      Opaque Data (64)                         |
 */
export interface PingFrame {
  type: 'PING';
  streamId: number;
  ack: boolean;
  opaque: Uint8Array;
}

export const PING_LENGTH = 8;

export function parsePing({ streamId, flags }: FrameHeader, payload: Uint8Array): PingFrame {
  if (payload.length !== PING_LENGTH) {
    throw connectionError(ErrorCode.FRAME_SIZE_ERROR, `PING of ${payload.length} bytes, not 8`);
  }
  return { type: 'PING', streamId, ack: (flags & Flag.ACK) !== 0, opaque: payload };
}

/** @throws RangeError if `opaque` is not eight bytes. */
export function serializePing(out: ByteWriter, opaque: Uint8Array, ack = false): void {
  if (opaque.length !== PING_LENGTH) {
    throw new RangeError(`a PING carries 8 bytes, not ${opaque.length}`);
  }
  writeFrameHeader(out, PING_LENGTH, FrameType.PING, ack ? Flag.ACK : 0, 0);
  out.bytes(opaque);
}
