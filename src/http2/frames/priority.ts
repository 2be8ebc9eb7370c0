import type { ByteWriter } from '#bytes/byte-writer';
import { type FrameHeader, readUint32, writeFrameHeader } from '#http2/frame-header';
import { ErrorCode } from '../error-code.ts';
import { FrameType } from '../frame-type.ts';
import { streamError } from '../http2-error.ts';

/**
 * Deprecated advice on the order of streams (RFC 9113 §5.3.2, §6.3): read, checked, ignored.
 *
 *     |E|             Stream Dependency (31)                          |
 *     |  Weight (8)   |
 */
export interface Priority {
  exclusive: boolean;
  dependsOn: number;
  /** 1 to 256; one less on the wire. */
  weight: number;
}

export interface PriorityFrame {
  type: 'PRIORITY';
  streamId: number;
  priority: Priority;
}

export const PRIORITY_LENGTH = 5;

export function readPriority(bytes: Uint8Array): Priority {
  const first = readUint32(bytes, 0);
  return {
    exclusive: first >= 0x80000000,
    dependsOn: first & 0x7fffffff,
    weight: bytes[4]! + 1,
  };
}

export function parsePriority({ streamId }: FrameHeader, payload: Uint8Array): PriorityFrame {
  if (payload.length !== PRIORITY_LENGTH) {
    throw streamError(ErrorCode.FRAME_SIZE_ERROR, `PRIORITY of ${payload.length} bytes, not 5`);
  }
  return { type: 'PRIORITY', streamId, priority: readPriority(payload) };
}

export function serializePriority(out: ByteWriter, streamId: number, priority: Priority): void {
  writeFrameHeader(out, PRIORITY_LENGTH, FrameType.PRIORITY, 0, streamId);
  out.uint32((priority.exclusive ? 0x80000000 : 0) + priority.dependsOn);
  out.byte(priority.weight - 1);
}
