import { ErrorCode } from '#http2/error-code';
import { Flag, FrameType } from '#http2/frames/frame-type';
import { connectionError } from '#http2/http2-error';

/** Frames that belong to a stream. WINDOW_UPDATE may belong to either; of an unknown type nobody knows. */
function belongsToStream(type: number): boolean {
  switch (type) {
    case FrameType.DATA:
    case FrameType.HEADERS:
    case FrameType.PRIORITY:
    case FrameType.RST_STREAM:
    case FrameType.PUSH_PROMISE:
    case FrameType.CONTINUATION:
      return true;
    default:
      return false;
  }
}

function belongsToConnection(type: number): boolean {
  return type === FrameType.SETTINGS || type === FrameType.PING || type === FrameType.GOAWAY;
}

/**
 * The rules that a frame's header alone can break, checked before its payload is looked at.
 * @param pendingStream the stream whose header block is incomplete, or 0.
 * @throws Http2Error for the connection.
 */
export function checkFrameHeader(
  type: number,
  streamId: number,
  length: number,
  maxFrameSize: number,
  pendingStream: number,
): void {
  if (length > maxFrameSize) {
    throw connectionError(
      ErrorCode.FRAME_SIZE_ERROR,
      `a frame of ${length} octets where ${maxFrameSize} are allowed (§4.2)`,
    );
  }
  const continues = type === FrameType.CONTINUATION;
  if (pendingStream !== 0 && !(continues && streamId === pendingStream)) {
    throw connectionError(ErrorCode.PROTOCOL_ERROR, 'a frame inside a header block (§6.10)');
  }
  if (pendingStream === 0 && continues) {
    throw connectionError(ErrorCode.PROTOCOL_ERROR, 'CONTINUATION of nothing (§6.10)');
  }
  if (streamId === 0 ? belongsToStream(type) : belongsToConnection(type)) {
    throw connectionError(
      ErrorCode.PROTOCOL_ERROR,
      `a frame of type ${type} on stream ${streamId} (§6)`,
    );
  }
}

/** @throws Http2Error for the connection: the first frame of each side is its SETTINGS (§3.4). */
export function requireSettings(type: number, flags: number): void {
  if (type !== FrameType.SETTINGS || (flags & Flag.ACK) !== 0) {
    throw connectionError(ErrorCode.PROTOCOL_ERROR, 'the first frame is not SETTINGS (§3.4)');
  }
}
