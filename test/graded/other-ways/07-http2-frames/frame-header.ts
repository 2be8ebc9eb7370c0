import type { ByteWriter } from '#bytes/byte-writer';

/** Another way: a DataView reads and writes 32 bits at a time. */
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

export function writeFrameHeader(
  out: ByteWriter,
  length: number,
  type: number,
  flags: number,
  streamId: number,
): void {
  const view = new DataView(new ArrayBuffer(FRAME_HEADER_LENGTH));
  view.setUint32(0, length * 256 + type);
  view.setUint8(4, flags);
  view.setUint32(5, streamId);
  out.bytes(new Uint8Array(view.buffer));
}

export function parseFrameHeader(bytes: Uint8Array, at = 0): FrameHeader | undefined {
  if (at + FRAME_HEADER_LENGTH > bytes.length) return undefined;
  const first = readUint32(bytes, at);
  return {
    length: Math.floor(first / 256),
    type: first % 256,
    flags: new DataView(bytes.buffer, bytes.byteOffset).getUint8(at + 4),
    streamId: readStreamId(bytes, at + 5),
  };
}

export function readStreamId(bytes: Uint8Array, at: number): number {
  return readUint32(bytes, at) % 0x80000000;
}

export function readUint32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);
}
