import type { HeaderField } from '#hpack/header-field';
import type { ErrorCode } from './error-code.ts';

/**
 * One stream as its owner uses it. Nothing here blocks and nothing here throws for what the peer
 * did: after the stream is closed every method does nothing.
 */
export interface Http2Stream {
  /** Odd for streams that a client opened. */
  readonly id: number;
  /** Closed in both directions; `close` of the handler has been or is being called. */
  readonly closed: boolean;
  /** Octets given to `sendData` that flow control, or a slow peer, still holds back. */
  readonly queuedBytes: number;

  /** Whether so many octets of a body would leave at once, and none of them be queued. */
  canSend(octets: number): boolean;

  /**
   * Server: the response's headers; also, before those, interim ones (`:status` 1xx).
   * @param endStream there is neither body nor trailers (gRPC: Trailers-Only).
   */
  sendHeaders(fields: readonly HeaderField[], endStream?: boolean): void;

  /**
   * A piece of the body, of any size: it is cut into frames, and what the windows do not allow
   * yet is queued. `bytes` belongs to the stream from now on: it must not be changed.
   * One call a message, with its prefix in front, makes the fewest frames.
   * @param prefix goes in front, as if both were one; copied now, so that it may be used again.
   *   Bytes that can leave at once are then never joined before they are written.
   * @returns `false` when so much is queued that the caller should wait for `drain`.
   */
  sendData(bytes: Uint8Array, endStream?: boolean, prefix?: Uint8Array): boolean;

  /** The fields after the body, behind whatever is queued; ends our half. */
  sendTrailers(fields: readonly HeaderField[]): void;

  /**
   * Ends both halves at once (RST_STREAM) and drops what is queued. The handler's `close` is
   * called without an error, before this returns. One exception: NO_ERROR after our end has been
   * sent or queued, "I need no more of your request" (RFC 9113 §8.1), waits for what is queued.
   */
  reset(code: ErrorCode): void;

  /**
   * Gives back `bytes` octets of what `data` delivered: the peer may send as many more. Credit is
   * collected and goes out as WINDOW_UPDATE when it is worth a frame. What is not consumed when
   * the stream closes is given back to the connection by itself.
   */
  consume(bytes: number): void;

  /**
   * Server: somebody works for this stream. From now until `release` it counts against
   * `maxConcurrentStreams`, even after it has closed: a peer that resets its streams must not have
   * more work done at once than one that waits for the answers.
   */
  hold(): void;

  /** The work is done. A second call does nothing. */
  release(): void;
}
