import { ErrorCode } from '#http2/error-code';
import { type FrameHeader, readUint32 } from '#http2/frames/frame-header';
import { streamError } from '#http2/http2-error';

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
