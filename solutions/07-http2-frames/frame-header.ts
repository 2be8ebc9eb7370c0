// Derived from src/http2/frames/frame-header.ts by npm run skeletons: change it there.
import type { ByteWriter } from '#bytes/byte-writer';

/**
 * The nine bytes in front of every frame (RFC 9113 §4.1):
 *
 *     +-----------------------------------------------+
 *     |                 Length (24)                   |   of the payload alone
 *     +---------------+---------------+---------------+
 *     |   Type (8)    |   Flags (8)   |
 *     +-+-------------+---------------+-------------------------------+
 *     |R|                 Stream Identifier (31)                      |
 *     +=+=============================================================+
 *     |                   Frame Payload (0...)                      ...
 *     +---------------------------------------------------------------+
 */
export interface FrameHeader {
  length: number;
  type: number;
  flags: number;
  /** 0 is the connection itself. */
  streamId: number;
}

export const FRAME_HEADER_LENGTH = 9;

/** Every endpoint takes payloads up to this; more only where its settings say so (§4.2). */
export const DEFAULT_MAX_FRAME_SIZE = 16_384;

/** Writes a frame's header; its payload of `length` bytes has to follow. */
export function writeFrameHeader(
  out: ByteWriter,
  length: number,
  type: number,
  flags: number,
  streamId: number,
): void {
  // Room is asked for once, not for each byte: every frame passes here.
  out.reserve(FRAME_HEADER_LENGTH);
  const { buffer } = out;
  const at = out.position;
  buffer[at] = length >>> 16;
  buffer[at + 1] = length >>> 8;
  buffer[at + 2] = length;
  buffer[at + 3] = type;
  buffer[at + 4] = flags;
  buffer[at + 5] = streamId >>> 24;
  buffer[at + 6] = streamId >>> 16;
  buffer[at + 7] = streamId >>> 8;
  buffer[at + 8] = streamId;
  out.position = at + FRAME_HEADER_LENGTH;
}

/** Reads a frame's header at `at`; `undefined` while fewer than nine bytes are there. */
export function parseFrameHeader(bytes: Uint8Array, at = 0): FrameHeader | undefined {
  if (bytes.length - at < FRAME_HEADER_LENGTH) return undefined;
  return {
    length: (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!,
    type: bytes[at + 3]!,
    flags: bytes[at + 4]!,
    streamId: readStreamId(bytes, at + 5),
  };
}

/** 31 bits; the reserved one in front is ignored, whatever it is. */
export function readStreamId(bytes: Uint8Array, at: number): number {
  return readUint32(bytes, at) & 0x7fffffff;
}

export function readUint32(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0
  );
}
