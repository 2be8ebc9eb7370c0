/** Why a byte stream cannot be cut into frames any further. */
export type FrameErrorCode =
  /** The frame is larger than we accept; the peer may be honest, but not with us. */
  | 'too-large'
  /** The stream ended inside a frame: the peer died, or closed, before it had said all. */
  | 'truncated'
  /** gRPC's compressed flag is neither 0 nor 1. */
  | 'bad-flag';

/**
 * A broken frame breaks the connection: once a length is wrong, nobody knows where the next frame
 * begins. So the scope of this error is always the whole stream, and its maker always the peer.
 */
export class FrameError extends Error {
  override readonly name = 'FrameError';
  readonly code: FrameErrorCode;

  constructor(code: FrameErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
